"""Text as it compares: what is left when case, diacritics and the look of dashes and quotes do not matter."""

from __future__ import annotations

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


_CACHED = 200
"""Longest text whose folded form is remembered: names and quotes, not documents."""


def fold(text: str) -> str:
    """``text`` without case and diacritics, white space made single: "Nguyễn  Phú Trọng" and "Nguyen Phu Trong" are equal."""
    return _remembered(text) if len(text) <= _CACHED else _folded(text)


def words(text: str) -> tuple[str, ...]:
    """The words of ``text``, folded; what stands between them is left out."""
    bare = "".join(c if c.isalnum() or c == "'" else " " for c in fold(text)) + " "
    return tuple(bare.replace("'s ", " ").replace("'", " ").split())


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(bare.translate(_LETTERS).split())


_remembered = lru_cache(maxsize=65536)(_folded)
