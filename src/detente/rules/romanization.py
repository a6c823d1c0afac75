"""Chinese names in the spelling of Wade and Giles ("Chou En-lai"), as the pinyin that they may stand for ("Zhou Enlai").

The old press left the apostrophes out, so that one spelling stands for several sounds: every reading is given, and whoever asks looks
which of them is a name it knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice, product

from detente.rules.files import read_yaml
from detente.rules.folding import fold

MOST = 64
"""Readings of one name that are given, at most."""
_SYLLABLE = re.compile(r"([bcdfghjklmnpqrstvwxyz]*)('?)([a-z]+)")


def pinyin(name: str) -> Iterator[str]:
    """The pinyin readings of a Chinese name of two or three syllables ("Teng Hsiao-p'ing"); nothing for other names."""
    words = fold(name).text.split(" ")
    if len(words) != 2 or not 2 <= len(words[0].split("-") + words[1].split("-")) <= 3:
        return
    family = _readings(words[0].lower())
    given = [_readings(syllable) for syllable in words[1].lower().split("-")]
    if not family or not all(given):
        return
    for first, *rest in islice(product(family, *given), MOST):
        yield f"{first.title()} {''.join(rest).capitalize()}"


@cache
def _readings(syllable: str) -> tuple[str, ...]:
    """The pinyin syllables that one syllable may stand for, the likeliest first."""
    table = read_yaml("gazetteers/wade_giles.yaml")
    if syllable in table["irregular"]:
        return (table["irregular"][syllable],)
    found = _SYLLABLE.fullmatch(syllable)
    if found is None:
        return ()
    initial, mark, final = found.groups()
    starts = table["initials"].get(initial + mark, (initial,))
    ends = table["finals"].get(final, (final,))
    return tuple(dict.fromkeys(start + end for start in starts for end in ends))
