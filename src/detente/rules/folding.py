"""Text with its spelling evened out for looking names up: diacritics, dashes, apostrophes and spaces folded, every offset kept."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from detente.model.span import Span

_SPECIAL = {
    "đ": "d",
    "Đ": "D",
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
    "ı": "i",
    "ß": "s",
    "ð": "d",
    "Ð": "D",
    "þ": "t",
    "ə": "e",
    "Ə": "E",
    "ħ": "h",
}
_APOSTROPHES = "’‘ʻʼ`´ʿʾ′＇"
_DASHES = "–‐‑−"
_SPACES = "\t\u00a0\u2002\u2003\u2009\u202f\u2007\u200a\u3000"
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\u0300-\u036f]")
"""Soft hyphens, zero-width marks and combining marks: nothing to look at when comparing names."""
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_WRAP = re.compile(r"(?<=\S)\n(?=\S)")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text and the way back to the stored text."""

    text: str
    starts: tuple[int, ...] | None = None
    """Stored offset of each folded character, and one past the end; None where the two run in step (nearly always)."""

    def span(self, start: int, end: int) -> Span:
        """The stored characters behind folded ``start`` to ``end``, combining marks included."""
        if self.starts is None:
            return Span(start, end)
        return Span(self.starts[start], self.starts[end] if end > start else self.starts[start])


@cache
def _table() -> dict[str, str]:
    table = dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_DASHES, "-") | dict.fromkeys(_SPACES, " ") | _SPECIAL
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isascii():
            table.setdefault(chr(code), base)
    return table


def fold(text: str, unwrap: bool = False) -> Folded:
    """``text`` folded; with ``unwrap`` a single line break inside a paragraph reads as a space (hard-wrapped files).

    One character in gives one character out, except that invisible characters and combining marks vanish; never raises.
    """
    folded = text.replace("\t", " ")
    if not folded.isascii():
        table = _table()
        folded = _FOREIGN.sub(lambda match: table.get(match[0], match[0]), folded)
    if unwrap:
        folded = _WRAP.sub(" ", folded)
    if folded.isascii() or not _INVISIBLE.search(folded):
        return Folded(folded)
    kept = [i for i, char in enumerate(folded) if not _INVISIBLE.match(char)]
    return Folded("".join(folded[i] for i in kept), (*kept, len(folded)))


def is_wrapped(text: str) -> bool:
    """Whether ``text`` is broken into lines of about one width, as e-mail and old plain text are."""
    lengths = [len(line) for line in text.split("\n") if line.strip()]
    if len(lengths) < 8:
        return False
    broken = sum(45 <= n <= 90 for n in lengths)
    return broken >= 0.7 * len(lengths) and max(lengths) <= 120
