"""The clocks a text runs by: the day it was published, and the day its story has reached."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from detente.model.calendar import Day

_FORWARD_MONTHS = 9
"""A month without a year that would lie further ahead than this of the story's clock is taken from the year before. Measured on the
development half of histories; measure again when other kinds of history are added."""
_BACK_MONTHS = 6
"""A month without a year that lies further back than this is taken from the year after."""


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
    story: Moment | None = None
    carried: Moment | None = None
    """The last date with a year of its own in this paragraph."""

    def now(self) -> Moment | None:
        """What "last year" and "today" count from: the publication in news, the story in narrative where it has begun."""
        if self.mode is Mode.NEWS or self.story is None:
            return Moment.of(self.published) if self.published else self.story
        return self.story

    def here(self) -> Moment | None:
        """What "the next day" and "two years later" count from: the story, else the publication."""
        return self.story or (Moment.of(self.published) if self.published else None)

    def year_for(self, month: int, day: int | None, tense: Tense) -> int | None:
        """The year of a month (and day) that stands without one."""
        if self.mode is Mode.NEWS and self.published is not None:
            if self.carried is not None and abs(self.carried.year - self.published.year) > 0:
                return year_in_story(self.carried, month, day)
            return year_in_news(self.published, month, day, tense)
        here = self.here()
        return None if here is None else year_in_story(here, month, day)


def year_in_story(here: Moment, month: int, day: int | None) -> int:
    """The year that a month most likely has in a story that stands at ``here`` and mostly runs forward."""
    if here.month is None:
        return here.year
    ahead = month - here.month
    if ahead >= _FORWARD_MONTHS + 1:
        return here.year - 1
    return here.year + 1 if ahead < -_BACK_MONTHS else here.year


def year_in_news(published: Day, month: int, day: int | None, tense: Tense) -> int:
    """The year that a month has in a report of that day: the latest past one, the next coming one, or the nearest, by tense."""
    ahead = (month, day or published.day) > (published.month, published.day)
    if tense is Tense.PAST:
        return published.year - 1 if ahead else published.year
    behind = (month, day or published.day) < (published.month, published.day)
    if tense is Tense.FUTURE:
        return published.year + 1 if behind else published.year
    distance = (month - published.month) + ((day or published.day) - published.day) / 31
    return published.year - 1 if distance > 6 else published.year + 1 if distance < -6 else published.year
