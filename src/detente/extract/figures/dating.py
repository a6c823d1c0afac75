"""The period that a figure belongs to."""

from __future__ import annotations

import re

from detente.extract.figures.frame import Frame
from detente.extract.figures.naming import Measure, Naming
from detente.model.edtf import Edtf
from detente.model.mention import TimeMention
from detente.model.statement import StatedDate
from detente.rules.series import figure_rules

NEAR_TIME = 60
"""Characters after a figure within which a time still dates it, if no comma or other figure comes between."""

_TIGHT = re.compile(
    r"[\s(]*(?:(?:a year|per year|annually|worth)\s+)?(?:(?:in|for|during|on|by|at the end of|as of|as at|at|through|over|between|from|until|since|to|within)\s+)?(?:the\s+)?(?:whole\s+of\s+)?\Z"
)
_NOW = re.compile(r"(?i)\A(?:today|now|currently|current|present|at present|to date)\Z")


def date_figure(frame: Frame, naming: Naming, previous: StatedDate | None) -> StatedDate | None:
    """When the figure holds: by the time nearest in its clause, the figure before it, or the document's own date where it
    is said of the present. None where the text does not tell."""
    times = [time for time in frame.times if not _compares(frame, time)]
    time = _after(frame, times, tight=True) or _before(frame, times) or _after(frame, times, tight=False)
    if time is not None:
        return _stated(frame, naming, time)
    if previous is not None:
        return previous
    opening = [time for time in times if time.span.end <= frame.quantity.span.start]
    if opening:
        return _stated(frame, naming, opening[-1])
    return _present(frame, naming)


def _compares(frame: Frame, time: TimeMention) -> bool:
    """Whether the time is only what the figure is compared with ("5 per cent more than in 2021")."""
    low = max(frame.sentence.span.start, time.span.start - 40)
    if time.span.start < frame.quantity.span.end:
        return False
    between = frame.text[max(low, frame.quantity.span.end) : time.span.start]
    return figure_rules().compared.search(between) is not None and not between.strip().lower() == "from"


def _after(frame: Frame, times: list[TimeMention], tight: bool) -> TimeMention | None:
    """The time that follows the figure in its clause, right behind it where ``tight``."""
    end = frame.quantity.span.end
    for time in times:
        if time.span.start < end or time.span.start >= frame.after.end:
            continue
        between = frame.text[end : time.span.start]
        if tight:
            return time if _TIGHT.match(between) else None
        return time if len(between) <= NEAR_TIME and not re.search(r"[,;:]", between) else None
    return None


def _before(frame: Frame, times: list[TimeMention]) -> TimeMention | None:
    """The last time since the previous figure that does not belong to that figure."""
    between = [time for time in times if frame.before.start <= time.span.start and time.span.end <= frame.before.end]
    if not between:
        return None
    last = between[-1]
    belongs = frame.before.start > frame.sentence.span.start and _TIGHT.match(frame.text[frame.before.start : last.span.start])
    return None if belongs and "," not in frame.text[frame.before.start : last.span.start] else last


def _stated(frame: Frame, naming: Naming, time: TimeMention) -> StatedDate | None:
    if time.edtf is None:
        return None
    published = frame.reading.document.published
    if published is not None and _NOW.match(time.text) and _by_year(frame, naming):
        return StatedDate(_year(published), "relative", time.span)
    return StatedDate(time.edtf, time.basis, time.span, time.alternatives)


def _present(frame: Frame, naming: Naming) -> StatedDate | None:
    """The document's date, or its year for what is counted by the year, where the figure is said of the present."""
    published = frame.reading.document.published
    rules = figure_rules()
    match = rules.present.search(frame.lead[-90:] + " " + frame.tail[:40])
    if published is None or match is None or naming.measure is not Measure.LEVEL:
        return None
    return StatedDate(_year(published) if _by_year(frame, naming) else published, "relative")


def _by_year(frame: Frame, naming: Naming) -> bool:
    yearly = figure_rules().yearly.match(frame.tail.lstrip()[:20])
    return yearly is not None or not naming.stock


def _year(date: Edtf) -> Edtf:
    return Edtf.parse(date.text[:4]) if re.match(r"\d{4}", date.text) else date
