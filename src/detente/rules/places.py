"""Places with their coordinates: cities of the world, and the venues, regions and waters that diplomacy meets at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from detente.rules.files import read_csv
from detente.rules.folding import fold


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the gazetteers know it."""

    name: str
    country: str | None
    """None for waters and for regions that several states claim."""
    kind: str
    lat: float
    lon: float
    population: int = 0


@cache
def gazetteer() -> dict[str, tuple[Place, ...]]:
    """Every place by its folded name: venues first, then cities from large to small. Read at the first call (about a tenth of a second)."""
    found: dict[str, list[Place]] = {}
    for names, place in _places():
        for name in names:
            found.setdefault(name, []).append(place)
    return {name: tuple(places) for name, places in found.items()}


@cache
def longest() -> int:
    """How many words the longest name has."""
    return max(name.count(" ") for name in gazetteer()) + 1


def _places() -> Iterator[tuple[list[str], Place]]:
    for row in read_csv("gazetteers/venues.csv"):
        names = [row["name"], *filter(None, row["others"].split(";"))]
        place = Place(row["name"], row["country"] or None, row["kind"], float(row["lat"]), float(row["lon"]))
        yield list(dict.fromkeys(fold(n).text for n in names)), place
    for row in read_csv("gazetteers/cities.csv"):
        others = row["others"].split(";") if row["others"] else []
        place = Place(row["name"], row["country"] or None, "city", float(row["lat"]), float(row["lon"]), int(row["population"]))
        yield list(dict.fromkeys((fold(row["name"]).text, *others))), place
