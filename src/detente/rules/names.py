"""Which words are parts of people's names, and which are plain English: the ground for finding persons without a title."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from detente.rules.files import read_csv, read_text, read_yaml


@dataclass(frozen=True, slots=True)
class NameWords:
    """Words of names and of plain English. Names are folded and begin with a capital; ``common`` is small."""

    given: frozenset[str]
    family: frozenset[str]
    family_first: frozenset[str]
    """Family names that stand first (Vietnamese, Chinese, Korean, Khmer, ...)."""
    common: frozenset[str]
    not_names: frozenset[str]
    """Capitalised words that head or begin names of things: Council, Treaty, River, Monday, ..."""
    family_of: dict[str, frozenset[str]]
    """Family names by the country that they tell."""
    endings_of: dict[str, tuple[str, ...]]
    """Endings of family names by the country that they tell."""
    place_words: frozenset[str]
    """First words of places, ships and firms."""
    soft: frozenset[str]
    """Words of the two kinds, which a title or a name beside them settles: Park, Bill, Hill, ..."""
    nicknames: dict[str, str]
    """Short forms of given names by what they stand for, small: "joe" for "joseph"."""
    firms: frozenset[str]
    """Firms that the news names like persons."""
    firm_heads: frozenset[str]
    """Last words of firms: Airlines, Telecom, Motors, ..."""


@cache
def name_words() -> NameWords:
    """The tables, read once."""
    parts = list(read_csv("gazetteers/name_parts.csv"))
    own = read_yaml("gazetteers/names.yaml")
    common = frozenset(line for line in read_text("gazetteers/common_words.txt").splitlines() if not line.startswith("#"))
    return NameWords(
        given=frozenset(row["name"] for row in parts if int(row["given"])) | frozenset(own["given"]),
        family=frozenset(row["name"] for row in parts if int(row["family"])) | frozenset(own["family"]),
        family_first=frozenset(own["family_first"]),
        common=common,
        not_names=frozenset(own["not_names"]) | frozenset(own["firms"]) | frozenset(own["firm_heads"]),
        family_of={code: frozenset(names) for code, names in own["family_of"].items()},
        endings_of={code: tuple(ends) for code, ends in own["endings_of"].items()},
        place_words=frozenset(own["place_words"]),
        soft=frozenset(own["soft"]),
        nicknames={short.lower(): full.lower() for short, full in own["nicknames"].items()},
        firms=frozenset(own["firms"]),
        firm_heads=frozenset(own["firm_heads"]),
    )
