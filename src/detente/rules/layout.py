"""The layout patterns of one language: what lines that are not plain prose look like, and which words end no sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from detente.model.document import BlockKind
from detente.model.errors import DataError
from detente.rules.files import flag, read_yaml

_PART = re.compile(r"\{([a-z_]+)\}")


_REACH = 280
"""Characters. A credit or an invitation to read more is never longer."""


class Place(StrEnum):
    """Where in a block a pattern must stand."""

    LINE = "line"
    LEAD = "lead"
    TAIL = "tail"
    START = "start"


@dataclass(frozen=True, slots=True)
class LayoutRule:
    """One pattern and what the characters it matches are."""

    name: str
    kind: BlockKind
    place: Place
    pattern: re.Pattern[str]
    top: bool
    pictures: bool
    """What stands before the match in its block is the caption of a picture."""
    reach: int
    """How far from the end of its block a tail may begin."""
    must: tuple[str, ...]
    must_not: tuple[str, ...]

    def fits(self, text: str) -> bool:
        """Whether the rule would fire on ``text`` taken as one block."""
        found = self.pattern.fullmatch(text.strip()) if self.place is Place.LINE else None
        if self.place in (Place.LEAD, Place.START):
            found = self.pattern.match(text.lstrip())
        elif self.place is Place.TAIL:
            found = next((m for m in self.pattern.finditer(text) if not text[m.end() :].strip()), None)
        return found is not None


@dataclass(frozen=True, slots=True)
class LayoutRules:
    """All of one language's layout knowledge, compiled."""

    lines: tuple[LayoutRule, ...]
    leads: tuple[LayoutRule, ...]
    tails: tuple[LayoutRule, ...]
    starts: tuple[LayoutRule, ...]
    titles: frozenset[str]
    before_number: frozenset[str]
    months: frozenset[str]
    month: re.Pattern[str]
    """A month's name, whole or cut short."""
    date_alone: re.Pattern[str]
    """A line that is nothing but a date."""
    either: frozenset[str]
    starters: frozenset[str]
    dangling: frozenset[str]
    compounds: frozenset[str]
    sayings: frozenset[str]
    parts: dict[str, str]

    @property
    def rules(self) -> tuple[LayoutRule, ...]:
        """Every rule, for tests and for the reference page."""
        return self.lines + self.leads + self.tails + self.starts


@cache
def layout_rules(language: str = "en") -> LayoutRules:
    """The compiled layout patterns of ``language``. Raises DataError when an entry is wrong."""
    data = read_yaml(f"patterns/{language}/layout.yaml")
    words = read_yaml(f"patterns/{language}/layout_sentences.yaml")
    parts: dict[str, str] = {}
    for name, pattern in data["parts"].items():
        parts[name] = _fill(pattern, parts)
    rules = [_rule(entry, parts) for entry in data["rules"]]
    lists = {
        name: frozenset(words[name].split())
        for name in ("titles", "before_number", "months", "either", "starters", "dangling", "compounds", "sayings")
    }
    return LayoutRules(
        lines=tuple(r for r in rules if r.place is Place.LINE),
        leads=tuple(r for r in rules if r.place is Place.LEAD),
        tails=tuple(r for r in rules if r.place is Place.TAIL),
        starts=tuple(r for r in rules if r.place is Place.START),
        month=re.compile(parts["month"]),
        date_alone=re.compile(parts["stamp"]),
        parts=parts,
        **lists,
    )


def _fill(pattern: str, parts: dict[str, str]) -> str:
    def part(match: re.Match[str]) -> str:
        if match[1] not in parts:
            raise DataError(f"layout.yaml: no part named {match[1]!r} before it is used in {pattern!r}")
        return parts[match[1]]

    return _PART.sub(part, pattern)


def _rule(entry: dict[str, Any], parts: dict[str, str]) -> LayoutRule:
    try:
        pattern = re.compile(_fill(entry["pattern"], parts))
        return LayoutRule(
            name=entry["name"],
            kind=BlockKind(entry["kind"]),
            place=Place(entry["place"]),
            pattern=pattern,
            top=flag(entry, "top", f"layout.yaml: rule {entry['name']}"),
            pictures=flag(entry, "pictures", f"layout.yaml: rule {entry['name']}"),
            reach=int(entry.get("reach", _REACH)),
            must=tuple(entry["must"]),
            must_not=tuple(entry["must_not"]),
        )
    except (KeyError, ValueError, re.error) as error:
        raise DataError(f"layout.yaml: rule {entry.get('name', '?')}: {error}") from error
