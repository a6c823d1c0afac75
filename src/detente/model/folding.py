"""Text as it compares: what is left when case, diacritics and the look of dashes and quotes do not matter."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "đ": "d",
        "ð": "d",
        "ø": "o",
        "ł": "l",
        "ħ": "h",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "\xad": None,
        "\u2019": "'",
        "\u2018": "'",
    }
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
)
"""Letters that Unicode does not take apart, and marks that differ only in look. The soft hyphen goes."""


class _Bare(dict[int, str | int | None]):
    """What each letter becomes, worked out when it is first met: combining marks go."""

    def __missing__(self, point: int) -> int | None:
        self[point] = None if unicodedata.combining(chr(point)) else point
        return point if self[point] is not None else None


_BARE = _Bare(_LETTERS)
_MARK = re.compile(r"[^\w']|_")
"""What stands between words."""

_CACHED = 200
"""Longest text whose folded form is remembered: names and quotes, not documents."""


def fold(text: str) -> str:
    """``text`` without case and diacritics, white space made single: "Nguyễn  Phú Trọng" and "Nguyen Phu Trong" are equal."""
    return _remembered(text) if len(text) <= _CACHED else _folded(text)


def words(text: str) -> tuple[str, ...]:
    """The words of ``text``, folded; what stands between them is left out."""
    bare = _MARK.sub(" ", fold(text)) + " "
    return tuple(bare.replace("'s ", " ").replace("'", " ").split())


def _folded(text: str) -> str:
    if text.isascii():
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return " ".join(plain.translate(_BARE).split())


_remembered = lru_cache(maxsize=65536)(_folded)
