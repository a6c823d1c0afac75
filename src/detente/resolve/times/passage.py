"""What the words around a candidate tell: its sentence, its paragraph, its tense, and how the whole document tells time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.model.calendar import Day
from detente.model.timeparse import TimeCandidate
from detente.resolve.times.clock import Mode, Tense
from detente.rules.times import time_grammar

_REACH = 400
"""Characters either way that a sentence is looked for in, so that a text without stops costs no more than any other."""
_STOP = re.compile(r"(?<![A-Z])(?<![ (][A-Z][a-z])(?<![ (][A-Z][a-z]{2})(?<!Sept)[.!?][\"'”’)]*(?=\s)|\n")
"""Ends a sentence; not after one capital or a short capitalised word ("Jan.", "Mr.", "U.S.")."""
_FAR_YEARS = 1
"""A date this many years before the publication belongs to history, not to the news."""
_STORY_DATES = 4
"""A document with fewer historical dates than this is no history."""
_STORY_SHARE = 8
"""A history has more than so many historical dates for each that counts from the day of writing."""


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """About where the sentence around ``start``-``end`` begins and ends."""
    low = max(0, start - _REACH)
    begin = low
    for stop in _STOP.finditer(text, low, start):
        begin = stop.end()
    after = _STOP.search(text, end, min(len(text), end + _REACH))
    return begin, after.start() if after else min(len(text), end + _REACH)


def tense(text: str, candidate: TimeCandidate) -> Tense:
    """Whether the sentence tells of the past or of what is to come. The word nearest to the date decides."""
    begin, stop = sentence(text, candidate.span.start, candidate.span.end)
    joints = time_grammar().joints
    future, past = (_nearest(joints[name], text, begin, stop, candidate) for name in ("future", "past"))
    if joints["perfect"].search(text, begin, candidate.span.start) and (future is None or future > 0):
        return Tense.PERFECT
    if candidate.bound in ("by", "before") and (past is None or not _tells_before(text, begin, candidate)):
        return Tense.FUTURE
    if future is None and past is None:
        return Tense.UNKNOWN
    if past is None or (future is not None and future < past):
        return Tense.FUTURE
    return Tense.PAST


def _tells_before(text: str, begin: int, candidate: TimeCandidate) -> bool:
    return time_grammar().joints["past"].search(text, begin, candidate.span.start) is not None


def _nearest(regex: re.Pattern[str], text: str, begin: int, stop: int, candidate: TimeCandidate) -> int | None:
    best: int | None = None
    for match in regex.finditer(text, begin, stop):
        gap = candidate.span.start - match.end() if match.end() <= candidate.span.start else match.start() - candidate.span.end
        best = gap if best is None or gap < best else best
    return best


def mode_of(candidates: Sequence[TimeCandidate], published: Day | None) -> Mode:
    """News, or a history: no date of writing, or many dates of long ago for each that counts from the day of writing."""
    if published is None:
        return Mode.NARRATIVE
    old = sum(1 for c in candidates if "smallyear" in c.fields or abs(c.fields.get("year", published.year) - published.year) > _FAR_YEARS)
    near = sum(1 for c in candidates if c.kind in ("deictic", "weekday") or c.fields.get("rel") in ("last", "next", "this"))
    return Mode.NARRATIVE if old >= _STORY_DATES and old > _STORY_SHARE * near else Mode.NEWS
