"""Dates told by their distance from the publication or from the story's clock, and lengths of time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from detente.model.calendar import Day
from detente.model.edtf import Edtf
from detente.model.mention import TimexType
from detente.resolve.times.clock import Clock, Mode, Moment, Tense
from detente.resolve.times.dates import clock_value
from detente.resolve.times.result import UNKNOWN_DAY, Result, of_moment, of_week, timex_century, timex_decade

_YEARS = {"Y": 1, "DE": 10, "CE": 100, "GE": 30, "ML": 1000}
_DAYS = {"D": 1, "W": 7, "FN": 14, "WE": 7, "NI": 1}
_MONTHS = {"MO": 1, "Q": 3}
_STEP = {"last": -1, "previous": -1, "next": 1, "following": 1, "this": 0, "same": 0}
_SIGN = {"ago": -1, "before": -1, "after": 1, "hence": 1}
_FARTHEST = 6000
"""Years; what lies further off has no place on the calendar of a story."""
_EACH = {"P1D": UNKNOWN_DAY, "P1W": "XXXX-WXX", "P1M": "XXXX-XX", "P1Y": "XXXX", "P1Q": "XXXX-QX"}
"""Every day, week, month and year as TIMEX3 writes them: any date of that precision."""
_VAGUE = {-1: "PAST_REF", 1: "FUTURE_REF"}


def of_event(fields: Mapping[str, Any], clock: Clock, beside_date: Moment | None, opens: bool) -> Result | None:
    """ "ten days after the ruling": where the sentence has a date of its own (or, in news, happens on the day reported), the day of
    the ruling; None where it tells when something else happened, counted from the story's clock."""
    number, unit = fields.get("number", "X"), fields["unit"]
    news = clock.mode is Mode.NEWS
    base = beside_date or ((clock.event_day or clock.now()) if news else None)
    if base is None or number == "X" or unit in ("S", "M", "H") or (opens and not news):
        return None
    sign = -1 if fields.get("way", "after") == "after" else 1
    result = shifted(base, sign * number, unit, "event")
    if result.edtf is None and news and clock.event_day is not None:
        result = shifted(clock.event_day, sign * number, unit, "event")
    value, kind = (duration_value(number, unit), TimexType.DURATION) if news else (result.value, result.type)
    return Result(value, result.edtf, "event", kind)


def relative(fields: Mapping[str, Any], clock: Clock, in_passage: bool) -> Result:
    """ "two years ago", "ten days later", "the day before yesterday" as a distance."""
    sign = _SIGN[fields.get("way", "after")]
    number, unit = fields.get("number", "X"), fields["unit"]
    if "deictic" in fields or fields.get("way") in ("ago", "hence"):
        base, basis = clock.now(), "relative"
    else:
        base, basis = (clock.here() if clock.mode is Mode.NARRATIVE or in_passage else clock.event_day or clock.now()), "narrative"
        if unit in _DAYS and clock.mode is Mode.NEWS and (base is None or base.full is None):
            base = clock.event_day or clock.now()
    if number == "X" or unit in ("S", "M", "H"):
        return Result(_VAGUE[sign], basis="vague")
    if base is None:
        return Result(UNKNOWN_DAY if unit in _DAYS else "XXXX", basis="none")
    result = shifted(base, sign * number, unit, basis)
    if sign < 0:
        result = _still(result)
    if "deictic" in fields and base.full and result.edtf and unit in _YEARS:
        return of_moment(base._replace(year=base.year + int(sign * number * _YEARS[unit])), basis)
    return result


