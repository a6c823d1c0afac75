"""The words of the heads of letters and records of talks: what a paper is, who was there, who wrote to whom."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from detente.rules.files import read_yaml

FILE = "patterns/en/papers.yaml"
_SIDES = r"\s+from\s+(?P<sender>[^()\n]{1,120}\([^()\n]{1,60}\)|[^()\n]{1,120}?)\s+to\s+(?P<receiver>[^\n]{1,160})"


@cache
def paper_words() -> Mapping[str, frozenset[str]]:
    """Word lists of the heads of papers by name (``lists``, ``labels``, ``sides``, ...), lower-case."""
    data = read_yaml(FILE)
    return {str(name): frozenset(str(word).lower() for word in words) for name, words in data.items() if name not in ("records", "wholes")}


@cache
def wholes() -> Mapping[str, tuple[str, ...]]:
    """The halves of each country that was divided, by the code of the whole."""
    return {str(whole): tuple(str(half) for half in halves) for whole, halves in read_yaml(FILE)["wholes"].items()}


@cache
def record_heads() -> Mapping[str, re.Pattern[str]]:
    """By kind of event, what matches the first line of a paper that records one; the kinds in the order in which they are tried."""
    return {str(kind): re.compile(_begin(words) + r"\b", re.IGNORECASE) for kind, words in read_yaml(FILE)["records"].items()}


@cache
def letter_head() -> re.Pattern[str]:
    """Matches the first line of a letter, with who wrote as ``sender`` and to whom as ``receiver``."""
    return re.compile(_begin(read_yaml(FILE)["letters"]) + _SIDES, re.IGNORECASE)


@cache
def dispatch_head() -> re.Pattern[str]:
    """Matches the first line of a paper sent within one state's service, with ``sender`` and ``receiver``."""
    return re.compile(_begin(read_yaml(FILE)["dispatches"]) + _SIDES, re.IGNORECASE)


def _begin(words: list[object]) -> str:
    """A pattern of how a first line begins: a number, "draft", and one of the words."""
    found = "|".join(re.escape(str(word)).replace(r"\ ", r"\s+") for word in sorted(words, key=lambda w: -len(str(w))))
    return rf"\s*(?:\d{{1,4}}[.)]\s+)?(?:draft\s+)?(?P<name>{found})"
