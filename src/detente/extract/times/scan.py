"""Looks for time expressions: a cheap gate over the whole text, then the grammar on the few words around each trigger."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from detente.extract.times.guards import passes
from detente.extract.times.numbers import number_of
from detente.model.span import Span
from detente.model.timeparse import TimeCandidate
from detente.rules.times import Surroundings, TimeGrammar, TimePattern, Token, time_grammar

_REACH_BEFORE = 48
"""Characters before a trigger that an expression may begin in: "the beginning of the second half of"."""
_REACH_AFTER = 32
"""Characters after a trigger that an expression may reach to."""
_BOUND_WORDS = 5
"""Words before an expression that may bound or modify it."""
_BARE_BC = "bc_year"
_FEWEST_BC = 3
"""A text that marks so many years as BC may leave the mark out in others."""


def lower(text: str) -> str:
    """``text`` in lower case with every character at its place (a few letters grow when lowered; those stay as they are)."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def scan(text: str) -> list[TimeCandidate]:
    """Candidates in the order of the text, none overlapping."""
    grammar = time_grammar()
    low = lower(text)
    found: list[TimeCandidate] = []
    for start, end in windows(grammar.gate, low):
        found.extend(_read(grammar, text, grammar.lex(text, low, start, end)))
    return found


def keep_counted_years(found: list[TimeCandidate]) -> list[TimeCandidate]:
    """``found`` without bare numbers taken for years before Christ, unless the text counts such years elsewhere."""
    marked = sum(1 for c in found if c.fields.get("era") == "BC" and c.rule != _BARE_BC)
    if marked < _FEWEST_BC:
        return [c for c in found if c.rule != _BARE_BC]
    return [replace(c, fields={**c.fields, "era": "BC"}) if 0 < c.fields.get("decade", 0) < 1000 else c for c in found]


def windows(gate: re.Pattern[str], low: str) -> Iterator[tuple[int, int]]:
    """Stretches around the triggers, in order and apart, cut at the edges of words."""
    start = end = -1
    size = len(low)
    for match in gate.finditer(low):
        at, to = match.span()
        if at - _REACH_BEFORE > end:
            if end >= 0:
                yield _snap(low, start, end)
            start = max(0, at - _REACH_BEFORE, end)
        end = min(size, to + _REACH_AFTER)
    if end >= 0:
        yield _snap(low, start, end)


def _snap(low: str, start: int, end: int) -> tuple[int, int]:
    limit = min(end, start + _REACH_BEFORE)
    while 0 < start < limit and low[start - 1].isalnum():
        start += 1
    stop = min(len(low), end + _REACH_AFTER)
    while end < stop and low[end - 1].isalnum() and low[end].isalnum():
        end += 1
    return start, end


def _read(grammar: TimeGrammar, text: str, tokens: list[Token]) -> Iterator[TimeCandidate]:
    symbols = "".join(token.symbol for token in tokens)
    floor = 0
    for opening in grammar.openings.finditer(symbols):
        at = opening.start()
        if at < floor:
            continue
        for pattern, match in _fitting(grammar, symbols, at):
            fields = _fields(pattern, match, tokens)
            if passes(grammar, pattern, tokens, at, match.end(), fields):
                yield from _build(grammar, pattern, tokens, symbols, match, fields, floor)
                floor = match.end()
                break


def _fitting(grammar: TimeGrammar, symbols: str, at: int) -> list[tuple[TimePattern, re.Match[str]]]:
    """The patterns that fit at a place, the longest first and of equals the first in the data file."""
    any_of, patterns = grammar.by_first[symbols[at]]
    if any_of.match(symbols, at) is None:
        return []
    found = [(pattern, match) for pattern in patterns if (match := pattern.sequence.regex.match(symbols, at)) is not None]
    return sorted(found, key=lambda fit: -fit[1].end()) if len(found) > 1 else found


def _fields(pattern: TimePattern, match: re.Match[str], tokens: list[Token]) -> dict[str, Any]:
    fields = dict(pattern.fixed)
    for capture in pattern.sequence.captures:
        start, end = match.span(capture.group)
        if start < 0 or start == end:
            continue
        if capture.word_class is None:
            words = tokens[start:end]
            fields[capture.field] = number_of(words) if capture.field == "number" else " ".join(t.word for t in words)
        else:
            token = tokens[start]
            fields[capture.field] = token.values.get(capture.word_class, token.word)
    return fields


