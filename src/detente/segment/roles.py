"""What a block is that no pattern claims: title, heading, list entry, table row, signature or prose.

Decided from its length, its end, and what stands around it, never from single words.
"""

from __future__ import annotations

import re

from detente.model.document import PROSE, Block, BlockKind
from detente.rules.layout import LayoutRules
from detente.segment.joins import unfinished

TITLE_WORDS = 40
"""A first line longer than this is the first paragraph."""
HEADING_WORDS = 22
"""The longest heading in the essays and encyclopaedia articles looked at had 14 words."""
LIST_RUN = 3
"""This many short unfinished lines in a row are entries of a list, not headings of nothing."""
SIGNATURE_WORDS = 8
_KICKER_WORDS, _LEAST_TITLE, _KICKERS = 2, 4, 12
"""A first line of one or two words is no title where a line of four words or more comes within this many lines, before the text."""
_START = 200
_CLOSERS = "\"”’»)]'*_"
_FINAL = (".", "!", ";", ":", ",", "…")
_OPENERS = '"“‘«([ '
_COLUMNS = re.compile(r"(?:\t+| {3,}| \| |\t \|)(?=\S)")
_NUMBER = re.compile(r"[$€£¥]?\d[\d.,]*%?")
_SENTENCE_END = re.compile(r"[a-zà-ž]{3}[.!?][\"”’)]? [A-ZÀ-Ž]")
_TURN = re.compile(r"[^\n:]{2,40}: (?:[(\"“]|.*\?[\"”]?$)")
"""A speaker's turn in a transcript, as against a heading in two parts ("The war: first steps")."""


class Roles:
    """The pieces of one document, and what each of them is by its place among the others."""

    def __init__(self, text: str, pieces: list[Block], rules: LayoutRules) -> None:
        self._words = [piece.span.of(text) for piece in pieces]
        self._rules = rules
        self._short = [
            piece.kind is BlockKind.PARAGRAPH and self._is_short(words) for piece, words in zip(pieces, self._words, strict=True)
        ]
        self._items = [self._item(words) for words in self._words]
        self._runs = _run_lengths(self._short)
        prose = (None, BlockKind.LIST_ITEM)
        long = (i for i, piece in enumerate(pieces) if piece.kind in PROSE and not self._short[i] and self._items[i] in prose)
        lengths = list(long)
        self._first_long = min(lengths, default=len(pieces))
        self._last_prose = max(lengths, default=-1)

    def of(self, index: int, untitled: bool) -> BlockKind:
        """The role of piece ``index``; ``untitled`` while the title is still to come."""
        words, short = self._words[index], self._short[index]
        follows = index + 1 < len(self._words) and not self._words[index + 1][:1].islower()
        if untitled and follows and self._is_headline(words):
            return BlockKind.HEADING if self._is_kicker(index, words) else BlockKind.TITLE
        item = self._items[index]
        if item is not None and item is not BlockKind.LIST_ITEM:
            return item
        if item is not None:
            return BlockKind.HEADING if short and follows and self._alone(index) else BlockKind.LIST_ITEM
        if _is_row(words):
            return BlockKind.TABLE_ROW
        if short and index > self._last_prose >= 0 and _is_name(words):
            return BlockKind.BYLINE
        if short and self._runs[index] >= LIST_RUN and not words.isupper():
            return BlockKind.LIST_ITEM
        if short and follows and not _TURN.match(words):
            return BlockKind.HEADING
        return BlockKind.PARAGRAPH

    def _item(self, words: str) -> BlockKind | None:
        """What a block is by the way it begins: a list entry, a line of quoted mail."""
        return next((rule.kind for rule in self._rules.starts if rule.pattern.match(words[:_START])), None)

    def _alone(self, index: int) -> bool:
        """Whether a numbered or dated line stands over prose ("2005: Elections"), not among others of its kind."""
        over = not self._short[index + 1] or self._runs[index] < LIST_RUN
        return over and self._items[index + 1] is None and (index == 0 or self._items[index - 1] is None)

    def _is_headline(self, words: str) -> bool:
        count = len(words.split()) if len(words) < 10 * TITLE_WORDS else TITLE_WORDS + 1
        several = count > HEADING_WORDS and _SENTENCE_END.search(words) is not None
        return count <= TITLE_WORDS and not several and self._is_open(words)

    def _is_short(self, words: str) -> bool:
        return len(words) < 10 * HEADING_WORDS and len(words.split()) <= HEADING_WORDS and self._is_open(words)

    def _is_open(self, words: str) -> bool:
        """Whether the words begin like a sentence but do not end like one, and are not broken off either."""
        bare = words.rstrip(_CLOSERS)
        return not bare.endswith(_FINAL) and not words.lstrip(_OPENERS)[:1].islower() and not unfinished(words, self._rules)

    def _is_kicker(self, index: int, words: str) -> bool:
        """A word or two over the title proper: a section ("OPINION"), a menu ("Home", "World") that was copied along."""
        if len(words.split()) > _KICKER_WORDS:
            return False
        above = range(index + 1, min(index + 1 + _KICKERS, self._first_long, len(self._words)))
        return any(self._short[i] and self._is_headline(self._words[i]) and len(self._words[i].split()) >= _LEAST_TITLE for i in above)


def _run_lengths(flags: list[bool]) -> list[int]:
    """For each position, the length of the run of true flags that it is part of."""
    lengths = [0] * len(flags)
    start = 0
    for index, flag in enumerate([*flags, False]):
        if not flag:
            lengths[start:index] = [index - start] * (index - start)
            start = index + 1
    return lengths


def _is_row(words: str) -> bool:
    """A line set in columns: two gaps or more, or one with figures beside it."""
    prose = len(words) > _START or words.rstrip(_CLOSERS).endswith(_FINAL)
    gaps = 0 if prose else len(_COLUMNS.findall(words))
    return gaps >= 2 or (gaps == 1 and _NUMBER.search(words) is not None)


def _is_name(words: str) -> bool:
    """Whether every word is capitalised, as in a signature."""
    parts = words.split()
    return (
        len(parts) <= SIGNATURE_WORDS
        and all(part[:1].isupper() for part in parts if part[:1].isalpha())
        and not any(map(str.isdigit, words))
    )
