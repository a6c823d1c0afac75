"""English words that reading a sentence's grammar needs: what counts, what comes first, what is a text."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from detente.rules.files import read_yaml

FILE = "patterns/en/grammar.yaml"


@cache
def grammar_words() -> Mapping[str, frozenset[str]]:
    """Word lists by name (``quantities``, ``firsts``, ``texts``, ``topic_verbs``), lower-case lemmas."""
    return {str(name): frozenset(str(word) for word in entries) for name, entries in read_yaml(FILE).items()}
