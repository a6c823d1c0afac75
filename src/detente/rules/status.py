"""The words by which a text tells what happened from what is planned, denied or only thought of."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from detente.rules.files import read_yaml

FILE = "patterns/en/status.yaml"


@cache
def status_words() -> Mapping[str, frozenset[str]]:
    """Word lists by name (``negators``, ``planning``, ...), lower-case lemmas; a verb with its particle is one entry ("call off")."""
    return {str(name): frozenset(str(word).lower() for word in entries) for name, entries in read_yaml(FILE).items()}
