"""Facts asked for by their fields: answered from indexes, so that no question reads every fact."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from detente.model.document import Document
from detente.model.fact import Discrepancy, Fact
from detente.model.folding import fold
from detente.model.statement import FactKind
from detente.store import rows
from detente.store.base import Choice, Line, Order
from detente.store.codec import dumps
from detente.store.connected import Connected

_TIME = "coalesce(earliest, latest, '9999'), coalesce(latest, earliest, '9999'), title, id"
_PERIOD = "coalesce(earliest, latest, '9999') || ' ' || coalesce(latest, earliest, '9999') || ' '"
_BACK = ", ".join(f"{part} DESC" for part in ("coalesce(earliest, latest, '9999')", "coalesce(latest, earliest, '9999')", "title", "id"))
ORDERS = {Order.TIME: _TIME, Order.LATEST: _BACK, Order.IMPORTANCE: f"importance DESC, {_TIME}"}
"""Each order as SQL."""

_OF_FACTS = frozenset(kind.value for kind in FactKind)

_FACETS = {"fact": "fact", "kind": "kind", "status": "status", "year": "substr(earliest, 1, length(earliest) - 6)"}
_ROLES = ("party", "person", "place")

Where = tuple[str, list[Any]]


class Selections(Connected):
    """Choosing, counting and sorting facts. See ``detente.store.base.Record`` for what each method promises."""

    def select_facts(self, choice: Choice) -> tuple[Fact, ...]:
        """The facts asked for, in the order asked for: which they are an index tells, and only they are read."""
        where, values = condition(choice)
        select = f"SELECT id FROM fact WHERE {where} ORDER BY {ORDERS[choice.order]} LIMIT ? OFFSET ?"  # noqa: S608 - our own words
        names = [row[0] for row in self._all(select, [*values, -1 if choice.limit is None else choice.limit, choice.offset])]
        select = f"SELECT {rows.columns(rows.FACT_COLUMNS)} FROM fact WHERE id IN ({{holes}})"  # noqa: S608 - our own words
        found = {fact.id: fact for fact in self._facts_from(self._each(select, names))}
        return tuple(found[name] for name in names)

    def count_facts(self, choice: Choice) -> int:
        """How many facts ``choice`` names, whatever its limit and offset."""
        where, values = condition(choice)
        return int(self._one(f"SELECT count(*) FROM fact WHERE {where}", values)[0])  # noqa: S608 - our own words

    def facets(self, choice: Choice) -> dict[str, tuple[tuple[str, int], ...]]:
        """How many of the facts that ``choice`` names have each value of each facet, the most frequent first."""
        where, values = condition(choice)
        found = {}
        for name, column in _FACETS.items():
            select = f"SELECT {column} v, count(*) n FROM fact WHERE {where} GROUP BY 1 HAVING v IS NOT NULL ORDER BY n DESC, v"  # noqa: S608 - our own words
            found[name] = tuple((value, number) for value, number in self._all(select, values))
        chosen = "" if where == "1" else f"AND fact IN (SELECT id FROM fact WHERE {where})"  # noqa: S608 - our own words
        for role in _ROLES:
            select = f"SELECT name, count(*) n FROM fact_name WHERE role = ? {chosen} GROUP BY name ORDER BY n DESC, name"  # noqa: S608 - our own words
            found[role] = tuple((value, number) for value, number in self._all(select, [role, *values]))
        return found

    def lines(self, begun_by: str) -> tuple[Line, ...]:
        """The lines of figures with a period that had begun by the end of that day, counting such periods alone."""
        select = (
            f"SELECT kind, series, source, target, unit, count(*), max({_PERIOD}), min({_PERIOD} || title || char(31) || id) "  # noqa: S608 - our own words
            "FROM fact INDEXED BY fact_line "
            "WHERE fact = 'indicator' AND review <> 'set_aside' AND earliest <= ? GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5"
        )
        found = []
        for kind, series, source, target, unit, points, last, first in self._all(select, (begun_by,)):
            sides = tuple(json.loads(source)), tuple(json.loads(target))
            found.append(Line(kind, series, *sides, unit, points, tuple(last.split())[:2], first.rpartition("\x1f")[2]))
        return tuple(found)

    def line_points(self, line: Line) -> tuple[Fact, ...]:
        """The points of a line in its latest period."""
        same = "kind = ? AND series IS ? AND source = ? AND target = ? AND unit IS ?"
        where = f"fact = 'indicator' AND review <> 'set_aside' AND {same} AND {_PERIOD} = ?"
        select = f"SELECT {rows.columns(rows.FACT_COLUMNS)} FROM fact WHERE {where} ORDER BY {_TIME}"  # noqa: S608 - our own words
        values = (line.kind, line.series, dumps(line.source), dumps(line.target), line.unit, f"{line.last[0]} {line.last[1]} ")
        return tuple(self._facts_from(self._all(select, values)))

    def summaries(self, documents: Iterable[str]) -> dict[str, tuple[Document, str, bool]]:
        """These documents without text and blocks, when each came in first, and whether it is held now."""
        names = ", ".join("''" if n == "text" else "'[]'" if n == "blocks" else n for n in rows.DOCUMENT.names)
        path = "(SELECT h.path FROM holding h WHERE h.document = sha256 ORDER BY h.until IS NOT NULL, h.path LIMIT 1)"
        since = "(SELECT min(h.since) FROM holding h WHERE h.document = sha256)"
        held = "EXISTS (SELECT 1 FROM holding h WHERE h.document = sha256 AND h.until IS NULL)"
        select = f"SELECT {names}, {path}, {since}, {held} FROM document WHERE sha256 IN ({{holes}})"  # noqa: S608 - our own words
        found = {}
        for row in self._each(select, documents):
            document = rows.document_from(row, row[-3])
            found[document.sha256] = (document, row[-2] or "", bool(row[-1]))
        return found

    def discrepancies_beside(self, statements: Iterable[str]) -> tuple[Discrepancy, ...]:
        """The discrepancies of which one of these statements is a side, by identifier."""
        wanted = list(statements)
        names = rows.columns(rows.DISCREPANCY.names)
        found = {}
        for side in ("left", "right"):
            for row in self._each(f'SELECT {names} FROM discrepancy WHERE "{side}" IN ({{holes}})', wanted):  # noqa: S608 - our own words
                found[row[0]] = Discrepancy(**rows.DISCREPANCY.values(row))
        return tuple(found[name] for name in sorted(found))

    def _facts_from(self, held: Iterable[tuple[Any, ...]]) -> Iterator[Fact]:
        """Facts of rows in the order of ``FACT_COLUMNS``, with their supports."""
        for row in list(held):
            supports = self._all("SELECT statement, reasons FROM fact_statement WHERE fact = ? ORDER BY position", (row[0],))
            yield rows.fact_from(row, [(statement, reasons) for statement, reasons in supports])


def condition(choice: Choice) -> Where:
    """The condition that ``choice`` stands for, with its values."""
    parts = [*_fields(choice), *_names(choice), *_days(choice)]
    return " AND ".join(text for text, _ in parts) or "1", [value for _, values in parts for value in values]


def _fields(choice: Choice) -> Iterator[Where]:
    every = choice.order is Order.IMPORTANCE and FactKind.EVENT in choice.facts  # so many that going through them by weight is quicker
    for column, wanted in (("id", choice.ids), ("+fact" if every else "fact", choice.facts), ("status", choice.statuses)):
        if wanted:
            yield f"{column} IN ({rows.holes(wanted)})", list(wanted)
    if choice.kinds:
        yield _kinds(choice.kinds)
    if choice.without_objects:
        yield f"(object IS NULL OR object NOT IN ({rows.holes(choice.without_objects)}))", list(choice.without_objects)
    if choice.stands:
        yield "review <> 'set_aside'", []


def _kinds(named: Sequence[str]) -> Where:
    """Of one of these kinds, or sorts of fact: an index knows either, so each is asked for alone where that is enough."""
    facts = [name for name in named if name in _OF_FACTS]
    if not facts:
        return f"kind IN ({rows.holes(named)})", list(named)
    known = f"SELECT id FROM fact WHERE kind IN ({rows.holes(named)}) UNION SELECT id FROM fact WHERE fact IN ({rows.holes(facts)})"  # noqa: S608 - our own words
    return f"id IN ({known})", [*named, *facts]


def _names(choice: Choice) -> Iterator[Where]:
    if choice.party is not None:
        yield "EXISTS (SELECT 1 FROM fact_name n WHERE n.role = 'party' AND n.name = ? AND n.fact = fact.id)", [choice.party.upper()]
    for role, name in (("person", choice.person), ("place", choice.place)):
        if name is not None:
            yield "id IN (SELECT fact FROM fact_name WHERE role = ? AND instr(name, ?))", [role, fold(name)]


def _days(choice: Choice) -> Iterator[Where]:
    if choice.since is not None:
        yield "date IS NOT NULL AND (latest IS NULL OR latest >= ?)", [choice.since]
    if choice.until is not None:
        yield "date IS NOT NULL AND (earliest IS NULL OR earliest <= ?)", [choice.until]
    if choice.ended_by is not None:
        yield "latest <= ?", [choice.ended_by]
    if choice.begun_by is not None:
        yield "earliest <= ?", [choice.begun_by]