def _build(
    grammar: TimeGrammar, pattern: TimePattern, tokens: list[Token], symbols: str, match: re.Match[str], fields: dict[str, Any], floor: int
) -> Iterator[TimeCandidate]:
    at, end = match.start() + pattern.skip, match.end()
    while tokens[end - 1].word in (",", ".") and end - 1 > at:
        end -= 1
    first, modifier = _before(grammar.modifiers, symbols, floor, at)
    bound_at, bound = _before(grammar.bounds, symbols, floor, first)
    if bound and _describes(grammar, pattern, tokens, first, end):
        bound = None
    bound_span = Span(tokens[bound_at].start, tokens[first - 1].end) if bound else None
    aside = _is_aside(grammar, tokens, first, end)
    name = pattern.sequence.name
    start = tokens[first].start
    if str(fields.get("way", "")).endswith("_that"):
        fields["way"] = fields["way"].removesuffix("_that")
        fields["of_event"] = end < len(tokens) and tokens[end].word.isalpha() and tokens[end].word not in grammar.around["no_complement"]
    if pattern.kind != "pair":
        kind = "duration" if fields.get("of_event") and _lasts(grammar, tokens, first) else pattern.kind
        yield TimeCandidate(Span(start, tokens[end - 1].end), kind, name, fields, modifier, bound, bound_span, 0, aside)
        return
    split = next(match.start(c.group) for c in pattern.sequence.captures if c.field == "split" and match.start(c.group) >= 0)
    split_end = next(match.end(c.group) for c in pattern.sequence.captures if c.field == "split" and match.start(c.group) >= 0)
    left, right = _ends(fields)
    start = tokens[at + 1].start if tokens[at].word == "from" else start
    yield TimeCandidate(Span(start, tokens[split - 1].end), "date", name, left, modifier, None, None, 1, aside)
    yield TimeCandidate(Span(tokens[split_end].start, tokens[end - 1].end), "date", name, right, None, bound, bound_span, -1, aside)


def _describes(grammar: TimeGrammar, pattern: TimePattern, tokens: list[Token], first: int, end: int) -> bool:
    """Whether the time only describes a noun ("after the 1959 revolution", "by last year's law"), so that nothing bounds the time."""
    if end + 1 < len(tokens) and tokens[end].word in ("'", "’") and tokens[end + 1].word in grammar.around["possessive"]:
        return True
    return tokens[first - 1].word in grammar.around["definite"] and pattern.sequence.name in ("year_only", "month_only", "month_year")


def _lasts(grammar: TimeGrammar, tokens: list[Token], first: int) -> bool:
    """ "for more than twenty years after the war" is a length of time, not a date."""
    while first and tokens[first - 1].word in grammar.around["amount"]:
        first -= 1
    return first > 0 and tokens[first - 1].word in grammar.around["lasting"]


def _ends(fields: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The parts of the first and of the second of two dates that share some of them."""
    left = {k: v for k, v in fields.items() if k not in ("day2", "two", "shortyear2", "smallyear2", "split")}
    right = dict(left)
    right.pop("weekday", None)
    if "day2" in fields:
        right["day"] = fields["day2"]
    if "two" in fields:
        right["year"] = left["year"] // 100 * 100 + fields["two"]
    if "shortyear2" in fields:
        right["year"] = left["year"] // 100 * 100 + fields["shortyear2"]
    if "smallyear2" in fields:
        right["smallyear"] = fields["smallyear2"]
    return left, right


def _before(rules: Surroundings, symbols: str, floor: int, at: int) -> tuple[int, str | None]:
    """Where the longest of ``rules`` that ends right before ``at`` begins, and its name."""
    if at <= floor:
        return at, None
    taken, name = rules.ending(symbols[max(floor, at - _BOUND_WORDS) : at])
    return at - taken, name


def _is_aside(grammar: TimeGrammar, tokens: list[Token], first: int, end: int) -> bool:
    """Whether it stands in brackets, in a comparison, or describes a noun ("the 1939 pact")."""
    before = tokens[first - 1].word if first else ""
    after = tokens[end].word if end < len(tokens) else ""
    around = grammar.around
    if before == "(" or after == ")" or before in around["comparing"] or (first > 1 and tokens[first - 2].word in around["compared"]):
        return True
    return before in around["describing"] and after[:1].isalpha() and after not in around["not_described"]
