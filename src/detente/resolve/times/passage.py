"""What the words around a candidate tell: its sentence, its tense, and how the whole document tells time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.model.calendar import Day
from detente.model.timeparse import TimeCandidate
from detente.resolve.times.clock import Mode, Tense
from detente.rules.times import time_grammar

_REACH = 300
"""Characters either way that a sentence is looked for in, so that a text without stops costs no more than any other."""
_STOP = re.compile(r"(?<![A-Z])(?<![ (][A-Z][a-z])(?<![ (][A-Z][a-z]{2})(?<!Sept)[.!?][\"'”’)]*(?=\s)|\n")
"""Ends a sentence; not after one capital or a short capitalised word ("Jan.", "Mr.", "U.S.")."""
_FAR_YEARS = 1
"""A date this many years before the publication belongs to history, not to the news."""
_STORY_DATES = 4
"""A document with fewer historical dates than this is no history."""
_STORY_SHARE = 8
"""A history has more than so many historical dates for each that counts from the day of writing."""


class Passage:
    """The sentence that was last asked for, kept because neighbouring dates ask for the same one."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._begin = self._end = -1
        self._verbs: dict[str, list[tuple[int, int]]] = {}

    def begin(self, candidate: TimeCandidate) -> int:
        """About where the sentence that holds ``candidate`` begins."""
        self._turn_to(candidate)
        return self._begin

    def tense(self, candidate: TimeCandidate) -> Tense:
        """Whether the sentence tells of the past or of what is to come. The word nearest to the date decides."""
        self._turn_to(candidate)
        start = candidate.span.start
        future, past = (self._nearest(name, candidate) for name in ("future", "past"))
        if future != 0 and any(to <= start for _, to in self._matches("perfect")):
            return Tense.PERFECT
        told_before = any(to <= start for _, to in self._matches("past"))
        if candidate.bound in ("by", "before") and not told_before:
            return Tense.FUTURE
        if future is None and past is None:
            return Tense.UNKNOWN
        if future == past and not any(to <= start for _, to in self._matches("future")):
            return Tense.PAST  # "in July they agreed to meet": the day of agreeing, which one word tells with what was agreed
        return Tense.FUTURE if past is None or (future is not None and future <= past) else Tense.PAST

    def has(self, name: str, candidate: TimeCandidate) -> bool:
        """Whether the sentence that holds ``candidate`` has such words in front of it."""
        self._turn_to(candidate)
        return any(to <= candidate.span.start for _, to in self._matches(name))

    def _turn_to(self, candidate: TimeCandidate) -> None:
        start, end = candidate.span.start, candidate.span.end
        if self._begin <= start and end <= self._end:
            return
        low, high = max(0, start - _REACH), min(len(self._text), end + _REACH)
        self._begin = low
        for stop in _STOP.finditer(self._text, low, start):
            self._begin = stop.end()
        after = _STOP.search(self._text, end, high)
        self._end = after.start() if after else high
        self._verbs = {}

    def _matches(self, name: str) -> list[tuple[int, int]]:
        if name not in self._verbs:
            regex = time_grammar().joints[name]
            self._verbs[name] = [match.span() for match in regex.finditer(self._text, self._begin, self._end)]
        return self._verbs[name]

    def _nearest(self, name: str, candidate: TimeCandidate) -> int | None:
        start, end = candidate.span.start, candidate.span.end
        gaps = (start - to if to <= start else at - end for at, to in self._matches(name))
        return min(gaps, default=None)


def mode_of(candidates: Sequence[TimeCandidate], published: Day | None) -> Mode:
    """News, or a history: no date of writing, or many dates of long ago for each that counts from the day of writing."""
    if published is None:
        return Mode.NARRATIVE
    old = sum(1 for c in candidates if "smallyear" in c.fields or abs(c.fields.get("year", published.year) - published.year) > _FAR_YEARS)
    near = sum(1 for c in candidates if c.kind == "weekday" or _counts_from_now(c))
    return Mode.NARRATIVE if old >= _STORY_DATES and old > _STORY_SHARE * near else Mode.NEWS


def is_adrift(candidates: Sequence[TimeCandidate]) -> bool:
    """Whether an undated text speaks from its own day ("last year", "this March") at least as often as it names a year."""
    years = sum(1 for c in candidates if "year" in c.fields or "smallyear" in c.fields)
    near = sum(1 for c in candidates if _counts_from_now(c))
    return 0 < years <= near


def _counts_from_now(candidate: TimeCandidate) -> bool:
    return candidate.kind == "deictic" or candidate.fields.get("rel") in ("last", "next", "this")
