"""Lines into paragraphs: blank lines part them, and lines broken at a column are joined."""

from __future__ import annotations

from itertools import pairwise

from detente.model.span import Span

_NARROW = 40
"""Columns narrower than this are lists or verse, not wrapped prose."""
_WIDE = 130
"""No program wraps plain text wider than this; longer lines are whole paragraphs."""
_WRAPPED_SHARE = 0.6
"""At least this share of adjoining lines must be as long as a wrapped line would be, for the text to count as hard wrapped."""


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of a plain text, in order, trimmed of blanks."""
    chunks = _chunks(text)
    width = _width(text, chunks)
    found: list[Span] = []
    for lines in chunks:
        current = lines[0]
        for before, line in pairwise(lines):
            if width is not None and _runs_on(text, before, line, width):
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


def _width(text: str, chunks: list[list[Span]]) -> int | None:
    """The column at which the text was wrapped; None when it was not."""
    lengths = sorted(len(line) for lines in chunks if len(lines) > 1 for line in lines)
    every = [len(line) for lines in chunks for line in lines]
    if not lengths or sum(n for n in every if n > _WIDE) > sum(every) / 2:
        return None
    width = lengths[(len(lengths) * 19) // 20]
    if not _NARROW <= width <= _WIDE:
        return None
    pairs = [pair for lines in chunks for pair in pairwise(lines)]
    wrapped = sum(_runs_on(text, before, line, width) for before, line in pairs)
    return width if wrapped >= _WRAPPED_SHARE * len(pairs) else None


def _runs_on(text: str, before: Span, line: Span, width: int) -> bool:
    """Whether ``line`` carries on the paragraph of ``before``: its first word had no room there."""
    first = line.of(text).split(None, 1)[0]
    return len(before) + 1 + len(first) > width and len(before) <= width + 2
