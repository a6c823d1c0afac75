"""Dates that keep their precision: EDTF (ISO 8601-2) levels 0 and 1, with ``[..]`` and ``{..}`` sets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from detente.model.calendar import Day as Day
from detente.model.calendar import days_in_month, format_year

_DATE = re.compile(r"(?:(-?\d{4}|-?\d{3}X|-?\d{2}XX|-?\dXXX|XXXX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?|(Y-?\d{5,}))([~?%]?)\Z", re.ASCII)
_TIMED = re.compile(r"(-?\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(Z|[+-]\d{2}(?::\d{2})?)?\Z", re.ASCII)
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
"""Northern seasons, months counted from 1; winter runs into the next year."""
_OPEN = ("", "..")
_CACHED_TEXTS = 4096
"""Parsed expressions kept: a document repeats its dates, and a record holds few thousands of different ones."""


@dataclass(frozen=True, slots=True)
class Edtf:
    """One EDTF expression with the first and last day it can mean. ``None`` at an end means open or unknown.

    Make one with ``parse`` or with ``day``, ``month``, ``year``, ``season``, ``decade``, ``century`` and ``interval``.
    """

    text: str
    earliest: Day | None
    latest: Day | None

    @classmethod
    def parse(cls, text: str) -> Edtf:
        """Read an EDTF string. Raises ValueError naming the string when it is not EDTF."""
        return _parse(text)

    @classmethod
    def day(cls, year: int, month: int, day: int) -> Edtf:
        """That day. Raises ValueError when the calendar has none."""
        return _parse(f"{format_year(year)}-{month:02d}-{day:02d}")

    @classmethod
    def month(cls, year: int, month: int) -> Edtf:
        """That month. Raises ValueError when the calendar has none."""
        return _parse(f"{format_year(year)}-{month:02d}")

    @classmethod
    def year(cls, year: int) -> Edtf:
        """That year; 0 is 1 BC."""
        return _parse(format_year(year))

    @classmethod
    def season(cls, year: int, season: int) -> Edtf:
        """Spring to winter are 21 to 24; winter runs into the next year."""
        return _parse(f"{format_year(year)}-{season:02d}")

    @classmethod
    def decade(cls, year: int) -> Edtf:
        """The ten years that share all but the last digit with ``year`` (197X)."""
        return _parse(f"{format_year(year)[:-1]}X")

    @classmethod
    def century(cls, year: int) -> Edtf:
        """The hundred years that share all but the last two digits with ``year`` (19XX)."""
        return _parse(f"{format_year(year)[:-2]}XX")

    @classmethod
    def interval(cls, start: Edtf | None, end: Edtf | None) -> Edtf:
        """From ``start`` to ``end``; None is open. Ends that are intervals lend their own outer end. Raises ValueError when they cross."""
        return _parse(f"{'..' if start is None else _outer(start, 0)}/{'..' if end is None else _outer(end, -1)}")

    def approximate(self) -> Edtf:
        """The same date said to be about right (``2013~``); what cannot carry the mark is returned unchanged."""
        if _DATE.match(self.text) is None or self.text[-1] in "~?%":
            return self
        return Edtf(f"{self.text}~", self.earliest, self.latest)

    @property
    def is_interval(self) -> bool:
        """Whether it is written as a stretch from one date to another."""
        return "/" in self.text

    @property
    def is_day(self) -> bool:
        """Whether it means one single day."""
        return self.earliest is not None and self.earliest == self.latest

    def overlaps(self, other: Edtf) -> bool:
        """Whether some day can be meant by both. An open or unknown end excludes nothing."""
        return _before_or_at(self.earliest, other.latest) and _before_or_at(other.earliest, self.latest)

    def within(self, other: Edtf) -> bool:
        """Whether every day this can mean is one that ``other`` can mean. An open end lies within nothing but an open end."""
        low = other.earliest is None or (self.earliest is not None and self.earliest >= other.earliest)
        high = other.latest is None or (self.latest is not None and self.latest <= other.latest)
        return low and high

    def before(self, other: Edtf) -> bool:
        """Whether its last day certainly precedes the first of ``other``."""
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest

    def intersect(self, other: Edtf) -> Edtf | None:
        """The days that both can mean: the narrower of the two where one holds the other, else an interval; None when there are none."""
        if not self.overlaps(other):
            return None
        if self.within(other):
            return self
        if other.within(self):
            return other
        low = max((d for d in (self.earliest, other.earliest) if d is not None), default=None)
        high = min((d for d in (self.latest, other.latest) if d is not None), default=None)
        return _parse(f"{low.isoformat() if low else '..'}/{high.isoformat() if high else '..'}")

    def sort_key(self) -> tuple[Day, Day]:
        """Orders dates by their first day, and of those the wider ones last; an open start comes first."""
        first, last = Day(-(10**9), 1, 1), Day(10**9, 12, 31)
        return self.earliest or first, self.latest or last

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=_CACHED_TEXTS)
def _parse(text: str) -> Edtf:
    if text[:1] == "[" and text[-1:] == "]":
        return _set(text)
    if text[:1] == "{" and text[-1:] == "}":
        return _set(text)
    if "/" in text:
        return _interval(text)
    timed = _TIMED.match(text)
    if timed is not None:
        return _timed(text, timed)
    match = _DATE.match(text)
    if match is None:
        raise ValueError(f"not an EDTF date: {text!r}")
    return _date(text, match)


def _date(text: str, match: re.Match[str]) -> Edtf:
    year, month, day, long_year, _ = match.groups()
    low_year, high_year = _years(long_year[1:] if long_year else year)
    if year == "XXXX":
        return Edtf(text, None, None) if _fits(month, day) else _refuse(text)
    if month is None:
        return Edtf(text, Day(low_year, 1, 1), Day(high_year, 12, 31))
    if month == "XX":
        return Edtf(text, Day(low_year, 1, 1), Day(high_year, 12, 31)) if day in (None, "XX") else _refuse(text)
    number = int(month)
    if number in _SEASON_MONTHS and day is None:
        first, last = _SEASON_MONTHS[number]
        high_year, last = (high_year + 1, last - 12) if last > 12 else (high_year, last)
        return Edtf(text, Day(low_year, first, 1), Day(high_year, last, days_in_month(high_year, last)))
    if not 1 <= number <= 12:
        return _refuse(text)
    if day in (None, "XX"):
        return Edtf(text, Day(low_year, number, 1), Day(high_year, number, days_in_month(high_year, number)))
    if low_year != high_year or not 1 <= int(day) <= days_in_month(low_year, number):
        return _refuse(text)
    return Edtf(text, Day(low_year, number, int(day)), Day(high_year, number, int(day)))


def _years(year: str) -> tuple[int, int]:
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    return min(low, high), max(low, high)


def _fits(month: str | None, day: str | None) -> bool:
    if month in (None, "XX"):
        return day in (None, "XX")
    return 1 <= int(month) <= 12 and (day in (None, "XX") or 1 <= int(day) <= days_in_month(2000, int(month)))


def _refuse(text: str) -> Edtf:
    raise ValueError(f"not an EDTF date: {text!r}")


def _timed(text: str, match: re.Match[str]) -> Edtf:
    date, hour, minute, second, _ = match.groups()
    if int(hour) > 23 or int(minute) > 59 or int(second) > 59:
        return _refuse(text)
    inner = _parse(date)
    return Edtf(text, inner.earliest, inner.latest)


def _interval(text: str) -> Edtf:
    left, _, right = text.partition("/")
    if left in _OPEN and right in _OPEN:
        return Edtf(text, None, None) if text != "/" else _refuse(text)
    low, high = (None if end in _OPEN else _end(end, text) for end in (left, right))
    if low is not None and high is not None and high.before(low):
        raise ValueError(f"an interval runs forward: {text!r}")
    return Edtf(text, low.earliest if low else None, high.latest if high else None)


def _outer(date: Edtf, side: int) -> str:
    """One end of an interval; a decade or century lends its first or last year, since level 1 has no digits left open there."""
    text = date.text.split("/")[side]
    day = date.earliest if side == 0 else date.latest
    return format_year(day.year) if "X" in text and day is not None else text


def _end(end: str, text: str) -> Edtf:
    if _DATE.match(end) is None:
        raise ValueError(f"not an EDTF date: {text!r}")
    return _parse(end)


def _set(text: str) -> Edtf:
    inner = text[1:-1].strip()
    if not inner:
        return _refuse(text)
    lows: list[Day | None] = []
    highs: list[Day | None] = []
    for part in inner.split(","):
        left, dots, right = part.strip().partition("..")
        if not dots:
            right = left
        if not left and not right:
            return _refuse(text)
        lows.append(_end(left.strip(), text).earliest if left else None)
        highs.append(_end(right.strip(), text).latest if right else None)
    known_lows, known_highs = [d for d in lows if d is not None], [d for d in highs if d is not None]
    low = min(known_lows) if len(known_lows) == len(lows) else None
    return Edtf(text, low, max(known_highs) if len(known_highs) == len(highs) else None)


def _before_or_at(left: Day | None, right: Day | None) -> bool:
    return left is None or right is None or left <= right
