"""Event statements as the triples of country, country and PLOVER type that PLOVER's own gold sentences are coded in."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

EVENTS = frozenset({"event", "partnership", "agreement"})
ORGANISATION = "IGO"
"""The code that the gold gives every intergovernmental organisation."""
_TABLE = Path(__file__).resolve().parents[2] / "src" / "detente" / "data" / "gazetteers" / "organisations.csv"

Triple = tuple[str, str | None, str]


@cache
def _organisations() -> frozenset[str]:
    lines = (line for line in _TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return frozenset(row["code"] for row in csv.DictReader(lines))


def triples(statements: Iterable[Mapping[str, Any]]) -> list[Triple]:
    """Every ordered pair of the sides of each coded event, each once. A deed of a country to its own people pairs it with itself."""
    found: dict[Triple, None] = {}
    for statement in statements:
        if statement["fact"] in EVENTS and statement["plover"]:
            found.update(dict.fromkeys(_pairs(statement)))
    return list(found)


def _pairs(statement: Mapping[str, Any]) -> list[Triple]:
    sources = [_code(p["country"]) for p in statement["source"] if p["country"]]
    targets = [_code(p["country"]) for p in statement["target"] if p["country"]]
    mutual = [p["name"] for p in statement["source"]] == [p["name"] for p in statement["target"]]
    pairs: list[Triple] = [(s, t, statement["plover"]) for s in sources for t in targets if s != t or not mutual]
    alone: list[Triple] = [(s, None, statement["plover"]) for s in sources]
    return pairs or alone


def _code(country: str) -> str:
    return ORGANISATION if country in _organisations() else country