def shifted(base: Moment, number: float, unit: str, basis: str) -> Result:
    """``base`` moved by so many units, as precise as the unit and the base allow."""
    if abs(number) * (_YEARS.get(unit) or (_MONTHS.get(unit, 0) + 1) / 12) > _FARTHEST:
        return Result(_VAGUE[1 if number > 0 else -1], basis="vague")
    if unit in _YEARS:
        years = number * _YEARS[unit]
        if years != int(years) and base.month is not None:
            return _months(base, round(years * 12), basis, approximate=True)
        result = of_moment(Moment(base.year + int(years)), basis)
        if unit == "DE" and result.edtf is not None:
            return Result(timex_decade(base.year + int(years)), result.edtf.approximate(), basis, moment=result.moment)
        return result
    if unit in _MONTHS:
        return _months(base, round(number * _MONTHS[unit]), basis)
    day = base.full
    if day is None:
        return Result(UNKNOWN_DAY, basis="none")
    moved = day.plus_days(round(number * _DAYS[unit]))
    result = of_moment(Moment.of(moved), basis)
    if unit == "W":
        return Result(of_week(moved, basis).value, result.edtf, basis, moment=result.moment)
    return result


def _months(base: Moment, months: int, basis: str, approximate: bool = False) -> Result:
    if base.month is None:
        return Result("XXXX-XX", basis="none")
    moved = Day(base.year, base.month, 1).plus_months(months)
    result = of_moment(Moment(moved.year, moved.month), basis)
    if approximate and result.edtf is not None:
        return Result(result.value, result.edtf.approximate(), basis, moment=result.moment)
    return result


def beside(fields: Mapping[str, Any], clock: Clock) -> Result:
    """ "last year", "the following month", "that day", "the day before", "the end of the week"."""
    if "way" in fields:
        step, base = _SIGN[fields["way"]], _day_told(clock) if fields["unit"] == "D" else clock.here()
        if fields["unit"] != "D" and step > 0 and "rel" not in fields:
            step = 1
    else:
        rel = fields.get("rel", "same")
        step = _STEP[rel]
        base = clock.now() if rel in ("this", "last", "next") or (clock.mode is Mode.NEWS and "rel" not in fields) else clock.here()
        if rel == "same" and fields.get("unit", "MO") != "D" and clock.mode is Mode.NARRATIVE:
            base = clock.mentioned or base
        if rel == "same" and "rel" in fields and fields.get("unit") == "D":
            base = _last_day(clock) or base
    basis = "relative" if clock.mode is Mode.NEWS and base is not None and base.full == clock.published else "narrative"
    if "month" in fields:
        return _rel_month(fields, clock, basis)
    if base is None:
        return Result("PRESENT_REF" if step == 0 else _VAGUE[step], basis="vague")
    result = _unit_beside(base, step, fields["unit"], basis)
    return result if (step > 0 and fields.get("rel") != "next") or (fields["unit"] == "D" and step == 0) else _still(result)


def _last_day(clock: Clock) -> Moment | None:
    """The last whole day that the story reached or that was named: "on 18 September he told of the killing in June. *The same day* ..."."""
    if clock.story is None:
        return clock.mentioned if clock.mentioned is not None and clock.mentioned.full else None
    return next((moment for _, moment in clock.stands if moment.full), None)


def _still(result: Result) -> Result:
    """The same, leaving the story's clock alone: looking back or far ahead is not going on."""
    return Result(result.value, result.edtf, result.basis, result.type, None, result.alternatives)


def _unit_beside(base: Moment, step: int, unit: str, basis: str) -> Result:
    if unit == "Y":
        return of_moment(Moment(base.year + step), basis)
    if unit == "DE":
        year = base.year + 10 * step
        return Result(timex_decade(year), Edtf.decade(year), basis)
    if unit == "CE":
        year = base.year + 100 * step
        return Result(timex_century(year), Edtf.century(year), basis)
    if unit in ("MO", "Q"):
        return _month_or_quarter(base, step, unit, basis)
    day = base.full
    if day is None:
        if unit == "D" and step == 0 and base.month is not None:
            return of_moment(base, basis)
        return Result(UNKNOWN_DAY if unit == "D" else "XXXX-WXX", basis="none")
    if unit == "D":
        return of_moment(Moment.of(day.plus_days(step)), basis)
    moved = day.plus_days(7 * step)
    if unit == "WE":
        saturday = moved.plus_days(6 - moved.weekday())
        year, week = saturday.iso_week()
        return Result(f"{year:04d}-W{week:02d}-WE", Edtf.parse(f"{saturday.isoformat()}/{saturday.plus_days(1).isoformat()}"), basis)
    return of_week(moved, basis)


