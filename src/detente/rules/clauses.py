"""Small wording around a figure, each pattern named for the question that the reading of figures asks with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from detente.model.errors import DataError
from detente.rules.files import read_yaml

FILE = "patterns/en/figure_clauses.yaml"


@cache
def figure_clauses() -> Mapping[str, re.Pattern[str]]:
    """The shipped English patterns by name. Raises DataError naming one that is wrong."""
    return {str(name): _compiled(str(name), entry) for name, entry in read_yaml(FILE).items()}


def _compiled(name: str, entry: Mapping[str, str]) -> re.Pattern[str]:
    if set(entry) - {"start"} != {"pattern", "must", "must_not"}:
        raise DataError(f"data/{FILE}: {name}: give a pattern, a text that it must match and one that it must not")
    try:
        return re.compile(entry["pattern"])
    except re.error as error:
        raise DataError(f"data/{FILE}: {name}: {error}") from error
