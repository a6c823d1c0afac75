"""What the codebook does not say of its kinds: which can tell of one event, how far apart two of them lie, what they do to the level."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from detente.model.errors import DataError
from detente.rules.files import flag, read_yaml

FILE = "vocabulary/merging.yaml"


@dataclass(frozen=True, slots=True)
class Family:
    """Kinds that different writers use for one event."""

    name: str
    kinds: tuple[str, ...]
    seldom: bool = False
    """Two parties do this so rarely that the parties and a shared year make it the same event."""
    spacing: int = 0
    """Days within which two differing dates are more likely one event misdated than two events."""
    many: bool = False
    """Two parties can do several such things in a day, so that a shared day says little."""
    personal: bool = False
    """It is who takes part that makes the event: with nobody in common there are two."""
    journey: bool = False
    """It is who travels that makes the event; whom they met there may be told or not."""
    single: bool = False
    """Only one person can be it, so that another name on the same day contradicts."""
    either: bool = False
    """What one side does to the other is as often told as done by both."""
    named: bool = False
    """Several are made in one day, each on its subject: two that are described by other subjects are two."""
    weight: float = 1.0
    """How much such an event matters, from 0 to 5."""


@dataclass(frozen=True, slots=True)
class Level:
    """A level of the relationship that has no name of its own."""

    name: str
    label: str
    rank: int


@dataclass(frozen=True, slots=True)
class Merging:
    """The whole data file."""

    families: Mapping[str, Family]
    """By kind. A kind that is not here is a family of its own; see ``family``."""
    weights: Mapping[str, float]
    """Kinds that matter more or less than their family."""
    leaders: tuple[frozenset[str], ...]
    """The words of each office that leads a state or a government."""
    below: frozenset[str]
    """Words in an office that say that it is someone below."""
    novel: frozenset[str]
    """Words by which an event is told as the first of its kind."""
    not_novel: frozenset[str]
    """Words behind such a one that make another thing of it."""
    phases: Mapping[str, str]
    """Word to the moment of a matter it tells of."""
    scopes: Mapping[str, str]
    """Word to how it narrows a figure."""
    clocks: re.Pattern[str]
    """Wording that tells by whose clock a day is named."""
    julian: re.Pattern[str]
    """Wording that tells that a day is named by the Julian calendar."""
    mirrors: Mapping[str, str]
    """Series to the one by which the other party tells of the same flow."""
    opposites: Mapping[str, str]
    """Series to the one that it is with the sides exchanged."""
    seats: frozenset[str]
    """Keys of offices that one person holds at a time."""
    plain: frozenset[str]
    """Words that nearly every statement about two countries holds, so that sharing them tells nothing."""
    things: frozenset[str]
    """Words that any agreement or project goes by, so that sharing or lacking them tells nothing."""
    levels: Mapping[str, Level]
    """By kind of event."""
    none: Level
    partnership_rank: int
    purpose: str
    """The word after a partnership's name that begins what it is for."""
    titles: Mapping[str, Any]
    bounds: Mapping[str, str]

    def family(self, kind: str) -> Family:
        """The family that ``kind`` belongs to."""
        return self.families.get(kind) or Family(kind, (kind,))


@cache
def merging() -> Merging:
    """The shipped file, loaded and checked once. Raises DataError naming the entry."""
    data = read_yaml(FILE)
    families: dict[str, Family] = {}
    for name, entry in data["families"].items():
        family = _family(name, entry)
        for kind in family.kinds:
            if kind in families:
                raise DataError(f"data/{FILE}: {kind} stands in two families, {families[kind].name} and {name}")
            families[kind] = family
    levels = {name: Level(name, str(entry["label"]), int(entry["rank"])) for name, entry in data["levels"].items()}
    return Merging(
        families=families,
        weights={str(kind): float(weight) for kind, weight in data["weights"].items()},
        leaders=tuple(frozenset(office.split()) for office in data["leaders"]),
        below=frozenset(data["below"]),
        novel=frozenset(data["novel"]),
        not_novel=frozenset(data["not_novel"]),
        phases=_by_word(data["phases"]),
        scopes=_by_word(data["scopes"]),
        clocks=_any(data["clocks"]),
        julian=_any(data["julian"]),
        mirrors=dict(data["mirrors"]),
        opposites=dict(data["opposites"]),
        seats=frozenset(data["seats"]),
        plain=frozenset(data["plain"]),
        things=frozenset(data["things"]),
        levels={kind: levels[name] for name, entry in data["levels"].items() for kind in entry.get("kinds", ())},
        none=levels["none"],
        partnership_rank=int(data["partnership_rank"]),
        purpose=str(data["purpose"]),
        titles=data["titles"],
        bounds=data["bounds"],
    )


def _family(name: str, entry: Mapping[str, Any]) -> Family:
    return Family(
        name=name,
        kinds=tuple(entry["kinds"]),
        seldom=flag(entry, "seldom", f"data/{FILE}: {name}"),
        spacing=int(entry["spacing"]),
        many=flag(entry, "many", f"data/{FILE}: {name}"),
        personal=flag(entry, "personal", f"data/{FILE}: {name}"),
        journey=flag(entry, "journey", f"data/{FILE}: {name}"),
        single=flag(entry, "single", f"data/{FILE}: {name}"),
        named=flag(entry, "named", f"data/{FILE}: {name}"),
        either=flag(entry, "either", f"data/{FILE}: {name}"),
        weight=float(entry["weight"]),
    )


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


def _by_word(lists: Mapping[str, list[str]]) -> dict[str, str]:
    return {str(word): name for name, words in lists.items() for word in words}