def _month_or_quarter(base: Moment, step: int, unit: str, basis: str) -> Result:
    if base.month is None:
        return Result("XXXX-XX", basis="none")
    if unit == "MO":
        moved = Day(base.year, base.month, 1).plus_months(step)
        return of_moment(Moment(moved.year, moved.month), basis)
    moved = Day(base.year, base.month, 1).plus_months(3 * step)
    quarter = (moved.month - 1) // 3
    edtf = Edtf.parse(f"{Edtf.month(moved.year, quarter * 3 + 1)}/{Edtf.month(moved.year, quarter * 3 + 3)}")
    return Result(f"{moved.year:04d}-Q{quarter + 1}", edtf, basis)


def _rel_month(fields: Mapping[str, Any], clock: Clock, basis: str) -> Result:
    """ "last September", "this May", "that June", "the previous April"."""
    rel, month = fields["rel"], fields["month"]
    base = clock.now() if rel in ("this", "last", "next") else clock.here()
    if base is None:
        return Result(f"XXXX-{month:02d}", basis="none")
    at = base.month or (1 if rel in ("next", "following") else 12)
    year = base.year
    if rel in ("last", "previous") and month >= at:
        year -= 1
    if rel in ("next", "following") and month <= at:
        year += 1
    return of_moment(Moment(year, month), basis)


def weekday(fields: Mapping[str, Any], clock: Clock, tense: Tense) -> Result:
    """A weekday: in news the nearest by tense, in a story the next from where it stands."""
    number, rel = fields["weekday"], fields.get("rel")
    if clock.mode is Mode.NEWS and clock.published is not None:
        base, basis = clock.published, "relative"
    else:
        here = clock.here()
        if here is None or here.full is None:
            return Result(f"XXXX-WXX-{number}", basis="none")
        base, basis = here.full, "narrative"
    back = (base.weekday() - number) % 7
    if rel in ("next", "following"):
        day = base.plus_days(7 - back)
    elif rel in ("last", "previous"):
        day = base.plus_days(-(back or 7))
    elif rel == "this":
        day = base.plus_days(number - base.weekday())
    elif tense is Tense.FUTURE or (basis == "narrative" and rel is None):
        day = base.plus_days(-back % 7 if back else 0)
    else:
        day = base.plus_days(-back)
    result = of_moment(Moment.of(day), basis)
    time = clock_value(fields)
    return Result(f"{result.value}T{time}", result.edtf, basis, TimexType.TIME, result.moment) if time else result


def deictic(fields: Mapping[str, Any], clock: Clock) -> Result:
    """ "today", "yesterday evening"."""
    base = clock.published if clock.mode is Mode.NEWS else (clock.story.full if clock.story else clock.published)
    step = int(fields.get("deictic", fields.get("number", 0)))
    time = clock_value(fields)
    if base is None:
        if time:
            return Result(f"{UNKNOWN_DAY}T{time}", basis="none", type=TimexType.TIME)
        return Result("PRESENT_REF" if step == 0 else UNKNOWN_DAY, basis="vague")
    if clock.mode is Mode.NARRATIVE and step == 0 and not time:
        return Result("PRESENT_REF", basis="vague")
    result = of_moment(Moment.of(base.plus_days(step)), "relative")
    value = f"{result.value}T{time}" if time else result.value
    return Result(value, result.edtf, "relative", TimexType.TIME if time else TimexType.DATE, result.moment)


def part(fields: Mapping[str, Any], clock: Clock, following: Moment | None = None) -> Result:
    """ "that afternoon", "the next morning", "in the evening"."""
    rel = fields.get("rel", "same")
    base = following or (clock.now() if rel in ("this", "last", "next") else _day_told(clock))
    time = clock_value(fields)
    if base is None or base.full is None:
        return Result(f"{UNKNOWN_DAY}T{time}", basis="none", type=TimexType.TIME)
    result = of_moment(Moment.of(base.full.plus_days(_STEP[rel])), "narrative")
    return Result(f"{result.value}T{time}", result.edtf, result.basis, TimexType.TIME, result.moment)


