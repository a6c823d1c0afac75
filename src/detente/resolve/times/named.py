"""The last day of a month, deadlines, anniversaries and other dates that a rule has to work out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from detente.model.calendar import days_in_month
from detente.model.edtf import Edtf
from detente.model.mention import TimexType
from detente.resolve.times.clock import Clock, Mode, Moment, Tense
from detente.resolve.times.relative import duration_value
from detente.resolve.times.result import Result, of_moment

_WEEKS_DAYS = 28
"""Days that any month has."""
_STEP = {"last": -1, "previous": -1, "next": 1, "following": 1}


def edge_day(fields: Mapping[str, Any], clock: Clock, tense: Tense) -> Result:
    """ "the last day of August", "the first day of 2008"."""
    last = fields["edge"] != "first"
    month, year = fields.get("month"), fields.get("year")
    here = clock.here()
    if month is not None and year is None:
        year = clock.year_for(month, None, tense)
    elif year is not None and month is None:
        month = 12 if last else 1
    elif month is None and here is not None and here.month is not None:
        year, month = here.year, here.month
    if year is None or month is None:
        return Result("XXXX-XX-XX", basis="none")
    return of_moment(Moment(year, month, days_in_month(year, month) if last else 1), "stated" if "year" in fields else "narrative")


def edge_stretch(fields: Mapping[str, Any], clock: Clock) -> Result:
    """ "the first five months of 2023": a length of time with a place on the calendar."""
    number, unit = fields.get("number", 1), fields["unit"]
    value = duration_value(number, unit)
    year = fields.get("year")
    if year is None and "month" not in fields:
        base = clock.now() if fields.get("yearref") in ("this", "last", "next") else clock.here()
        year = None if base is None else base.year + _STEP.get(fields.get("yearref", ""), 0)
    if year is None and "month" in fields:
        year = clock.year_for(fields["month"], None, Tense.UNKNOWN)
    placed = _weeks_of_month(fields, year, number)
    if placed is not None:
        return Result(value, placed, "stated" if "year" in fields else "narrative", TimexType.DURATION)
    whole = unit == "MO" and isinstance(number, int) and 1 <= number <= 12 and "month" not in fields
    if year is None or not whole:
        return Result(value, basis="none", type=TimexType.DURATION)
    first, last = (13 - number, 12) if fields["edge"] in ("last", "final") else (1, number)
    edtf = Edtf.interval(Edtf.month(year, first), Edtf.month(year, last)) if first != last else Edtf.month(year, first)
    at = Moment(year) if "year" in fields else None
    return Result(value, edtf, "stated" if "year" in fields else "relative", TimexType.DURATION, at)


def _weeks_of_month(fields: Mapping[str, Any], year: int | None, number: object) -> Edtf | None:
    """ "the last week of August": so many days at the beginning or the end of a month."""
    size = {"D": 1, "W": 7}.get(fields["unit"])
    if size is None or year is None or "month" not in fields or not isinstance(number, int) or not 1 <= size * number <= _WEEKS_DAYS:
        return None
    month, length = fields["month"], size * number
    first = days_in_month(year, month) - length + 1 if fields["edge"] in ("last", "final") else 7 * (fields.get("week", 1) - 1) + 1
    if first + length - 1 > days_in_month(year, month):
        return None
    return Edtf.interval(Edtf.day(year, month, first), Edtf.day(year, month, first + length - 1))


def within(fields: Mapping[str, Any], clock: Clock, tense: Tense) -> Result:
    """ "within five years": a deadline where the sentence looks ahead, else a length of time."""
    number, unit = fields.get("number", "X"), fields["unit"]
    value = duration_value(number, unit)
    base = clock.now()
    news = clock.mode is Mode.NEWS and tense is not Tense.PERFECT and not fields.get("of_event")
    if not news or base is None or unit not in ("Y", "DE") or not isinstance(number, int):
        return Result(value, basis="none", type=TimexType.DURATION)
    year = base.year + number * (10 if unit == "DE" else 1)
    return Result(value, Edtf.interval(None, Edtf.year(year)), "relative", TimexType.DURATION)


def then(fields: Mapping[str, Any], clock: Clock) -> Result:
    """ "since then", "by then"."""
    here = clock.mentioned or clock.here()
    edtf = None if here is None else of_moment(here, "narrative").edtf
    if edtf is None:
        return Result("PRESENT_REF", basis="vague")
    stretch = Edtf.interval(edtf, None) if fields["bound"] == "since" else Edtf.interval(None, edtf)
    return Result(of_moment(here, "narrative").value if here else "", stretch, "narrative")


def anniversary(fields: Mapping[str, Any], clock: Clock, told: Collection[int], year: int | None) -> Result:
    """ "the 20th anniversary" of something: the year told that lies so many years after another one told; else the year that the
    sentence goes on to name; else as the publication dates it, to the year where nothing tells the day."""
    base = clock.mentioned or clock.now()
    number = fields.get("number")
    if year is not None:
        found = of_moment(Moment(year), "event")
        return Result(found.value, found.edtf, "event")
    years = {*told} | ({clock.written.year} if clock.written else set())
    fitting = [year for year in years if isinstance(number, int) and year - number in years]
    if fitting and (base is None or base.year not in fitting):
        near = base.year if base else max(fitting)
        base = Moment(min(fitting, key=lambda year: (abs(year - near), year)))
    if base is None:
        return Result("XXXX", basis="none")
    result = of_moment(Moment(base.year) if base.full == clock.published else base, "event")
    return Result(result.value, result.edtf, "event")
