"""Days with a name: those that stay, those that a rule of the calendar moves, and those that only tables tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from detente.model.calendar import Day
from detente.model.edtf import Edtf
from detente.model.mention import TimexType
from detente.resolve.times.clock import Clock, Mode, Moment, Tense
from detente.resolve.times.result import UNKNOWN_DAY, Result, of_moment

_TABLES = range(1901, 2051)
"""Years that the holiday tables may be asked for."""
_STEP = {"last": -1, "previous": -1, "next": 1, "following": 1}


def holiday(fields: Mapping[str, Any], clock: Clock, tense: Tense) -> Result:
    """Christmas, Easter, Tet, Ramadan and the like: the day in the year named, else in the year the clock tells. A feast of the moon year
    may fall twice in a year of ours; the second is kept as the other reading."""
    feast, shift = str(fields["holiday"]), int(fields.get("shift", 0)) - ("eve" in fields)
    year = _year(feast, fields, clock, tense)
    days = () if year is None else days_of(feast, year)
    if not days:
        return Result(UNKNOWN_DAY, basis="none")
    basis = "stated" if "year" in fields else "narrative"
    first = days[0].plus_days(shift)
    length = 1 if "eve" in fields else int(fields.get("days", 1))
    if length > 1:
        whole = Edtf.interval(Edtf.day(*first).approximate(), Edtf.day(*first.plus_days(length - 1)).approximate())
        return Result(f"P{length}D", whole, basis, TimexType.DURATION)
    result = of_moment(Moment.of(first), basis)
    others = tuple(Edtf.day(*day.plus_days(shift)) for day in days[1:])
    if "part" in fields:
        return Result(f"{result.value}T{fields['part']}", result.edtf, basis, TimexType.TIME, result.moment, others)
    return Result(result.value, result.edtf, basis, moment=result.moment, alternatives=others)


def _year(feast: str, fields: Mapping[str, Any], clock: Clock, tense: Tense) -> int | None:
    if "year" in fields:
        return int(fields["year"])
    now = clock.now()
    if "yearref" in fields:
        return None if now is None else now.year + _STEP.get(fields["yearref"], 0)
    if "/" in feast and clock.mode is Mode.NEWS and clock.published is not None:
        return _nearest(feast, clock.published, tense)
    guess = days_of(feast, now.year if now is not None and now.year in _TABLES else 2000)
    return clock.year_for(guess[0].month, guess[0].day, tense) if guess else None


def _nearest(feast: str, published: Day, tense: Tense) -> int | None:
    """The year of the feast last gone by or next to come; the nearer one where the sentence does not tell."""
    known = [
        (day.ordinal() - published.ordinal(), year)
        for year in range(published.year - 1, published.year + 2)
        for day in days_of(feast, year)
    ]
    if tense is Tense.FUTURE:
        known = [found for found in known if found[0] >= 0]
    elif tense is not Tense.UNKNOWN:
        known = [found for found in known if found[0] <= 0]
    return min(known, key=lambda found: abs(found[0]), default=(0, None))[1]


def days_of(feast: str, year: int) -> tuple[Day, ...]:
    """The days a feast begins in a year: "12-25", "easter", or "TR/Eid al-Fitr" for the name it has in the tables of a country."""
    if feast[:1].isdigit():
        month, day = feast.split("-")
        return (Day(year, int(month), int(day)),)
    if feast in _RULES:
        return (_RULES[feast](year),) if year > 0 else ()
    country, name = ("VN", "Lunar New Year") if feast == "tet" else feast.split("/")
    return tabled(country, name, year)


@lru_cache(maxsize=1024)
def tabled(country: str, name: str, year: int) -> tuple[Day, ...]:
    """The first day of each feast of that name in the holiday tables of a country; empty where they do not reach."""
    import holidays

    if year not in _TABLES:
        return ()
    named = holidays.country_holidays(country, years=year, language="en_US", observed=False).items()
    found = sorted(Day(day.year, day.month, day.day) for day, names in named if name in (n.split(" (")[0] for n in names.split("; ")))
    return tuple(_first_days(found))


def _first_days(days: Iterable[Day]) -> Iterable[Day]:
    last = -2
    for day in days:
        if day.ordinal() > last + 1:
            yield day
        last = day.ordinal()


def easter(year: int) -> Day:
    """Easter Sunday of the Gregorian calendar, by the anonymous computus."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap, skipped = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * skipped + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * shift + 114, 31)
    return Day(year, month, day + 1)


def julian_easter(year: int) -> Day:
    """Easter Sunday of the Orthodox churches, on the Gregorian calendar; by Meeus."""
    moon = (19 * (year % 19) + 15) % 30
    week = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + week + 114, 31)
    return Day(year, month, day + 1).plus_days(year // 100 - year // 400 - 2)


def thanksgiving(year: int) -> Day:
    """The fourth Thursday of November."""
    first = Day(year, 11, 1)
    return first.plus_days((4 - first.weekday()) % 7 + 21)


_RULES = {"easter": easter, "julian_easter": julian_easter, "thanksgiving": thanksgiving}
