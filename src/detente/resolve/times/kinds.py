"""The rule for each kind of time expression, in one table."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from detente.model.edtf import Edtf
from detente.model.mention import TimexType
from detente.model.timeparse import TimeCandidate
from detente.resolve.times import dates, feasts, named, relative
from detente.resolve.times.anchored import anchor_of, anchored, era, held
from detente.resolve.times.clock import Clock, Mode, Moment, Tense
from detente.resolve.times.national import national_day
from detente.resolve.times.result import UNKNOWN_DAY, Result, of_moment
from detente.rules.times import time_grammar

_BEFORE = 24
"""Characters in front in which "more than" stands."""
OPENING = 14
"""What begins this close to the beginning of its sentence opens it ("In early 1943")."""


@dataclass(frozen=True, slots=True)
class Sight:
    """All that a rule may look at."""

    text: str
    candidate: TimeCandidate
    fields: Mapping[str, Any]
    clock: Clock
    tense: Tense
    month_first: bool
    told: Collection[int]
    """The years that the document dates something in."""
    beside: Moment | None
    """The date right in front of the expression ("on 20 July, five days after the coup")."""
    following: Moment | None
    """The date right behind an hour ("at 11 a.m. on 11 November")."""
    up_to_now: bool
    """Whether the sentence tells of what has lasted up to the day of writing."""
    opens: bool
    """Whether the expression opens its sentence."""

    def ends(self, joint: str) -> bool:
        """Whether the text in front ends in such words."""
        before = self.text[max(0, self.candidate.span.start - _BEFORE) : self.candidate.span.start]
        return any(match.end() == len(before) for match in time_grammar().joints[joint].finditer(before))


def resolve(sight: Sight) -> Result:
    """What the expression means; a vague value where no rule tells."""
    apposed = sight.fields.get("apposed")
    if apposed is not None:
        return of_moment(apposed, "event")
    rule = _RULES.get(sight.candidate.kind)
    if rule is not None:
        return rule(sight)
    return Result(str(sight.fields.get("value", sight.fields.get("vague", "PRESENT_REF"))), basis="vague")


def _relative(sight: Sight) -> Result:
    if sight.fields.get("of_event"):
        told = relative.of_event(sight.fields, sight.clock, sight.beside, sight.opens)
        if told is not None:
            return told
    result = relative.relative(sight.fields, sight.clock, sight.clock.story is not None)
    if sight.ends("more_than"):
        return Result(result.value, None, "vague", result.type)
    return result


def _beside(sight: Sight) -> Result:
    if sight.fields.get("of_event") and sight.clock.mode is Mode.NEWS:
        return Result(UNKNOWN_DAY, basis="none")
    return relative.beside(sight.fields, sight.clock)


def _duration(sight: Sight) -> Result:
    loose = relative.duration(sight.fields)
    anchor = anchor_of(sight.text, sight.candidate)
    if anchor is None and sight.up_to_now and sight.ends("for"):
        return relative.stretch({**sight.fields, "rel": "last"}, sight.clock)
    return (None if anchor is None else anchored(anchor, loose.value, sight.clock, sight.told)) or loose


def _same(sight: Sight) -> Result:
    here = sight.clock.here()
    return Result("PRESENT_REF", basis="vague") if here is None else of_moment(here, "narrative")


def _this_year(sight: Sight) -> Result:
    now = sight.clock.now()
    return Result("PRESENT_REF", basis="vague") if now is None else of_moment(Moment(now.year), "relative")


def _onward(sight: Sight) -> Result:
    now = sight.clock.now()
    edtf = None if now is None else of_moment(now, "relative").edtf
    return Result("FUTURE_REF", None if edtf is None else Edtf.interval(edtf, None), "relative" if edtf else "vague")


def _national(sight: Sight) -> Result:
    span = sight.candidate.span
    return national_day(sight.text, span.start, span.end, sight.fields, sight.clock, sight.tense)


def _one_of_many(sight: Sight) -> Result:
    if sight.fields["unit"] == "D" and sight.beside is not None:
        return of_moment(sight.beside, "event")
    return Result(relative.duration_value(1, sight.fields["unit"]), basis="none", type=TimexType.DURATION)


_RULES: Mapping[str, Callable[[Sight], Result]] = {
    "date": lambda s: dates.date(s.fields, s.clock, s.tense),
    "iso": lambda s: dates.iso(s.fields),
    "numeric": lambda s: dates.numeric(s.fields, s.clock, s.month_first),
    "decade": lambda s: dates.decade(s.fields, s.clock),
    "century": lambda s: dates.century(s.fields),
    "weekday": lambda s: relative.weekday(s.fields, s.clock, s.tense),
    "deictic": lambda s: relative.deictic(s.fields, s.clock),
    "part": lambda s: relative.part(s.fields, s.clock, s.following),
    "clock": lambda s: relative.clock_time(s.fields, s.clock, s.following),
    "relative": _relative,
    "beside": _beside,
    "duration": _duration,
    "stretch": lambda s: relative.stretch(s.fields, s.clock),
    "edgestretch": lambda s: named.edge_stretch(s.fields, s.clock),
    "edgeday": lambda s: named.edge_day(s.fields, s.clock, s.tense),
    "within": lambda s: named.within(s.fields, s.clock, s.tense),
    "holiday": lambda s: feasts.holiday(s.fields, s.clock, s.tense),
    "nationalday": _national,
    "anniversary": lambda s: named.anniversary(s.fields, s.clock, s.told, s.fields.get("told")),
    "then": lambda s: named.then(s.fields, s.clock),
    "tenure": lambda s: held(s.fields, s.clock, s.told),
    "era": lambda s: era(s.fields),
    "set": lambda s: relative.every(s.fields, s.clock),
    "same": _same,
    "now": _this_year,
    "onward": _onward,
    "ordinal": _one_of_many,
}
"""By the kind that a pattern of the grammar names."""
