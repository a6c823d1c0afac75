"""Runs of capitalised words that may be people's names, in the order of any language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from itertools import pairwise

from detente.rules.actors import actor_words, wording
from detente.rules.names import name_words

_CAPITAL = re.compile(r"[A-Z](?:\.(?:[ -]?[A-Z]\.)*|[A-Za-z]*(?:['-][A-Za-z]+)*)")
"""A capitalised word or initials. What stands before is looked at afterwards: a pattern that begins with a letter is searched fastest."""
_SUFFIXES = frozenset({"Jr", "Sr"})
_POSSESSIVE = re.compile(r"'s?$")
_NAME_BEFORE = re.compile(r"([A-Z][A-Za-z'-]*\.?) $")
_NAME_AFTER = re.compile(r" ([A-Z][A-Za-z'-]*\.?)")
_NUMBER_AFTER = re.compile(r"\.? \d")
_TITLE_GAP = re.compile(r"\.? ?$")


class Word(Enum):
    """What a capitalised word may be."""

    NAME = auto()
    TITLE = auto()
    STOP = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A capitalised word in folded text; ``end`` leaves a possessive out, ``reach`` does not."""

    start: int
    end: int
    reach: int
    text: str
    kind: Word


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row that no gazetteer claimed. Offsets are into the folded text."""

    start: int
    end: int
    words: tuple[str, ...]
    title: int | None = None
    """Where the courtesy title before it begins ("Mr.", "Sir"), if there is one."""
    particle: bool = False
    """Whether a particle joins two of the words ("de", "bin", "van der")."""


@cache
def _gap() -> re.Pattern[str]:
    """What may stand between two words of one name: a space, with up to two particles."""
    particles = "|".join(re.escape(p) for p in wording()["particles"])
    return re.compile(rf" (?:(?:{particles}) ?){{0,2}}$")


@cache
def _titles() -> frozenset[str]:
    return frozenset(word for title in wording()["courtesy"] for word in title.split(" "))


def name_runs(text: str, taken: list[tuple[int, int]], titled: frozenset[int] = frozenset()) -> Iterator[Run]:
    """Runs outside ``taken`` (sorted spans that the gazetteer claimed), split at words that no name holds.

    Where one of ``titled`` (the ends of office phrases) stands before, words such as "To" and "Bill" are names.
    """
    held: list[Token] = []
    title: Token | None = None
    before: Token | None = None
    for token in _tokens(text, taken, titled):
        owned = before is not None and before.reach - before.end == 2  # "Soto's Voyage" is two names; "Rhodes' Voyage" may be one
        joined = before is not None and not owned and _gap().match(text[before.reach : token.start]) is not None
        after_title = before is not None and before.kind is Word.TITLE and _TITLE_GAP.match(text[before.reach : token.start]) is not None
        if held and (token.kind is not Word.NAME or not joined):
            yield _run(text, held, title)
            held, title = [], None
        if token.kind is Word.TITLE:
            title = title if after_title else token
        elif token.kind is Word.NAME:
            title = title if held or after_title else None
            held.append(token)
        else:
            title = None
        before = token
    if held:
        yield _run(text, held, title)


def _tokens(text: str, taken: list[tuple[int, int]], titled: frozenset[int]) -> Iterator[Token]:
    """Every capitalised word; a taken span gives no word, so what stands on its two sides is not joined."""
    at = 0
    for match in _CAPITAL.finditer(text):
        start, reach = match.span()
        if start and text[start - 1].isalnum():
            continue
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        if at < len(taken) and taken[at][0] < reach:
            continue
        word = match[0]
        if word in _SUFFIXES and text[reach : reach + 1] == ".":
            word, reach = word + ".", reach + 1
        if "'" in word:
            word = _POSSESSIVE.sub("", word)
        yield Token(start, start + len(word), reach, word, _kind(text, start, reach, word, start - 1 in titled))


def _kind(text: str, start: int, reach: int, word: str, titled: bool) -> Word:
    """What the capitalised ``word`` at ``start`` may be; ``titled`` says that an office stands before it."""
    if word.lower().rstrip(".") in _titles() and not _after_given(text, start):
        return Word.TITLE
    if ("-" in word and word.rpartition("-")[2] in actor_words("adjective_ends")) or text[max(0, start - 4) : start] == "New ":
        return Word.STOP
    if word in name_words().not_names and not _softened(text, start, reach, word, titled):
        return Word.STOP
    return Word.NAME


def _softened(text: str, start: int, reach: int, word: str, titled: bool) -> bool:
    """Whether a word of two kinds is a name here, by a given name or a name that goes on beside it."""
    words = name_words()
    after = _NAME_AFTER.match(text[reach : reach + 24])
    if (
        titled
        and (after is None or after[1] not in words.not_names)
        and (word in words.soft or (word in words.family_first and after is not None))
    ):
        return True
    if word not in words.soft or _NUMBER_AFTER.match(text[reach : reach + 4]):
        return False
    before = _NAME_BEFORE.search(text[max(0, start - 24) : start])
    if before is not None and ((before[1] in words.given and before[1] not in words.not_names) or "." in before[1]):
        return True
    if after is None or after[1] in words.not_names:
        return False
    return "-" in after[1] or ((after[1] in words.family or "." in after[1]) and word in words.given)


def _after_given(text: str, start: int) -> bool:
    """Whether a given name stands right before, so that "Lord" is a surname."""
    before = _NAME_BEFORE.search(text[max(0, start - 24) : start])
    return before is not None and before[1] in name_words().given and before[1].lower() not in name_words().common


def _run(text: str, held: list[Token], title: Token | None) -> Run:
    particle = any(b.start - a.reach > 1 for a, b in pairwise(held))
    return Run(held[0].start, held[-1].end, tuple(t.text for t in held), None if title is None else title.start, particle)
