"""How the levels of a relationship are named: "Comprehensive Strategic Partnership", "community with a shared future"."""

from __future__ import annotations

import re
from functools import cache

from detente.rules.files import read_yaml

FILE = "patterns/en/levels.yaml"


@cache
def level_pattern() -> re.Pattern[str]:
    """Matches a level's name as written, in the group ``level``; words of a quoted name after its head are taken along."""
    data = read_yaml(FILE)
    qualifier = _any(data["qualifiers"])
    strong = _any(data["strong"])
    head = _any(data["heads"])
    names = _any(data["names"])
    run = rf"(?:(?:{qualifier})(?:,|\s+and)?\s+){{0,3}}(?:{strong})(?:(?:,|\s+and)?\s+(?:{qualifier})){{0,3}}\s+(?:{head})"
    return re.compile(
        rf"(?P<level>\b(?:{run}|{names})\b(?:\s+for\s+(?-i:[A-Z])[\w-]*(?:,?\s+(?:and\s+)?(?-i:[A-Z])[\w-]*){{0,4}})?)", re.IGNORECASE
    )


def find_level(text: str) -> str | None:
    """The first level named in the text, as written; None when there is none."""
    match = level_pattern().search(text)
    return match["level"] if match is not None else None


def _any(entries: list[str]) -> str:
    return "|".join(re.escape(entry).replace(r"\ ", r"\s+") for entry in sorted(entries, key=len, reverse=True))
