"""One stretch of time that a text writes as two dates: "October and November of 1943", "10 to 11 September"."""

from __future__ import annotations

from collections.abc import Sequence

from detente.model.edtf import Edtf
from detente.model.mention import TimeMention
from detente.model.span import Span
from detente.model.statement import StatedDate

_BETWEEN = 9
"""Characters between the two ends of a stretch: a dash, "and", "until"."""
_MONTH, _DAY = 7, 10
"""Characters of a date that is a month, or a day. Years are left apart: the treaties of 1951 and 1952 are two."""


def whole_span(time: TimeMention, times: Sequence[TimeMention]) -> Span:
    """The characters of both ends where ``time`` is one end of a stretch, so that the span shows all that the date is read from."""
    span = time.span
    if time.edtf is None or "/" not in time.edtf.text:
        return span
    for other in times:
        if other.edtf == time.edtf and other.span.gap(span) <= _BETWEEN:
            span = span.cover(other.span)
    return span


def joined_up(dates: Sequence[StatedDate]) -> list[StatedDate]:
    """``dates`` in the order written, two months or days that follow each other made one ("met in August and September")."""
    out: list[StatedDate] = []
    for date in sorted(dates, key=lambda d: d.span.start if d.span is not None else 0):
        last = out[-1] if out else None
        one = None if last is None else _one(last, date)
        out = [*out[:-1], one] if one is not None else [*out, date]
    return out


def _one(first: StatedDate, second: StatedDate) -> StatedDate | None:
    end, begin = first.edtf.latest, second.edtf.earliest
    length = len(second.edtf.text)
    if first.span is None or second.span is None or first.span.gap(second.span) > _BETWEEN or end is None or begin is None:
        return None
    if length not in (_MONTH, _DAY) or len(first.edtf.text.rpartition("/")[2]) != length or end.plus_days(1) != begin:
        return None
    text = f"{first.edtf.text.partition('/')[0]}/{second.edtf.text}"
    return StatedDate(Edtf.parse(text), second.basis, first.span.cover(second.span))
