"""What one rule says of one time expression, and the TIMEX3 and EDTF spellings of dates."""

from __future__ import annotations

from dataclasses import dataclass

from detente.model.calendar import Day, days_in_month, is_day
from detente.model.edtf import Edtf
from detente.model.mention import TimexType
from detente.resolve.times.clock import Moment

SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
FARTHEST_YEAR = 9000
"""Years beyond this, before or after Christ, are none that a document tells of; EDTF writes them otherwise from 10000 on."""
UNKNOWN_DAY = "XXXX-XX-XX"


@dataclass(frozen=True, slots=True)
class Result:
    """A TIMEX3 value, its EDTF date where it has one, and what it does to the story's clock."""

    value: str
    edtf: Edtf | None = None
    basis: str = "stated"
    type: TimexType = TimexType.DATE
    moment: Moment | None = None
    """Where the story stands after this; None leaves the clock alone."""
    alternatives: tuple[Edtf, ...] = ()


def timex_year(year: int) -> str:
    """Four digits, or BC and four digits: 0 is 1 BC."""
    return f"BC{1 - year:04d}" if year <= 0 else f"{year:04d}"


def timex_decade(year: int) -> str:
    """Three digits (195), or BC and three digits."""
    return f"BC{(1 - year) // 10:03d}" if year <= 0 else f"{year // 10:03d}"


def timex_century(year: int) -> str:
    """Two digits (19), or BC and two digits."""
    return f"BC{(1 - year) // 100:02d}" if year <= 0 else f"{year // 100:02d}"


def of_moment(moment: Moment, basis: str) -> Result:
    """A year, month or day as a result that moves the clock there."""
    year, month, day = moment
    if abs(year) > FARTHEST_YEAR:
        return Result("XXXX", basis="none")
    if month is None:
        return Result(timex_year(year), Edtf.year(year), basis, moment=moment)
    if day is None:
        return Result(f"{timex_year(year)}-{month:02d}", Edtf.month(year, month), basis, moment=moment)
    if not is_day(year, month, day):
        return Result(f"{timex_year(year)}-{month:02d}-{day:02d}", Edtf.month(year, month), basis, moment=Moment(year, month))
    return Result(f"{timex_year(year)}-{month:02d}-{day:02d}", Edtf.day(year, month, day), basis, moment=moment)


def of_week(day: Day, basis: str) -> Result:
    """The ISO week that holds ``day``."""
    year, week = day.iso_week()
    monday = day.plus_days(1 - day.weekday())
    edtf = Edtf.parse(f"{monday.isoformat()}/{monday.plus_days(6).isoformat()}")
    return Result(f"{year:04d}-W{week:02d}", edtf, basis, moment=Moment.of(day))


def of_months(year: int, first: int, last: int, value: str, basis: str) -> Result:
    """A stretch of whole months of one year, such as a quarter."""
    return Result(value, Edtf.parse(f"{Edtf.month(year, first)}/{Edtf.month(year, last)}"), basis, moment=Moment(year))


def last_day(year: int, month: int) -> Edtf:
    """The last day of a month."""
    return Edtf.day(year, month, days_in_month(year, month))
