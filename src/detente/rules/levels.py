"""How the levels of a relationship are named: "Comprehensive Strategic Partnership", "community with a shared future"."""

from __future__ import annotations

import re
from functools import cache

from detente.rules.files import read_yaml
from detente.rules.wording import spaced

FILE = "patterns/en/levels.yaml"


@cache
def level_pattern() -> re.Pattern[str]:
    """Matches a level's name as written, in the group ``level``; words of a quoted name after its head are taken along."""
    data = read_yaml(FILE)
    qualifier = _any(data["qualifiers"])
    strong = _any(data["strong"])
    head = _any(data["heads"])
    names = _any(data["names"])
    suffix = _any(data["suffixes"])
    run = rf"(?:(?:{qualifier})(?:,|\s+and)?\s+){{0,3}}(?:{strong})(?:(?:,|\s+and)?\s+(?:{qualifier})){{0,3}}\s+(?:{head})"
    named = r"\s+for\s+(?-i:[A-Z])[\w-]*(?:,?\s+(?:and\s+)?(?-i:[A-Z])[\w-]*){0,4}"
    return re.compile(rf"(?P<level>(?<![\w-])(?:{run}|{names})\b(?:\s+(?:{suffix})\b|{named})?)", re.IGNORECASE)


def find_level(text: str) -> str | None:
    """The level that the text tells of, as written: the one reached where it tells of a rise, else the first; None when there is none."""
    found = list(level_pattern().finditer(text))
    if len(found) > 1:
        rise, reached = _rise()
        start = rise.search(text)
        for match in found:
            if start is not None and match.start() > start.end() and reached.search(text, start.end(), match.start()):
                return match["level"]
    return found[0]["level"] if found else None


@cache
def _rise() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What tells of a rise, and what stands right before the level reached."""
    data = read_yaml(FILE)
    rise = re.compile(rf"(?i)\b(?:{'|'.join(data['rises'])})\b")
    return rise, re.compile(spaced(rf"(?i)\b(?:{'|'.join(data['reached'])})(?: (?:an?|the|its|their|what they call))*\s*[\"“”'‘]?\Z"))


def level_at(text: str, start: int, end: int) -> str | None:
    """The level named between ``start`` and ``end``, or begun there; failing that the first in the text."""
    inside = next((match for match in level_pattern().finditer(text) if start <= match.start() < end), None)
    return inside["level"] if inside is not None else find_level(text)


def _any(entries: list[str]) -> str:
    return "|".join(re.escape(entry).replace(r"\ ", r"\s+") for entry in sorted(entries, key=len, reverse=True))
