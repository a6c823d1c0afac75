"""Days of the proleptic Gregorian calendar in any year, and sums with them. ``datetime.date`` stops at the year 1; history does not."""

from __future__ import annotations

from typing import NamedTuple

_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ERA_DAYS = 146097
"""Days in 400 Gregorian years."""


class Day(NamedTuple):
    """A day of the proleptic Gregorian calendar, any year (0 is 1 BC). Days compare in the order of time."""

    year: int
    month: int
    day: int

    def isoformat(self) -> str:
        """``YYYY-MM-DD``, with a minus sign before years earlier than 0."""
        return f"{format_year(self.year)}-{self.month:02d}-{self.day:02d}"

    def plus_days(self, days: int) -> Day:
        """The day that many days later (earlier when negative)."""
        return from_ordinal(self.ordinal() + days)

    def plus_months(self, months: int) -> Day:
        """The same day so many months later; the month's last day where it has no such day."""
        year, month = divmod(self.year * 12 + self.month - 1 + months, 12)
        return Day(year, month + 1, min(self.day, days_in_month(year, month + 1)))

    def ordinal(self) -> int:
        """Days since 1 March of the year 0, so that differences count days."""
        year = self.year - (self.month < 3)
        era, of_era = divmod(year, 400)
        of_year = (153 * ((self.month + 9) % 12) + 2) // 5 + self.day - 1
        return era * _ERA_DAYS + of_era * 365 + of_era // 4 - of_era // 100 + of_year

    def weekday(self) -> int:
        """1 for Monday to 7 for Sunday, as ISO 8601 counts."""
        return (self.ordinal() + 2) % 7 + 1

    def iso_week(self) -> tuple[int, int]:
        """The ISO week-numbering year and the week in it."""
        thursday = self.plus_days(4 - self.weekday())
        return thursday.year, (thursday.ordinal() - Day(thursday.year, 1, 1).ordinal()) // 7 + 1


def from_ordinal(number: int) -> Day:
    """The day with that ordinal; the inverse of ``Day.ordinal``."""
    era, of_era = divmod(number, _ERA_DAYS)
    year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    return Day(era * 400 + year + (month < 3), month, of_year - (153 * shifted + 2) // 5 + 1)


def days_in_month(year: int, month: int) -> int:
    """How many days the month has; February by the leap-year rule."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else _MONTH_DAYS[month - 1]


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day."""
    return 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)


def format_year(year: int) -> str:
    """At least four digits, a minus sign before years earlier than 0, ``Y`` before years longer than four digits."""
    sign = "-" if year < 0 else ""
    return f"Y{year}" if abs(year) > 9999 else f"{sign}{abs(year):04d}"
