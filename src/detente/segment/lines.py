"""Lines into paragraphs: blank lines part them, and lines broken at a column are joined.

Nothing says whether a text was wrapped, so the text is asked: a line that goes on in lower case was surely broken. Where there are
such lines, others that break off as long as they do were broken too.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from detente.model.span import Span
from detente.rules.layout import LayoutRules

_NARROW = 30
"""Columns narrower than this are lists or verse, not wrapped prose."""
_SLACK = 12
"""A line may end this far from the usual column, for a long next word or after an edit."""
_STEADY = 0.8
"""The column is known where this share of the surely broken lines reach it."""
_RAGGED = 0.6
"""Where it is not, a line that breaks off was broken if it is this share of the usual length."""
_FEW, _SHARE = 3, 0.2
"""So many surely broken lines, or this share of all, make a wrapped text; fewer are accidents."""
_FINAL = (".", "!", "?", "…", ":", ";")
_CLOSERS = "\"”’»)]'"
_LINE_LIMIT = 200


@dataclass(frozen=True, slots=True)
class _Wrap:
    """How a text was wrapped."""

    column: int
    usual: int
    steady: bool


def paragraphs(text: str, rules: LayoutRules) -> list[Span]:
    """The paragraphs of a plain text, in order, trimmed of blanks."""
    chunks = _chunks(text)
    wrap = _wrap(text, chunks)
    found: list[Span] = []
    for lines in chunks:
        current = lines[0]
        for before, line in pairwise(lines):
            if _runs_on(text, before, line, wrap, rules):
                current = current.cover(line)
            else:
                found.append(current)
                current = line
        found.append(current)
    return found


def _chunks(text: str) -> list[list[Span]]:
    """Runs of lines with no blank line between, each line trimmed."""
    chunks: list[list[Span]] = []
    at, fresh = 0, True
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if bare:
            start = at + len(line) - len(line.lstrip())
            if fresh:
                chunks.append([])
            chunks[-1].append(Span(start, start + len(bare)))
        fresh = not bare or line.endswith("\f")
        at += len(line)
    return chunks


def _wrap(text: str, chunks: list[list[Span]]) -> _Wrap | None:
    """The column the text was wrapped at; None when it was not wrapped."""
    pairs = [pair for lines in chunks for pair in pairwise(lines)]
    broken = [(before, line) for before, line in pairs if _goes_on(text, before, line)]
    if not broken or (len(broken) < _FEW and len(broken) < _SHARE * len(pairs)):
        return None
    lengths = sorted(len(before) for before, _ in broken)
    column = lengths[(len(lengths) * 19) // 20]
    full = sum(_is_full(text, before, line, column) for before, line in broken)
    return _Wrap(column, lengths[len(lengths) // 2], full >= _STEADY * len(broken))


def _runs_on(text: str, before: Span, line: Span, wrap: _Wrap | None, rules: LayoutRules) -> bool:
    """Whether ``line`` carries on the paragraph of ``before``."""
    start = text[line.start : min(line.end, line.start + _LINE_LIMIT)]
    if any(rule.pattern.match(start) for rule in rules.starts):
        return False
    if _goes_on(text, before, line):
        return True
    if wrap is None or text[line.start].islower():
        return wrap is not None
    if before.of(text).rstrip(_CLOSERS).endswith(_FINAL):
        return wrap.steady and _is_full(text, before, line, wrap.column)
    reaches = _is_full(text, before, line, wrap.column - _SLACK) if wrap.steady else len(before) >= _RAGGED * wrap.usual
    return reaches and not _is_closed(text, before, rules)


def _goes_on(text: str, before: Span, line: Span) -> bool:
    return text[line.start].islower() and len(before) >= _NARROW


def _is_full(text: str, before: Span, line: Span, column: int) -> bool:
    """Whether the first word of ``line`` had no room after ``before``."""
    first = line.of(text).split(None, 1)[0]
    return len(before) + 1 + len(first) > column


def _is_closed(text: str, line: Span, rules: LayoutRules) -> bool:
    """Whether the line ends in a credit or the like, and so is whole without a full stop."""
    end = text[max(line.start, line.end - _LINE_LIMIT) : line.end]
    return any(match.end() == len(end) for rule in rules.tails for match in rule.pattern.finditer(end))
