"""How English heads the columns of a table of visits."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from detente.rules.files import read_yaml

FILE = "patterns/en/tables.yaml"


@cache
def _heads() -> Mapping[str, re.Pattern[str]]:
    columns = read_yaml(FILE)["columns"]
    return {
        meaning: re.compile(rf"(?:{found}).{{0,20}}|.{{0,20}}\b(?:{found})", re.IGNORECASE)
        for meaning, words in columns.items()
        if (found := "|".join(rf"{re.escape(str(word))}\b" for word in words))
    }


def column_meaning(head: str) -> str | None:
    """What the cells of a column hold ("date", "visitor", "host", "remarks"), by its head; None where the head does not tell."""
    return next((meaning for meaning, pattern in _heads().items() if pattern.fullmatch(head.strip())), None)


@cache
def undone() -> re.Pattern[str]:
    """Matches the words by which a row says that its visit did not take place."""
    return re.compile(r"\b(?:" + "|".join(re.escape(str(word)) for word in read_yaml(FILE)["undone"]) + r")\b", re.IGNORECASE)
