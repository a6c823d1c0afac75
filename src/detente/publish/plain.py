"""Document text made safe to show: what a terminal, a page or a table would act on is made visible instead."""

from __future__ import annotations

import re

_ACTS = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff"
    r"\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
"""Control characters (a terminal obeys ESC), the bidirectional overrides that make a line read otherwise than it is written,
and characters that no font shows. Tabs and line ends are left to whoever lays the text out."""

_SPACES = re.compile(r"\s+")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def visible(text: str) -> str:
    """``text`` with each character that acts rather than shows replaced by U+FFFD; line ends and tabs stay."""
    if text.isprintable():  # nearly every string of a page; none of the characters is
        return text
    return _ACTS.sub(_REPLACEMENT, text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """``text`` made visible on a single line, with every run of white space as one space."""
    return _SPACES.sub(" ", visible(text)).strip()


def shorten(text: str, limit: int) -> str:
    """``text`` on one line and at most ``limit`` characters, cut at a word where there is one, with an ellipsis."""
    line = one_line(text)
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    head, _, tail = cut.rpartition(" ")
    return (head if head and len(tail) < limit // 3 else cut).rstrip(" ,;:.") + "…"
