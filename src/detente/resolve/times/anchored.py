"""Lengths of time that hang on an event or an office, placed by what the document itself tells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from detente.model.edtf import Edtf
from detente.model.mention import TimexType
from detente.model.timeparse import TimeCandidate
from detente.resolve.times.clock import Clock
from detente.resolve.times.result import Result
from detente.rules.offices import tenure
from detente.rules.times import time_grammar

_YEARS = {"Y": 1, "DE": 10}
_AFTER = 90
"""Characters behind a length of time in which it is said what it is a length of."""
_ROUND_NAMED = 2
"""A document that names its latest year so often is written in it, where a length of time up to now speaks for it too."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """How a length of time lies on the calendar: it ends with the day of writing, or it says when something happened."""

    years: int
    point: bool = False
    """Whether it names the year so long ago rather than the stretch since."""
    definite: bool = False


def anchor_of(text: str, candidate: TimeCandidate) -> Anchor | None:
    """What a duration hangs on, by the words around it; None where it hangs in the air."""
    number, unit = candidate.fields.get("number"), candidate.fields.get("unit")
    if candidate.kind != "duration" or not isinstance(number, int) or unit not in _YEARS:
        return None
    since, what, lasting, definite = _patterns()
    years = number * _YEARS[unit]
    end = candidate.span.end
    is_definite = definite.search(text[max(0, candidate.span.start - 8) : candidate.span.start + 4]) is not None
    if since.match(text, end):
        return Anchor(years, point=True)
    if what.match(text, end, min(len(text), end + _AFTER)) or (is_definite and lasting.match(text, end)):
        return Anchor(years, definite=is_definite)
    return None


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    words = time_grammar().anchored
    what, lasting, not_since, certain = ("|".join(words[key]) for key in ("of_what", "lasting", "not_since", "certain"))
    return (
        re.compile(rf"\s+{words['since']}\s+(?!{not_since}|[0-9])", re.IGNORECASE),
        re.compile(rf"\s+{words['of']}\s+(?:[^\s.,;:!?]+\s+){{0,6}}(?:{what})\b", re.IGNORECASE),
        re.compile(rf"\s+(?:\w+\s+)?(?:{lasting})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{certain})\s", re.IGNORECASE),
    )


def years_told(candidates: Iterable[TimeCandidate]) -> Counter[int]:
    """How often the document dates something in each year: not goals ("by 2030"), and not years of eras."""
    goals = time_grammar().anchored["goals"]
    found = (c.fields["year"] for c in candidates if "year" in c.fields and "era" not in c.fields and c.bound not in goals)
    numeric = (int(m[0]) for c in candidates if c.kind in ("iso", "numeric") and (m := re.search(r"[0-9]{4}", str(c.fields[c.kind]))))
    return Counter([*found, *numeric])


def written_year(text: str, candidates: Sequence[TimeCandidate]) -> tuple[int, TimeCandidate] | None:
    """The year an undated document was written in, with the length of time that shows it ("the 26-year journey"); None without ground."""
    told = years_told(candidates)
    if not told:
        return None
    latest = max(told)
    for candidate in candidates:
        anchor = anchor_of(text, candidate)
        if anchor is None or anchor.point or not anchor.definite:
            continue
        if latest - anchor.years in told or told[latest] >= _ROUND_NAMED:
            return latest, candidate
    return None


def anchored(anchor: Anchor, value: str, clock: Clock, told: Container[int]) -> Result | None:
    """The stretch up to the day of writing, or the year it began; None where the document gives no ground for it."""
    now = clock.written
    if now is None:
        return None
    began = now.year - anchor.years
    if anchor.point:
        return Result(value, Edtf.year(began), "event", TimexType.DURATION)
    if began not in told and not anchor.definite:
        return None
    return Result(value, Edtf.interval(Edtf.year(began), Edtf.year(now.year)), "event", TimexType.DURATION)


def held(fields: Mapping[str, Any], clock: Clock, told: Collection[int]) -> Result:
    """The time that someone held office, from the office-holder table; of several the one the document can mean."""
    holder = str(fields["holder"])
    times = tenure(holder)
    last = clock.written.year if clock.written else max(told, default=9999)
    times = [t for t in times if int(t[0][:4]) <= last]
    if not times:
        return Result("PXY", basis="none", type=TimexType.DURATION)
    near = clock.mentioned.year if clock.mentioned else last
    since, until = min(times, key=lambda t: _distance(t, near))
    start, end = Edtf.parse(since), Edtf.parse(until) if until else None
    return Result("PXY", _by_lead(str(fields["lead"]), start, end), "tenure", TimexType.DURATION)


def era(fields: Mapping[str, Any]) -> Result:
    """The time that goes by a name ("under Doi Moi"), from the table of eras. "Since" an era that is over is since its end."""
    since, until = time_grammar().eras[str(fields["era"])]
    start, end = Edtf.parse(since), Edtf.parse(until) if until else None
    lead = "after" if fields["lead"] == "since" and end is not None else str(fields["lead"])
    return Result("PXY", _by_lead(lead, start, end), "event", TimexType.DURATION)


def _distance(term: tuple[str, str | None], year: int) -> int:
    since, until = int(term[0][:4]), int(term[1][:4]) if term[1] else 9999
    return 0 if since <= year <= until else min(abs(year - since), abs(year - until))


def _by_lead(lead: str, start: Edtf, end: Edtf | None) -> Edtf | None:
    if lead == "since":
        return Edtf.interval(start, None)
    if lead == "before":
        return Edtf.interval(None, start)
    if lead == "after":
        return None if end is None else Edtf.interval(end, None)
    if lead == "until":
        return Edtf.interval(None, end) if end else None
    return Edtf.interval(start, end)
