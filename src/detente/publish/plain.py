"""Document text made safe to show: what a terminal, a page or a table would act on is made visible instead."""

from __future__ import annotations

import re
from itertools import pairwise

_ACTS = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff"
    r"\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
"""Control characters (a terminal obeys ESC), the bidirectional overrides that make a line read otherwise than it is written,
and characters that no font shows. Tabs and line ends are left to whoever lays the text out."""

NARROWEST = 45
"""Characters of a line below which it is not taken to end for want of room."""

_SET = re.compile(r"\s|[-–—•*|>]|\(?\w{1,3}[.)]\s")
"""What begins a line that stands on its own: an indent, a bullet, a number."""

_GAP = re.compile(r"\t|\S {2,}\S")
"""What stands between the columns of a table."""

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


def flows(text: str) -> bool:
    """Whether it is prose broken for a screen, no list, table or verse: each line is long, and ends within a sentence or where the next
    word found no room."""
    lines = [line.rstrip() for line in text.strip("\n").split("\n")]
    widest = max(map(len, lines))
    if len(lines) < 2 or any(_SET.match(line) for line in lines[1:]) or any(_GAP.search(line) for line in lines):
        return False
    return all(
        len(line) >= NARROWEST and (line[-1].isalnum() or line[-1] == "," or len(line) + 1 + len(after.split(" ", 1)[0]) > widest)
        for line, after in pairwise(lines)
    )
