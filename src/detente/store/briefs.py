"""What browsing needs of every statement, and no more: a tenth of the time that whole statements take to read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from detente.model.fact import Fact
from detente.store.connected import Connected
from detente.store.opening import HELD
from detente.store.rows import FACT_COLUMNS, columns, fact_from


@dataclass(frozen=True, slots=True)
class BriefPerson:
    """A person of a statement: name, country and office."""

    name: str
    country: str | None
    office: str | None


@dataclass(frozen=True, slots=True)
class BriefPlace:
    """A place of a statement: name, country, latitude, longitude, and what it is."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    kind: str


@dataclass(frozen=True, slots=True)
class Brief:
    """A statement under a fact, with what browsing needs of it."""

    fact: str
    statement: str
    document: str
    quote: str
    plover: str | None
    confidence: float
    fields: tuple[str, ...]
    """Fields of cooperation."""
    persons: tuple[BriefPerson, ...]
    places: tuple[BriefPlace, ...]


@dataclass(slots=True)
class Memo:
    """What was read last, by the cells it was read from. For whoever reads all of a record again after each change to it."""

    facts: dict[str, tuple[object, Fact]] = field(default_factory=dict)
    briefs: dict[tuple[Any, ...], Brief] = field(default_factory=dict)


class Briefs(Connected):
    """Statements in brief."""

    def briefs(self, memo: Memo | None = None) -> Iterator[Brief]:
        """The statements under facts, by fact and in the order that they support it."""
        select = """SELECT fs.fact, s.id, s.document, s.quote, s.plover, s.confidence, s.detail, s.persons, s.places
            FROM fact_statement fs JOIN statement s ON s.id = fs.statement ORDER BY fs.fact, fs.position"""
        if memo is None:
            yield from map(_brief, self._all(select))
            return
        now: dict[tuple[Any, ...], Brief] = {}
        for row in self._all(select):
            now[row] = memo.briefs.get(row) or _brief(row)
            yield now[row]
        memo.briefs = now

    def facts_again(self, memo: Memo) -> Iterator[Fact]:
        """Every fact by identifier; those whose cells are as they were are the same objects."""
        supports: dict[str, list[tuple[str, str]]] = {}
        for fact, statement, reasons in self._all("SELECT fact, statement, reasons FROM fact_statement ORDER BY fact, position"):
            supports.setdefault(fact, []).append((statement, reasons))
        now: dict[str, tuple[object, Fact]] = {}
        for row in self._all(f"SELECT {columns(FACT_COLUMNS)} FROM fact ORDER BY id"):  # noqa: S608 - names of our own columns
            cells = (row, supports.get(row[0], []))
            before = memo.facts.get(row[0])
            now[row[0]] = before if before is not None and before[0] == cells else (cells, fact_from(*cells))
            yield now[row[0]][1]
        memo.facts = now

    def use(self) -> Iterator[tuple[str, int, int]]:
        """How many statements each document held makes, and how many facts they support; by document."""
        select = f"""SELECT s.document, count(DISTINCT s.id), count(DISTINCT fs.fact) FROM statement s
            LEFT JOIN fact_statement fs ON fs.statement = s.id WHERE s.document IN ({HELD}) GROUP BY s.document ORDER BY s.document"""  # noqa: S608 - our own words
        yield from self._all(select)


def _brief(row: tuple[Any, ...]) -> Brief:
    fact, name, document, quote, plover, confidence, detail, persons, places = row
    return Brief(fact, name, document, quote, plover, confidence, _fields(detail), _persons(persons), _places(places))


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
