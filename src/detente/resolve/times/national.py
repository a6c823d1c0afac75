"""The national days of countries, from the holiday tables: "Ghana's Independence Day"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from detente.resolve.times.clock import Clock, Moment, Tense
from detente.resolve.times.result import UNKNOWN_DAY, Result, of_moment
from detente.rules.actors import Label, lexicon
from detente.rules.folding import fold

_BEFORE, _BEHIND = 40, 24
"""Characters around a national day in which its country is named."""
_MODERN = (2021, 2023)
"""Years that the tables cover for every country; a day that is the same in both is fixed, and taken so for other years."""
_FARTHEST_YEAR_BEHIND = 60
_OF_COUNTRY = re.compile(r"[ ]of[ ][^.,;!?\n0-9]{3,40}?,?[ ]in[ ]([0-9]{4})\b")
_COUNTRY = frozenset((Label.NAME, Label.DEMONYM))


def national_day(text: str, start: int, end: int, fields: Mapping[str, Any], clock: Clock, tense: Tense) -> Result:
    """The day in the year named, else in the year the clock tells; no date where no country is named or the tables do not tell."""
    country, feast = _country(text, start, end), str(fields["feast"])
    fixed = None if country is None else fixed_day(country, feast)
    if fixed is None:
        return Result(UNKNOWN_DAY, basis="none")
    month, day = fixed
    year = fields.get("year") or _year_behind(text, end) or clock.year_for(month, day, tense)
    return Result(f"XXXX-{month:02d}-{day:02d}", basis="none") if year is None else of_moment(Moment(int(year), month, day), "event")


def _year_behind(text: str, end: int) -> int | None:
    """The year told behind the country: "the Independence Day of Kenya in 2010"."""
    told = _OF_COUNTRY.match(text, end, end + _FARTHEST_YEAR_BEHIND)
    return None if told is None else int(told[1])


def _country(text: str, start: int, end: int) -> str | None:
    """The country named last before the day, else first behind it."""
    before = [h for h in lexicon().hits(fold(text[max(0, start - _BEFORE) : start]).text) if h.entry.label in _COUNTRY]
    if before:
        return before[-1].entry.code
    behind = [h for h in lexicon().hits(fold(text[end : end + _BEHIND]).text) if h.entry.label in _COUNTRY]
    return behind[0].entry.code if behind else None


@lru_cache(maxsize=512)
def fixed_day(country: str, feast: str) -> tuple[int, int] | None:
    """Month and day of a country's feast, where it falls on the same day every year; None where the tables know none or it moves."""
    import holidays

    found: list[set[tuple[int, int]]] = []
    for year in _MODERN:
        try:
            days = holidays.country_holidays(country, years=year, language="en_US", observed=False).items()
        except NotImplementedError:
            return None
        found.append({(day.month, day.day) for day, name in days if name.split(" (")[0].split("/")[0] == feast})
    return min(set.intersection(*found), default=None)