def _day_told(clock: Clock) -> Moment | None:
    """The day that "the afternoon" belongs to: the story's, or in news the day of what is reported."""
    if clock.mode is Mode.NARRATIVE or (clock.story is not None and clock.story.full is not None):
        return clock.here()
    return clock.event_day or clock.here()


def clock_time(fields: Mapping[str, Any], clock: Clock, day: Moment | None = None) -> Result:
    """ "19:42", "11 a.m.", "0800 UTC": an hour of ``day``, else of the day the text stands at."""
    here = day or clock.here()
    time = clock_value(fields)
    if here is None or here.full is None:
        return Result(f"T{time}", basis="none", type=TimexType.TIME)
    edtf = of_moment(here, "narrative").edtf if day is not None else None
    return Result(f"{here.full.isoformat()}T{time}", edtf, "narrative", TimexType.TIME)


def duration_value(number: float | str, unit: str) -> str:
    """The TIMEX3 spelling of a length of time."""
    if unit in ("S", "M", "H"):
        return f"PT{number}{unit}"
    if unit == "FN" and not isinstance(number, str):
        return f"P{2 * number}W"
    return f"P{number}{ {'MO': 'M', 'NI': 'D', 'FN': 'W'}.get(unit, unit) }"


def duration(fields: Mapping[str, Any]) -> Result:
    """A length of time that hangs in the air."""
    return Result(duration_value(fields.get("number", "X"), fields["unit"]), basis="none", type=TimexType.DURATION)


def stretch(fields: Mapping[str, Any], clock: Clock) -> Result:
    """ "the last ten years", "the next six months": a length of time that ends or begins at the clock."""
    number, unit = fields.get("number", 1), fields["unit"]
    value = duration_value(number, unit)
    rel = fields.get("rel", "same")
    base = clock.now() if rel in ("last", "next", "this") else clock.here()
    if number == "X" or base is None or rel == "same" or base != clock.written:
        return Result(value, basis="none", type=TimexType.DURATION)
    other = shifted(base, _STEP[rel] * number, unit, "relative").edtf if unit not in ("S", "M", "H") else None
    if other is None:
        return Result(value, basis="none", type=TimexType.DURATION)
    at = _as_precise(base, other)
    ends = (other, at) if _STEP[rel] < 0 else (at, other)
    edtf = Edtf.interval(*ends) if _STEP[rel] else None
    return Result(value, edtf, "relative", TimexType.DURATION)


def _as_precise(base: Moment, other: Edtf) -> Edtf:
    dashes = other.text.count("-")
    moment = Moment(base.year, base.month if dashes >= 1 else None, base.day if dashes >= 2 else None)
    result = of_moment(moment, "relative").edtf
    assert result is not None
    return result


def every(fields: Mapping[str, Any], clock: Clock) -> Result:
    """Sets: "every two years", "annually", "each Friday". TIMEX3 spells "daily" in two ways; corpora of news use the length (P1D),
    histories the date left open (XXXX-XX-XX), and so does this."""
    if "freq" in fields:
        value = str(fields["freq"])
        value = _EACH.get(value, value) if clock.mode is Mode.NARRATIVE else value.replace("P1Q", "P3M")
    elif "unit" in fields:
        value = duration_value(fields.get("number", 1), fields["unit"])
        value = _EACH.get(value, value) if fields.get("each") and clock.mode is Mode.NARRATIVE else value
    elif "weekday" in fields:
        value = f"XXXX-WXX-{fields['weekday']}"
    elif "month" in fields:
        value = f"XXXX-{fields['month']:02d}"
    elif "season" in fields:
        value = f"XXXX-{fields['season']}"
    else:
        value = f"{UNKNOWN_DAY}T{fields.get('part', '')}"
    return Result(value, basis="none", type=TimexType.SET)
