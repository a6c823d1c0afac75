"""What browsing needs of every statement, and no more: a tenth of the time that whole statements take to read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from detente.store.base import Brief, BriefPerson, BriefPlace
from detente.store.connected import Connected
from detente.store.opening import HELD


class Briefs(Connected):
    """Statements in brief."""

    def briefs(self) -> Iterator[Brief]:
        """The statements under facts, by fact and in the order that they support it."""
        select = """SELECT fs.fact, s.id, s.document, s.quote, s.plover, s.confidence, s.detail, s.persons, s.places
            FROM fact_statement fs JOIN statement s ON s.id = fs.statement ORDER BY fs.fact, fs.position"""
        for fact, name, document, quote, plover, confidence, detail, persons, places in self._all(select):
            yield Brief(fact, name, document, quote, plover, confidence, _fields(detail), _persons(persons), _places(places))

    def use(self) -> Iterator[tuple[str, int, int]]:
        """How many statements each document held makes, and how many facts they support; by document."""
        select = f"""SELECT s.document, count(DISTINCT s.id), count(DISTINCT fs.fact) FROM statement s
            LEFT JOIN fact_statement fs ON fs.statement = s.id WHERE s.document IN ({HELD}) GROUP BY s.document ORDER BY s.document"""  # noqa: S608 - our own words
        yield from self._all(select)


def _fields(cell: str) -> tuple[str, ...]:
    return () if cell == "[]" else tuple(value for name, value in json.loads(cell) if name == "field")


def _persons(cell: str) -> tuple[BriefPerson, ...]:
    return () if cell == "[]" else tuple(BriefPerson(*_text(party[:3])) for party, _ in json.loads(cell))


def _places(cell: str) -> tuple[BriefPlace, ...]:
    if cell == "[]":
        return ()
    held = json.loads(cell)
    return tuple(BriefPlace(name, country, lat, lon, kind) for _, name, country, lat, lon, kind in held)


def _text(values: list[Any]) -> list[Any]:
    return [*values, *[None] * (3 - len(values))]
