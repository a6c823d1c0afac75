"""Joins candidates that belong together: the two ends of a stretch, and a date with its hour."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from detente.model.span import Span
from detente.model.timeparse import TimeCandidate
from detente.rules.times import time_grammar

_WIDEST_GAP = 20
"""Characters between the two ends of a stretch."""
_SEASONS = {"SP": 4, "SU": 7, "FA": 10}
_FIRST_DAY = re.compile(r"(?<![0-9./,:-])([0-9]{1,2})[ ]?(?:[-‐-―]|to|till|until)[ ]?\Z")
"""A day right before a date in figures, of which it is the first end."""
_DAY_REACH = 14
"""Characters before a date in figures in which the first day of its stretch stands."""
_LAST_DAY = re.compile(r"([0-9]{1,2})([./].+)")
_DAYS = 31
_REACH_BEFORE = 24
"""Characters before the first end that "between the early" stands in."""


def link(text: str, found: Iterable[TimeCandidate]) -> tuple[TimeCandidate, ...]:
    """``found`` with ranges marked and hours merged into their dates."""
    done: list[TimeCandidate] = []
    for candidate in _with_first_days(text, found):
        last = done[-1] if done else None
        if last is not None and candidate.span.start - last.span.end <= _WIDEST_GAP:
            merged = _merge(text, last, candidate)
            if merged is not None:
                done[-1] = merged
                continue
            if last.kind in ("clock", "part") and _are_hour_and_day(text, last, candidate):
                done[-1] = replace(last, fields={**last.fields, "of_next": True})
            if _fits("both", text[last.span.end : candidate.span.start]) and last.kind == candidate.kind == "date":
                last = done[-1] = replace(last, fields=_lend_year(last.fields, candidate.fields))
            if _is_range(text, last, candidate) and not _is_list(text, done, candidate):
                last = done[-1] = replace(last, range_end=1, fields=_lend_year(last.fields, candidate.fields))
                candidate = replace(candidate, range_end=-1, bound=None, bound_span=None)
        done.append(candidate)
    return tuple(done)


def _with_first_days(text: str, found: Iterable[TimeCandidate]) -> Iterator[TimeCandidate]:
    """``found`` with the first day of each stretch of days in figures as a date of its own ("*18*-23.6.2007")."""
    for candidate in found:
        first = _FIRST_DAY.search(text, max(0, candidate.span.start - _DAY_REACH), candidate.span.start)
        last = _LAST_DAY.match(candidate.span.of(text)) if candidate.kind == "numeric" else None
        if first is not None and last is not None and 0 < int(first[1]) < int(last[1]) <= _DAYS:
            yield replace(candidate, span=Span(*first.span(1)), fields={**candidate.fields, "numeric": first[1] + last[2]})
        yield candidate


def _are_hour_and_day(text: str, left: TimeCandidate, right: TimeCandidate) -> bool:
    kinds = {left.kind, right.kind}
    if not kinds & {"clock", "part"} or len(kinds) == 1 or not _fits("hour_and_day", text[left.span.end : right.span.start]):
        return False
    other = right if left.kind in ("clock", "part") else left
    return other.kind in ("iso", "numeric", "weekday", "deictic") or (other.kind == "date" and "day" in other.fields)


def _merge(text: str, left: TimeCandidate, right: TimeCandidate) -> TimeCandidate | None:
    """A day and a clock time side by side as one expression."""
    if "part" in (left.kind, right.kind) or not _are_hour_and_day(text, left, right) or text[left.span.end : right.span.start].strip():
        return None
    clock, other = (left, right) if left.kind == "clock" else (right, left)
    if other.kind in ("iso", "numeric"):
        return None  # a time stamp: the hour says when the text was filed, not when something happened
    fields = {**other.fields, **clock.fields}
    return replace(other, span=Span(left.span.start, right.span.end), fields=fields, bound=left.bound, bound_span=left.bound_span)


def _is_list(text: str, done: list[TimeCandidate], candidate: TimeCandidate) -> bool:
    """Whether the two are the end of a longer list ("2020, 2021 and 2022")."""
    if len(done) < 2 or not _fits("both", text[done[-1].span.end : candidate.span.start]):
        return False
    return done[-2].kind == done[-1].kind and text[done[-2].span.end : done[-1].span.start].strip() == ","


def _is_range(text: str, left: TimeCandidate, right: TimeCandidate) -> bool:
    if left.range_end or right.range_end or left.kind not in _POINTS or right.kind not in _POINTS:
        return False
    gap = text[left.span.end : right.span.start]
    if _fits("range", gap):
        return True
    if not _fits("both", gap):
        return False
    before = text[max(0, left.span.start - _REACH_BEFORE) : left.span.start]
    opened = any(match.end() == len(before) for match in time_grammar().joints["opens_range"].finditer(before))
    return opened or _successive(left, right)


def _lend_year(left: Mapping[str, Any], right: Mapping[str, Any]) -> Mapping[str, Any]:
    """The parts of the first end with the year that stands only at the second ("30 May-2 June 2008")."""
    if "year" in left or "year" not in right or "rel" in left or "yearref" in left:
        return left
    first, second = _month(left), _month(right)
    if first is None or second is None:
        return left
    return {**left, "year": right["year"] - (first > second), **({"era": right["era"]} if "era" in right else {})}


def _month(fields: Mapping[str, Any]) -> int | None:
    """The month, or one that stands for a season, to tell which comes first in a year; a winter may be either."""
    return fields.get("month") or _SEASONS.get(fields.get("season", ""))


def _fits(joint: str, gap: str) -> bool:
    return time_grammar().joints[joint].fullmatch(gap) is not None


_POINTS = frozenset(("date", "iso", "numeric", "decade", "century", "weekday"))


def _successive(left: TimeCandidate, right: TimeCandidate) -> bool:
    """Whether two bare years or months follow each other ("2020 and 2021"), so that together they are one stretch."""
    one, two = left.fields, right.fields
    if set(one) == set(two) == {"year"}:
        return bool(two["year"] - one["year"] == 1)
    return False
