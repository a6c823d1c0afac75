"""How a text claims that something was the first of its kind."""

from __future__ import annotations

import re
from functools import cache

from detente.rules.files import read_yaml
from detente.rules.wording import spaced

FILE = "patterns/en/claims.yaml"
BEARING = "vocabulary/bearing.yaml"


@cache
def claim_patterns() -> tuple[re.Pattern[str], ...]:
    """The patterns that match a claim as written, in any case."""
    data = read_yaml(FILE)
    words = {"{who}": "|".join(data["who"]), "{what}": "|".join(data["what"]), "{rest}": data["rest"]}
    return tuple(re.compile(rf"(?i)\b{spaced(_filled(pattern, words))}") for pattern in data["patterns"])


@cache
def claim_aside() -> re.Pattern[str]:
    """Matches words that part a claim from the deed before it: the claim is about somebody, or of another time."""
    return re.compile(rf"(?i)\b(?:{'|'.join(read_yaml(FILE)['aside'])})\b")


def _filled(pattern: str, words: dict[str, str]) -> str:
    for mark, filling in words.items():
        pattern = pattern.replace(mark, filling)
    return pattern


@cache
def _bearing() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    return {kind: (tuple(entry["whole"]), tuple(entry["part"])) for kind, entry in read_yaml(BEARING).items()}


def bearing(kind: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The kinds of event that bear one of ``kind`` out, and those that bear a part of it out."""
    return _bearing().get(kind, ((), ()))
