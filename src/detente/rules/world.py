"""The outlines of the world's countries, and where their seats of government lie."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from detente.rules.files import read_csv, read_text
from detente.rules.folding import fold
from detente.rules.places import Place, gazetteer


@dataclass(frozen=True, slots=True)
class World:
    """Outlines on a map of ``width`` by ``height`` in the Equal Earth projection."""

    width: float
    height: float
    paths: Mapping[str, str]
    """SVG path by ISO 3166 code; under the empty one, what has none."""


@cache
def world() -> World:
    """The outlines. Natural Earth 1:110m (public domain) by way of world-atlas."""
    held = json.loads(read_text("gazetteers/world.json"))
    return World(held["width"], held["height"], held["paths"])


@cache
def seats() -> Mapping[str, Place]:
    """Each country's seat of government, where the gazetteers know it as a city."""
    found = {}
    for row in read_csv("gazetteers/countries.csv"):
        for name in filter(None, row["capitals"].split(";")):
            place = next((p for p in gazetteer().get(fold(name).text, ()) if p.country == row["code"]), None)
            if place is not None:
                found[row["code"]] = place
                break
    return found
