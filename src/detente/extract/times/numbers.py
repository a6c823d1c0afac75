"""The number that some words spell: "two and a half", "a few", "twenty-six"."""

from __future__ import annotations

from collections.abc import Iterable

from detente.rules.times import Token

UNKNOWN = "X"
"""The number that "several" and "a few" stand for, as TIMEX3 writes it."""


def number_of(words: Iterable[Token]) -> int | float | str:
    """The number, a whole one where it is whole; ``UNKNOWN`` for a vague one. Words that are no number are passed over."""
    total: float = 0
    group: float = 0
    seen = False
    for token in words:
        values = token.values
        if "SOMEWORD" in values:
            if values["SOMEWORD"] == UNKNOWN:
                return UNKNOWN
            group, seen = values["SOMEWORD"], True
        elif token.word == "half":
            total += 0.5
            seen = True
        elif "NUM" in values:
            group, seen = group + values["NUM"], True
        elif "NUMWORD" in values:
            value = values["NUMWORD"]
            group = max(group, 1) * value if value >= 100 or (value == 12 and token.word == "dozen") else group + value
            seen = True
    value = total + group if seen else 1
    return int(value) if value == int(value) else value
