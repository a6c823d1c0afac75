"""The clocks a text runs by: the day it was published, and the day its story has reached."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from detente.model.calendar import Day

_BACKWARD = 2.5
"""How many times likelier a story goes on than goes back by the same number of months. Measured on the development half of histories;
measure again when other kinds of history are added."""
_UP_TO = 5.0
"""The same for a date the sentence leads up to ("by December")."""
_ONWARD_PERFECT = 2.5
"""How much dearer going on is where the sentence looks back ("had spent the spring")."""
_RETURN = 4.0
"""Months that it costs to take the story up again where it stood before its last date, behind an aside; less for each date before."""
_RETURN_FIRMLY = 9.0
"""The same where a sentence opened with its last date."""
_MENTION = 7.5
"""Months that it costs to take the story to a year that was only mentioned."""
_TOLD = 3.5
"""The same when something is told to have happened in that year."""
_YEAR_PASSED = 6.0
"""Months that it costs more to go back to a year without a month than to a month."""
_STANDS = 4
"""How many dates of the story are kept."""
_HALF_YEAR = 6
_NEAR_MONTHS = 2.0
"""A date this near to the publication needs no tense: a report of June that says "in July" means this July, whatever the verb."""
_NEAR_YEARS = 2
"""A story that has come this close to the publication counts "last year" from there."""


_ONE_STORY = 30
"""Years within which a year told twice is where the story has gone, not a precedent."""


class Mode(StrEnum):
    """How dates without a year or a day are read."""

    NEWS = "news"
    """Against the publication date."""
    NARRATIVE = "narrative"
    """Against the date the story has reached."""


class Tense(StrEnum):
    """Which way the sentence looks."""

    PAST = "past"
    FUTURE = "future"
    PERFECT = "perfect"
    """Looks back from the past: "had taken"."""
    UNKNOWN = "unknown"


class Moment(NamedTuple):
    """A date as precise as it is known."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, day: Day) -> Moment:
        """The moment of a whole day."""
        return cls(day.year, day.month, day.day)

    @property
    def full(self) -> Day | None:
        """The day, where it is known."""
        return Day(self.year, self.month, self.day) if self.month is not None and self.day is not None else None


@dataclass(slots=True)
class Clock:
    """What a passage's dates are read against. It moves as the story moves."""

    mode: Mode
    published: Day | None
    """The day of publication, where it is known to the day."""
    written: Moment | None = None
    """The same as precise as it is known."""
    stands: tuple[tuple[float, Moment], ...] = ()
    """The dates the story reached, the latest first, each with what it costs to go on from it."""
    mentioned: Moment | None = None
    """The last date of any kind: what "that year" means."""
    event_day: Moment | None = None
    """The first day near the publication that a report names: what it reports happened then."""
    carried: Moment | None = None
    """The last date with a year of its own in this paragraph."""
    adrift: bool = False
    """The text counts from a day of writing that nobody knows: what counts from it has no date."""

    @property
    def story(self) -> Moment | None:
        """Where the story stands."""
        return next((moment for cost, moment in self.stands if cost not in (_MENTION, _TOLD)), None)

    def move(self, moment: Moment, firmly: bool = False) -> None:
        """The story goes on from ``moment``; ``firmly`` where a sentence opens with it, so that it is no aside."""
        away = _RETURN_FIRMLY if firmly else _RETURN
        before = [
            (away if cost == 0 else max(cost + 1, away if firmly else 0), m)
            for cost, m in self.stands
            if m != moment and cost not in (_MENTION, _TOLD)
        ]
        self.stands = ((0.0, moment), *before[: _STANDS - 1])

    def mention(self, moment: Moment, told: bool) -> None:
        """A year was named in passing; the story may or may not go on there. Named twice it does."""
        before = [stand for stand in self.stands if stand[0] in (_MENTION, _TOLD)]
        near = self.story is None or abs(moment.year - self.story.year) <= _ONE_STORY
        if before and before[0][1] == moment and told and near:
            self.move(moment)
            return
        rest = (stand for stand in self.stands if stand[0] not in (_MENTION, _TOLD))
        self.stands = (*rest, (_TOLD if told else _MENTION, moment))

    def now(self) -> Moment | None:
        """What "last year" and "today" count from: the publication in news, the story in narrative where it has begun."""
        if self.adrift:
            return None
        if self.published is not None and (
            self.mode is Mode.NEWS or self.story is None or abs(self.story.year - self.published.year) <= _NEAR_YEARS
        ):
            return Moment.of(self.published)
        return self.story

    def here(self) -> Moment | None:
        """What "the next day" and "two years later" count from: the story, else the publication."""
        return self.story or self.written

    def year_for(self, month: int, day: int | None, tense: Tense, forward: bool = False) -> int | None:
        """The year of a month (and day) that stands without one."""
        if self.mode is Mode.NEWS and self.published is not None:
            if self.carried is not None and abs(self.carried.year - self.published.year) > 0:
                return year_in_story(((0.0, self.carried),), month, day)
            return year_in_news(self.published, month, day, tense)
        if self.adrift:
            return None if self.carried is None else year_in_story(((0.0, self.carried),), month, day)
        stands = self.stands or (((0.0, self.written),) if self.written else ())
        if not stands:
            return None
        if tense is Tense.PERFECT:
            return year_in_story(stands, month, day, 1.0, _ONWARD_PERFECT)
        return year_in_story(stands, month, day, _UP_TO if forward or tense is Tense.FUTURE else _BACKWARD)


def year_in_story(
    stands: Sequence[tuple[float, Moment]], month: int, day: int | None, backward: float = _BACKWARD, onward: float = 1.0
) -> int:
    """The year that a month most likely has in a story that mostly runs forward. ``stands`` are the dates it reached, the latest first,
    each with its cost; ``backward`` and ``onward`` are what a month costs either way."""
    best, found = math.inf, stands[0][1].year
    for penalty, stand in stands:
        if stand.month is None:
            cost = penalty + _YEAR_PASSED if penalty and penalty not in (_MENTION, _TOLD) else penalty
            if cost < best:
                best, found = cost, stand.year
            continue
        for year in (stand.year - 1, stand.year, stand.year + 1):
            ahead = (year - stand.year) * 12 + month - stand.month + ((day or 15) - (stand.day or 15)) / 31
            cost = penalty + (ahead * onward if ahead >= 0 else -ahead * backward)
            if cost < best:
                best, found = cost, year
    return found


def year_in_news(published: Day, month: int, day: int | None, tense: Tense) -> int:
    """The year that a month has in a report of that day: the nearest where it is near, else the latest past or the next by tense."""
    ahead = (month - published.month) + ((day or published.day) - published.day) / 31
    nearest = published.year - 1 if ahead > _HALF_YEAR else published.year + 1 if ahead < -_HALF_YEAR else published.year
    if tense is Tense.UNKNOWN or abs(ahead - 12 * (published.year - nearest)) <= _NEAR_MONTHS:
        return nearest
    if tense is Tense.FUTURE:
        return published.year + 1 if ahead < 0 else published.year
    return published.year - 1 if ahead > 0 else published.year
