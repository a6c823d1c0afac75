"""Dates that are written out, wholly or in part: days, months, years, seasons, quarters, halves, decades, centuries."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from detente.model.calendar import Day, is_day
from detente.model.edtf import Edtf
from detente.model.mention import TimexType
from detente.resolve.times.clock import Clock, Mode, Moment, Tense, year_in_news
from detente.resolve.times.result import SEASONS, UNKNOWN_DAY, Result, of_moment, of_months, timex_year

_SEASON_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}
"""The month a season is reckoned by when its year is worked out; TIMEX3 names a winter by the year of its January."""
_PIVOT = 1985
"""Where nothing else tells, "39" is 1939 and "25" is 2025: the year nearest to this."""
_AHEAD = 20
"""Years that two digits look ahead of the day of writing at most: what a report of 2024 calls "'68" is long past."""
_STEP = {"last": -1, "previous": -1, "next": 1, "following": 1}


def date(fields: Mapping[str, Any], clock: Clock, tense: Tense) -> Result:
    """A calendar date; what it does not say is taken from the clock."""
    year, basis = _year(fields, clock)
    if "season" in fields:
        return _season(fields, year, basis, clock, tense)
    if "quarter" in fields or "half" in fields:
        return _part_of_year(fields, year, basis, clock)
    month, day = fields.get("month"), fields.get("day")
    if month is None and day is not None:
        return _day_of_month(fields, day, clock)
    if month is None:
        return of_moment(Moment(year), basis) if year is not None else Result("XXXX", basis="none")
    if year is None:
        year = clock.year_for(month, day, tense, bool(fields.get("forward")))
        basis = "relative" if clock.mode is Mode.NEWS and clock.carried is None else "narrative"
    if year is None:
        return Result(f"XXXX-{month:02d}" + (f"-{day:02d}" if day else ""), basis="none")
    if day is not None and day > 31:
        day = None
    return _with_time(of_moment(Moment(year, month, day), basis), fields)


def _year(fields: Mapping[str, Any], clock: Clock) -> tuple[int | None, str]:
    if "year" in fields:
        year = int(fields["year"])
        return (1 - year if fields.get("era") == "BC" else year), "stated"
    if "smallyear" in fields:
        year = int(fields["smallyear"])
        return (1 - year if fields.get("era") == "BC" else year), "stated"
    if "shortyear" in fields:
        return _full_year(int(fields["shortyear"]), clock), "stated"
    if "carried" in fields:
        return int(fields["carried"]), "carried"
    if "yearref" in fields:
        rel = fields["yearref"]
        base = (clock.mentioned or clock.here()) if rel in ("same", "previous", "following") else clock.now()
        return (None if base is None else base.year + _STEP.get(rel, 0)), "narrative"
    return None, "stated"


def _full_year(short: int, clock: Clock) -> int:
    """The year near the clock that ends in those two digits, and not far ahead of the day of writing."""
    here = clock.here()
    base = here.year if here is not None else _PIVOT
    year = min((base // 100 * 100 + century + short for century in (-100, 0, 100)), key=lambda y: abs(y - base))
    return year - 100 if clock.written is not None and year > clock.written.year + _AHEAD else year


def _season(fields: Mapping[str, Any], year: int | None, basis: str, clock: Clock, tense: Tense) -> Result:
    season = fields["season"]
    stated = year is not None
    if year is None:
        year, basis = _season_year(fields, season, clock, tense)
    if year is None:
        return Result(f"XXXX-{season}", basis="none")
    begins = year - 1 if season == "WI" and not stated else year
    if "two" in fields or "endyear" in fields:
        year += 1
    month = _SEASON_MONTH[season]
    return Result(
        f"{timex_year(year)}-{season}",
        Edtf.season(begins, SEASONS[season]),
        basis,
        moment=Moment(year, 12 if season == "WI" and stated else month),
    )


def _season_year(fields: Mapping[str, Any], season: str, clock: Clock, tense: Tense) -> tuple[int | None, str]:
    rel = fields.get("rel")
    month = _SEASON_MONTH[season]
    if rel == "same" and clock.mentioned is not None:
        return clock.mentioned.year, "narrative"
    if clock.mode is Mode.NEWS and clock.published is not None and rel in (None, "this", "last", "next"):
        if rel == "last":
            tense = Tense.PAST
        elif rel == "next":
            tense = Tense.FUTURE
        elif rel == "this":
            return clock.published.year + (season == "WI" and clock.published.month > 6), "relative"
        elif clock.carried is not None and clock.carried.year != clock.published.year:
            return clock.year_for(month, None, tense), "narrative"
        return year_in_news(clock.published, month, None, tense), "relative"
    here = clock.here()
    if here is None:
        return None, "none"
    if rel == "next":
        return here.year + (month <= (here.month or 12)), "narrative"
    if season == "WI":
        return (here.year + 1 if here.month is None or here.month > 4 else here.year), "narrative"
    return clock.year_for(month, None, tense), "narrative"


def _part_of_year(fields: Mapping[str, Any], year: int | None, basis: str, clock: Clock) -> Result:
    if year is None:
        here = clock.now()
        if here is None:
            return Result("XXXX-QX", basis="none")
        year, basis = here.year, "relative"
        published = clock.published
        if (
            "quarter" in fields
            and clock.mode is Mode.NEWS
            and published is not None
            and (fields["quarter"] - 1) * 3 + 1 > published.month + 6
        ):
            year -= 1
    if "half" in fields:
        first = 1 if fields["half"] == 1 else 7
        return of_months(year, first, first + 5, f"{timex_year(year)}-H{fields['half']}", basis)
    first = (fields["quarter"] - 1) * 3 + 1
    return of_months(year, first, first + 2, f"{timex_year(year)}-Q{fields['quarter']}", basis)


def _day_of_month(fields: Mapping[str, Any], day: int, clock: Clock) -> Result:
    """ "the 20th": of the month the story stands in, or of the month named beside it."""
    here = clock.here()
    if here is None or here.month is None:
        return Result(UNKNOWN_DAY[:-2] + f"{day:02d}", basis="none")
    base = Day(here.year, here.month, 1).plus_months(_STEP.get(fields.get("monthref", ""), 0))
    if not is_day(base.year, base.month, day):
        return Result(UNKNOWN_DAY[:-2] + f"{day:02d}", basis="none")
    return of_moment(Moment(base.year, base.month, day), "narrative")


def _with_time(result: Result, fields: Mapping[str, Any]) -> Result:
    """A date that carries an hour or a part of the day."""
    time = clock_value(fields)
    if not time:
        return result
    return Result(f"{result.value}T{time}", result.edtf, result.basis, TimexType.TIME, result.moment, result.alternatives)


def clock_value(fields: Mapping[str, Any]) -> str:
    """The TIMEX3 spelling of the hour or part of the day that a candidate names; empty when it names none."""
    if "part" in fields:
        return str(fields["part"])
    if "clock" in fields:
        parts = str(fields["clock"]).replace(".", ":").split(":")
        hour, minute = int(parts[0]), int(parts[1])
    elif "hhmm" in fields:
        hour, minute = int(fields["hhmm"][:2]), int(fields["hhmm"][2:])
    elif "hour" in fields:
        hour, minute = int(fields["hour"]), 0
    else:
        return ""
    if "ampm" in fields:
        hour = hour % 12 + fields["ampm"]
    return f"{hour:02d}:{minute:02d}{fields.get('zone', '')}"


def decade(fields: Mapping[str, Any], clock: Clock) -> Result:
    """ "the 1970s", "the 70s", "the seventies"."""
    if "decade" in fields:
        year = int(fields["decade"])
        if fields.get("era") == "BC":
            return Result(f"BC{year // 10:03d}", Edtf.parse(f"{Edtf.year(-year - 8)}/{Edtf.year(1 - year)}"), "stated")
    else:
        year = _full_year(int(fields["shortdecade"]), clock)
    if fields.get("half") in (1, 2):
        first = year + 5 * (fields["half"] - 1)
        return Result(f"{year // 10:03d}", Edtf.interval(Edtf.year(first), Edtf.year(first + 4)), "stated")
    return Result(f"{year // 10:03d}", Edtf.decade(year), "stated")


def century(fields: Mapping[str, Any]) -> Result:
    """ "the nineteenth century", "the 9th century BC"."""
    number = int(fields["century"]) + int(fields.get("tens", 0))
    if number < 1 or number > 99:
        return Result("XX", basis="none")
    if fields.get("era") == "BC":
        return Result(f"BC{number - 1:02d}", Edtf.parse(f"{Edtf.year(1 - number * 100)}/{Edtf.year(-(number - 1) * 100)}"), "stated")
    if int(fields.get("century2", 0)) > number:
        last = Edtf.century((int(fields["century2"]) - 1) * 100)
        return Result(f"{number - 1:02d}", Edtf.interval(Edtf.century((number - 1) * 100), last), "stated")
    return Result(f"{number - 1:02d}", Edtf.century((number - 1) * 100), "stated")


def iso(fields: Mapping[str, Any]) -> Result:
    """A date in ISO form, with its hour where it has one."""
    year, month, day = (int(part) for part in str(fields["iso"])[:10].split("-"))
    if not is_day(year, month, day):
        return Result(str(fields["iso"])[:10], basis="none")
    result = of_moment(Moment(year, month, day), "stated")
    rest = str(fields["iso"])[11:16]
    return _with_time(result, {"clock": rest} if rest else fields)


def numeric(fields: Mapping[str, Any], clock: Clock, month_first: bool) -> Result:
    """A date in numbers; the order of day and month is the document's, and the other reading is kept."""
    first, second, third = (int(part) for part in str(fields["numeric"]).replace(".", "/").replace("-", "/").split("/"))
    if first > 31:
        return _numbers(first, second, third, None, fields)
    year = third if third > 99 else _full_year(third, clock)
    month, day = (first, second) if month_first else (second, first)
    if not is_day(year, month, day):
        month, day = day, month
    other = Edtf.day(year, day, month) if day != month and is_day(year, day, month) else None
    return _numbers(year, month, day, other, fields)


def _numbers(year: int, month: int, day: int, other: Edtf | None, fields: Mapping[str, Any]) -> Result:
    if not is_day(year, month, day):
        return Result(UNKNOWN_DAY, basis="none")
    result = of_moment(Moment(year, month, day), "stated")
    result = Result(result.value, result.edtf, "stated", moment=result.moment, alternatives=(other,) if other else ())
    return _with_time(result, fields)
