"""Dates that keep their precision: EDTF (ISO 8601-2) levels 0 and 1, with ``[..]`` and ``{..}`` sets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

_DATE = re.compile(r"(-?\d{4}|-?\d{3}X|-?\d{2}XX|Y-?\d{5,})(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([~?%]?)\Z")
_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
"""Northern seasons, months counted from 1; winter runs into the next year."""


class Day(NamedTuple):
    """A day of the proleptic Gregorian calendar, any year (0 is 1 BC)."""

    year: int
    month: int
    day: int

    def isoformat(self) -> str:
        """``YYYY-MM-DD``, with a minus sign before years earlier than 0."""
        return f"{'-' if self.year < 0 else ''}{abs(self.year):04d}-{self.month:02d}-{self.day:02d}"


@dataclass(frozen=True, slots=True)
class Edtf:
    """One EDTF expression with the first and last day it can mean. ``None`` at an end means open or unknown."""

    text: str
    earliest: Day | None
    latest: Day | None

    @classmethod
    def parse(cls, text: str) -> Edtf:
        """Read an EDTF string. Raises ValueError naming the string when it is not EDTF."""
        if text[:1] in "[{" and text[-1:] in "]}":
            parts = [cls.parse(p.strip()) for p in re.split(r",|(?<!\.)\.\.(?!\.)", text[1:-1]) if p.strip()]
            lows = [p.earliest for p in parts]
            highs = [p.latest for p in parts]
            return cls(text, None if None in lows else min(d for d in lows if d), None if None in highs else max(d for d in highs if d))
        if "/" in text:
            left, _, right = text.partition("/")
            low = None if left in ("..", "") else cls.parse(left).earliest
            high = None if right in ("..", "") else cls.parse(right).latest
            return cls(text, low, high)
        match = _DATE.match(text)
        if match is None:
            raise ValueError(f"not an EDTF date: {text!r}")
        year, month, day, _ = match.groups()
        low_year, high_year = int(year.strip("Y").replace("X", "0")), int(year.strip("Y").replace("X", "9"))
        if month in (None, "XX"):
            return cls(text, Day(low_year, 1, 1), Day(high_year, 12, 31))
        number = int(month)
        if number in _SEASON_MONTHS and day is None:
            first, last = _SEASON_MONTHS[number]
            high_year, last = (high_year + 1, last - 12) if last > 12 else (high_year, last)
            return cls(text, Day(low_year, first, 1), Day(high_year, last, _days(high_year, last)))
        if not 1 <= number <= 12:
            raise ValueError(f"not an EDTF date: {text!r}")
        if day in (None, "XX"):
            return cls(text, Day(low_year, number, 1), Day(high_year, number, _days(high_year, number)))
        if not 1 <= int(day) <= _days(low_year, number):
            raise ValueError(f"not an EDTF date: {text!r}")
        return cls(text, Day(low_year, number, int(day)), Day(high_year, number, int(day)))

    def __str__(self) -> str:
        return self.text


def _days(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else _MONTH_DAYS[month - 1]
