"""Words that stand for a party by its part in the document: the guest, the host, "they"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from detente.rules.files import read_yaml

FILE = "patterns/en/anaphors.yaml"


@cache
def anaphors() -> Mapping[str, frozenset[str]]:
    """The words by what they stand for: ``visitor``, ``host``, ``plurals``, ``persons``."""
    return {str(name): frozenset(str(word) for word in entries) for name, entries in read_yaml(FILE).items()}
