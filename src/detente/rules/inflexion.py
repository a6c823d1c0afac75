"""The forms a lemma can take, for searching a sentence before it is parsed. Too many cost a little time; too few lose events."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from detente.rules.files import read_yaml

FILE = "patterns/en/irregular.yaml"
_VOWELS = frozenset("aeiou")


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    return {str(lemma): tuple(str(form) for form in forms) for lemma, forms in read_yaml(FILE).items()}


def forms_of(lemma: str) -> Iterator[str]:
    """Every form in which the lemma may stand, itself among them, some of them not English."""
    yield lemma
    yield from _irregular().get(lemma, ())
    stem = lemma.removesuffix("e")
    yield from (lemma + end for end in ("s", "es", "d", "ed", "ing"))
    yield from (stem + end for end in ("ing", "ed", "es"))
    if lemma.endswith("y"):
        yield from (lemma[:-1] + end for end in ("ies", "ied"))
    if len(lemma) > 2 and lemma[-1] not in _VOWELS and lemma[-2] in _VOWELS:
        yield from (lemma + lemma[-1] + end for end in ("ed", "ing"))
