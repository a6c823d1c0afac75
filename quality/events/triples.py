"""Event statements as the triples of country, country and PLOVER type that PLOVER's own gold sentences are coded in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from detente.rules.actors import heirs
from detente.rules.files import read_csv

EVENTS = frozenset({"event", "partnership", "agreement"})

Triple = tuple[str | None, str | None, str]


@cache
def _coded_as() -> dict[str, str]:
    """What PLOVER codes other than the code we give: bodies of states and others by their class, former states under their heirs."""
    return {row["code"]: row["kind"] for row in read_csv("gazetteers/organisations.csv")} | dict(heirs())


def triples(statements: Iterable[Mapping[str, Any]]) -> list[Triple]:
    """Every ordered pair of the sides of each coded event, each once. What is done inside a country has it on both sides."""
    found: dict[Triple, None] = {}
    for statement in statements:
        if statement["fact"] in EVENTS and statement["plover"]:
            found.update(dict.fromkeys(_pairs(statement)))
    return list(found)


def _pairs(statement: Mapping[str, Any]) -> list[Triple]:
    source, target = statement["source"], statement["target"]
    mutual = source == target
    sources = [p for p in source if p["country"]] or [{"country": None}]
    targets = [p for p in target if p["country"]] or [{"country": None}]
    pairs = [(_code(s), _code(t)) for s in sources for t in targets if s != t]
    return [(s, t, statement["plover"]) for s, t in dict.fromkeys(pairs) if s != t or not (mutual or s is None)]


def _code(participant: Mapping[str, Any]) -> str | None:
    country: str | None = participant["country"]
    return None if country is None else _coded_as().get(country, country)
