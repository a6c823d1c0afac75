"""What each stretch of a text is: title, heading, prose, caption, credit, date line, boilerplate."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from detente.model.document import Block, BlockKind
from detente.model.span import Span
from detente.rules.layout import LayoutRule, LayoutRules
from detente.segment.roles import TITLE_WORDS, Roles
from detente.segment.sentences import sentences

_OPEN = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING, BlockKind.CAPTION})
"""Kinds that a format may give to what is, or ends in, something else."""
_LINE_LIMIT = 420
_PROSE_WORDS = 12
_CAPTION_WORDS = 90
_DATE_HEADINGS = 3
"""An article has a date at its head and perhaps at its foot; with this many date lines it is a chronology."""


def classify(text: str, rough: list[Block], rules: LayoutRules) -> tuple[Block, ...]:
    """The blocks of ``rough`` with their kinds, cut where one holds several things (prose, then a caption, then its credit)."""
    pieces: list[Block] = []
    top = True
    first_prose = None
    dates = sum(rules.date_alone.fullmatch(block.span.of(text)) is not None for block in rough)
    for block in rough:
        for piece in _pieces(text, block, top and not _is_date_heading(text, block, dates, rules), rules):
            top = top and not _is_prose(text, piece)
            first_prose = len(pieces) if not top and first_prose is None else first_prose
            pieces.append(piece)
    return tuple(_without_repeats(text, _with_roles(text, pieces, first_prose, rules)))


def _is_date_heading(text: str, block: Block, dates: int, rules: LayoutRules) -> bool:
    """Whether a line that is only a date heads what follows: the format says so, or the text has many such lines."""
    heading = block.kind is BlockKind.HEADING or dates >= _DATE_HEADINGS
    return heading and rules.date_alone.fullmatch(block.span.of(text)) is not None


def _with_roles(text: str, pieces: list[Block], first_prose: int | None, rules: LayoutRules) -> list[Block]:
    """Give each piece that no pattern claimed the role that its place among the others shows."""
    roles = Roles(text, pieces, rules)
    titled = any(piece.kind is BlockKind.TITLE for piece in pieces)
    done: list[Block] = []
    for index, piece in enumerate(pieces):
        if piece.kind is BlockKind.PARAGRAPH:
            untitled = not titled and (first_prose is None or index < first_prose)
            piece = replace(piece, kind=roles.of(index, untitled))
        titled = titled or piece.kind is BlockKind.TITLE
        done.append(piece)
    return done


def _pieces(text: str, block: Block, top: bool, rules: LayoutRules) -> list[Block]:
    """``block`` taken apart by the line, lead and tail rules; what none of them claims stays as it was."""
    span = _trim(text, block.span)
    if block.kind not in _OPEN or not len(span):
        return [replace(block, span=span)] if len(span) else []
    kind = _line_kind(span.of(text), top, rules)
    if kind is not None:
        return [replace(block, span=span, kind=kind)]
    before, span = _leads(text, block, span, top, rules)
    kind = _line_kind(span.of(text), top, rules) if before else None
    if kind is not None:
        return [*before, replace(block, span=span, kind=kind)]
    span, behind = _tails(text, block, span, rules)
    middle = [replace(block, span=span)] if len(span) else []
    return [*before, *middle, *behind]


def _line_kind(words: str, top: bool, rules: LayoutRules) -> BlockKind | None:
    """What a whole block is by the first line rule that fits it."""
    if not words or len(words) > _LINE_LIMIT:
        return None
    return next((rule.kind for rule in rules.lines if (top or not rule.top) and rule.pattern.fullmatch(words)), None)


def _leads(text: str, block: Block, span: Span, top: bool, rules: LayoutRules) -> tuple[list[Block], Span]:
    found: list[Block] = []
    for rule in rules.leads:
        match = rule.pattern.match(text[span.start : min(span.end, span.start + _LINE_LIMIT)]) if top or not rule.top else None
        if match is not None and match.end():
            found.append(replace(block, span=_trim(text, Span(span.start, span.start + match.end())), kind=rule.kind))
            span = _trim(text, Span(span.start + match.end(), span.end))
    return found, span


def _tails(text: str, block: Block, span: Span, rules: LayoutRules) -> tuple[Span, list[Block]]:
    """What remains of ``span`` when credits, captions and invitations are cut from its end, and those pieces in order."""
    found: list[Block] = []
    pictured = False
    while len(span):
        cut = _last_tail(text, span, rules)
        if cut is None:
            break
        rule, start = cut
        found.insert(0, replace(block, span=_trim(text, Span(start, span.end)), kind=rule.kind))
        span = _trim(text, Span(span.start, start))
        pictured = pictured or rule.pictures
    if pictured and len(span) and block.kind is not BlockKind.CAPTION and not any(piece.kind is BlockKind.CAPTION for piece in found):
        start = _caption_start(text, span, rules)
        found.insert(0, replace(block, span=Span(start, span.end), kind=BlockKind.CAPTION))
        span = _trim(text, Span(span.start, start))
    return span, found


def _last_tail(text: str, span: Span, rules: LayoutRules) -> tuple[LayoutRule, int] | None:
    """The tail rule that claims the end of ``span``, and where its piece begins."""
    for rule in rules.tails:
        base = max(span.start, span.end - rule.reach)
        window = text[base : span.end]
        for match in rule.pattern.finditer(window):
            whole = match.end() == len(window) and match.start() < match.end()
            if whole and (match.start() or base == span.start):
                return rule, base + match.start()
    return None


def _caption_start(text: str, span: Span, rules: LayoutRules) -> int:
    """Where the caption before a picture credit begins: after a missing blank, else the whole of a short block, else its last sentence."""
    parts = sentences(text, span, rules)
    for part in reversed(parts[1:]):
        if not text[part.start - 1].isspace():
            return part.start
    return span.start if len(span.of(text).split()) <= _CAPTION_WORDS and len(parts) <= 3 else parts[-1].start


def _is_prose(text: str, block: Block) -> bool:
    """Whether the text proper has begun: a sentence of some length, not a headline."""
    words = block.span.of(text)
    count = len(words.split())
    ended = words.rstrip("\"”’»)]'").endswith((".", "!", "?", ":", ";", "…"))
    return block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) and (count > TITLE_WORDS or (ended and count > _PROSE_WORDS))


def _without_repeats(text: str, blocks: list[Block]) -> list[Block]:
    """A title that comes twice (whole, or with its halves swapped) counts once."""
    first = next((i for i, block in enumerate(blocks) if block.kind is BlockKind.TITLE), None)
    if first is None:
        return blocks
    title = _bag(blocks[first].span.of(text))
    return [replace(b, kind=BlockKind.BOILERPLATE) if i > first and _repeats(text, b, title) else b for i, b in enumerate(blocks)]


def _repeats(text: str, block: Block, title: Counter[str]) -> bool:
    alike = block.kind in (BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH) and len(block.span) < _LINE_LIMIT
    return alike and _bag(block.span.of(text)) == title


def _bag(words: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", words.lower()))


def _trim(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
