"""Patterns over sequences of word classes: ``the? month=MONTH day=DAY ( , | of )? year=YEAR``.

A text is first turned into one symbol a word; the symbol stands for the set of classes the word belongs to. A pattern then compiles to
an ordinary regular expression over symbols, so matching costs a few character comparisons a word and is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from detente.model.errors import DataError

_ITEM = re.compile(r"\s*(?:([a-z]\w*)=)?(\S+)")
_MOST_REPEATS = 6
"""What ``*`` allows. A bound keeps matching linear however often a text repeats a word."""
_FIRST_SYMBOL = 0xE000
"""Symbols come from the private use area, so they never meet a character of a text."""


@dataclass(frozen=True, slots=True)
class Capture:
    """A named part of a pattern: the class whose value is wanted, or None for a whole group of words."""

    field: str
    word_class: str | None
    group: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """A compiled pattern: the expression over symbols, its captures, and the symbols it can begin with."""

    name: str
    regex: re.Pattern[str]
    captures: tuple[Capture, ...]
    first: frozenset[str]


class Symbols:
    """Gives every set of classes its own symbol, and every class the symbols of the sets it is in."""

    def __init__(self) -> None:
        self._of_signature: dict[frozenset[str], str] = {}

    def of(self, classes: Iterable[str]) -> str:
        """The symbol of that set of classes; a new one when it was never asked for."""
        signature = frozenset(classes)
        if signature not in self._of_signature:
            self._of_signature[signature] = chr(_FIRST_SYMBOL + len(self._of_signature))
        return self._of_signature[signature]

    def in_class(self, name: str) -> str:
        """All symbols whose set holds the class, in order. Empty when no word is in it."""
        return "".join(symbol for signature, symbol in self._of_signature.items() if name in signature)


def split_items(pattern: str, macros: Mapping[str, str]) -> list[str]:
    """The items of a pattern with its macros written out. Raises DataError for a macro that is not there."""

    def put(match: re.Match[str]) -> str:
        if match[1] not in macros:
            raise DataError(f"times: no macro <{match[1]}> in {pattern!r}")
        return f"( {macros[match[1]]} )"

    while "<" in pattern:
        pattern = re.sub(r"<(\w+)>", put, pattern)
    return pattern.split()


def literal_class(word: str) -> str:
    """The class that a word written in lower case in a pattern stands for: itself."""
    return f"={word}"


def literals(items: Iterable[str]) -> list[str]:
    """The words of a pattern that stand for themselves, in order."""
    words = []
    for item in items:
        body = item.split("=", 1)[1] if re.match(r"[a-z]\w*=", item) else item
        body = body if len(body) == 1 else body.rstrip("?*")
        if body not in ("(", ")", "|", ")?", ")*", "?", "*", "") and not body[0].isupper():
            words.append(body)
    return words


class Compiler:
    """Turns the items of patterns into ``Sequence``s over one table of symbols."""

    def __init__(self, symbols: Symbols) -> None:
        self._symbols = symbols

    def compile(self, name: str, items: list[str]) -> Sequence:
        """One pattern. Raises DataError when it is not well formed or names a class that has no words."""
        self._name, self._items, self._at = name, items, 0
        self._captures: list[Capture] = []
        self._groups = 0
        regex, first, _ = self._alternatives()
        if self._at != len(items):
            raise DataError(f"times: pattern {name}: unexpected {items[self._at]!r}")
        return Sequence(name, re.compile(regex), tuple(self._captures), frozenset(first))

    def _alternatives(self) -> tuple[str, set[str], bool]:
        parts, first, empty = [], set(), False
        while True:
            regex, starts, can_be_empty = self._row()
            parts.append(regex)
            first |= starts
            empty |= can_be_empty
            if self._at < len(self._items) and self._items[self._at] == "|":
                self._at += 1
                continue
            return "|".join(parts), first, empty

    def _row(self) -> tuple[str, set[str], bool]:
        regex, first, empty = "", set(), True
        while self._at < len(self._items) and self._items[self._at] not in ("|", ")", ")?", ")*"):
            part, starts, can_be_empty = self._item()
            regex += part
            if empty:
                first |= starts
            empty &= can_be_empty
        return regex, first, empty

    def _item(self) -> tuple[str, set[str], bool]:
        match = _ITEM.fullmatch(self._items[self._at])
        assert match is not None
        field, body = match.groups()
        self._at += 1
        if body == "(":
            return self._group(field)
        repeat = body[-1] if len(body) > 1 and body[-1] in "?*" else ""
        body = body[: len(body) - len(repeat)]
        word_class = body if body[0].isupper() else literal_class(body)
        symbols = self._symbols.in_class(word_class)
        if not symbols:
            raise DataError(f"times: pattern {self._name}: no word is of class {body!r}")
        regex = symbols if len(symbols) == 1 else f"[{symbols}]"
        if field is not None:
            regex = f"({regex})"
            self._groups += 1
            self._captures.append(Capture(field, word_class, self._groups))
        return regex + _repeat(repeat), set(symbols), bool(repeat)

    def _group(self, field: str | None) -> tuple[str, set[str], bool]:
        number = 0
        if field is not None:
            self._groups += 1
            number = self._groups
            self._captures.append(Capture(field, None, number))
        regex, first, empty = self._alternatives()
        if self._at == len(self._items):
            raise DataError(f"times: pattern {self._name}: a bracket is not closed")
        repeat = self._items[self._at][1:]
        self._at += 1
        return f"({'' if field else '?:'}{regex}){_repeat(repeat)}", first, empty or bool(repeat)


def _repeat(mark: str) -> str:
    return f"{{0,{_MOST_REPEATS}}}" if mark == "*" else mark
