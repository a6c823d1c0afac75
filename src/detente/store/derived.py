"""What facts were derived with, kept so that an addition is reconciled alone: what stands where, what meets what, who shares text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from detente.model.edtf import Edtf
from detente.model.fact import Discrepancy, Fact
from detente.model.folding import fold
from detente.model.statement import Statement
from detente.store import rows, rulings
from detente.store.base import Change, Outdated, Ready, State
from detente.store.codec import cell, cell_decoder
from detente.store.connected import Connected
from detente.store.opening import held_on

DERIVED = ("known", "ready", "token", "holder", "meeting", "discrepancy_fact", "discrepancy_weight", "fact_name")
"""Tables that follow from statements and facts. They are made anew with them and take no part in the digest."""

_READY = "number, statement, document, block, band, low, high, part, persons, marks, words"
_published = cell_decoder(Edtf | None)


class Derivations(Connected):
    """Reading and writing of what reconciling keeps. See ``detente.store.base.Record`` for what each method promises."""

    def outdated(self, known_on: str | None = None) -> Outdated:
        """What facts do not reflect of the documents held (at the end of the day ``known_on``)."""
        held, values = held_on(known_on)
        some, more = "SELECT document FROM pending", []
        if known_on is not None:
            some += " UNION SELECT document FROM holding WHERE since > ? UNION SELECT document FROM holding WHERE until > ?"
            more = [values[0], values[0]]
        now = (
            "SELECT h.document, d.published, min(h.since) FROM holding h JOIN document d ON d.sha256 = h.document "  # noqa: S608 - our own words
            f"WHERE h.document IN ({some}) AND h.document IN ({held}) GROUP BY h.document"
        )
        known = f"SELECT document, published, received FROM known WHERE document IN ({some})"  # noqa: S608 - our own words
        come = self._all(f"{now} EXCEPT {known} ORDER BY 1", [*more, *values, *more])
        gone = self._all(f"SELECT document FROM known WHERE document IN ({some}) EXCEPT {held} ORDER BY 1", [*more, *values])  # noqa: S608 - our own words
        (count,) = self._one("SELECT count(*) FROM known")
        return Outdated(tuple(State(d, _published(p), since) for d, p, since in come), tuple(row[0] for row in gone), count)

    def of_outlet(self, name: str) -> tuple[str, ...]:
        """The documents, held or not, of the outlet of that name (case and diacritics aside), by sum."""
        wanted = fold(name)
        outlets = (row[0] for row in self._all("SELECT DISTINCT outlet FROM document WHERE outlet IS NOT NULL ORDER BY outlet"))
        alike = [outlet for outlet in outlets if fold(outlet) == wanted]
        return tuple(sorted(row[0] for row in self._each("SELECT sha256 FROM document WHERE outlet IN ({holes})", alike)))

    def published(self, known_on: str | None = None) -> Iterator[Edtf]:
        """Each date on which a document held came out, once."""
        held, values = held_on(known_on)
        select = f"SELECT DISTINCT d.published FROM known d WHERE d.document IN ({held}) AND d.published IS NOT NULL"  # noqa: S608 - our own words
        if known_on is not None or self._one("SELECT 1 FROM pending LIMIT 1"):
            select = f"SELECT DISTINCT published FROM document WHERE sha256 IN ({held}) AND published IS NOT NULL"  # noqa: S608 - our own words
        return (date for (text,) in self._all(f"{select} ORDER BY 1", values) if (date := _published(text)) is not None)

    def states(self, documents: Iterable[str]) -> dict[str, State]:
        """What reconciling knew of each of these documents the last time; unknown ones are left out."""
        select = "SELECT document, published, received, lead FROM known WHERE document IN ({holes})"
        return {d: State(d, _published(p), since, lead) for d, p, since, lead in self._each(select, documents)}

    def numbers(self, statements: Iterable[str]) -> dict[str, int]:
        """The running number of each statement in this file."""
        return {row[0]: row[1] for row in self._each("SELECT id, number FROM statement WHERE id IN ({holes})", statements)}

    def numbered(self, numbers: Iterable[int]) -> dict[int, Statement]:
        """Statements by their running number."""
        select = f"SELECT {rows.columns((*rows.STATEMENT_COLUMNS, 'number'))} FROM statement WHERE number IN ({{holes}})"  # noqa: S608 - our own words
        return {row[-1]: rows.statement_from(row) for row in self._each(select, numbers)}

    def ready_of(self, documents: Iterable[str]) -> Iterator[Ready]:
        """The entries of what these documents say."""
        return (Ready(*row) for row in self._each(f"SELECT {_READY} FROM ready WHERE document IN ({{holes}})", documents))  # noqa: S608 - our own words

    def ready_by(self, statements: Iterable[str]) -> Iterator[Ready]:
        """The entries of these statements."""
        select = f"SELECT {_READY} FROM ready WHERE number IN (SELECT number FROM statement WHERE id IN ({{holes}}))"  # noqa: S608 - our own words
        return (Ready(*row) for row in self._each(select, statements))

    def ready_in(self, parts: Iterable[int]) -> Iterator[Ready]:
        """The entries of these parts."""
        return (Ready(*row) for row in self._each(f"SELECT {_READY} FROM ready WHERE part IN ({{holes}})", parts))  # noqa: S608 - our own words

    def ready_within(self, block: str, band: int, first: int, last: int, ending: int) -> Iterator[Ready]:
        """The entries of a block and band that begin from ``first`` to ``last`` and end no earlier than ``ending``."""
        where = "block = ? AND band = ? AND low BETWEEN ? AND ? AND high >= ?"
        return (Ready(*row) for row in self._all(f"SELECT {_READY} FROM ready WHERE {where}", (block, band, first, last, ending)))  # noqa: S608 - our own words

    def ready_named(self, keys: Iterable[int]) -> Iterator[Ready]:
        """The entries that are registered under these names."""
        select = f"SELECT {_READY} FROM ready WHERE number IN (SELECT number FROM token WHERE key IN ({{holes}}))"  # noqa: S608 - our own words
        return (Ready(*row) for row in self._each(select, keys))

    def blocks(self) -> tuple[str, ...]:
        """Every block of entries."""
        return tuple(row[0] for row in self._all("SELECT DISTINCT block FROM ready ORDER BY block"))

    def statements_in(self, blocks: Sequence[str]) -> Iterator[tuple[int, Statement]]:
        """The statements of these blocks with their running numbers."""
        names = rows.columns((*rows.STATEMENT_COLUMNS, "number"))
        select = f"SELECT {names} FROM statement WHERE number IN (SELECT number FROM ready WHERE block IN ({{holes}}))"  # noqa: S608 - our own words
        return ((row[-1], rows.statement_from(row)) for row in self._each(select, blocks))

    def meeting(self, key: int, low: int | None = None, high: int | None = None) -> tuple[str, ...]:
        """The facts that meet at ``key``; of those with a date only such as touch the days from ``low`` to ``high``."""
        if low is None or high is None:
            return tuple(row[0] for row in self._all("SELECT fact FROM meeting WHERE key = ? ORDER BY fact", (key,)))
        select = "SELECT fact FROM meeting WHERE key = ? AND (low IS NULL OR (low <= ? AND high >= ?)) ORDER BY fact"
        return tuple(row[0] for row in self._all(select, (key, high, low)))

    def name_points(self, facts: Iterable[str]) -> dict[str, int]:
        """Where each of these facts meets those that are known by the same content: the point of no day."""
        return dict(self._each("SELECT fact, key FROM meeting WHERE fact IN ({holes}) AND high = -1 AND low IN (0, 1)", facts))

    def plain(self, key: int) -> str | None:
        """Of the facts known by one content the one with the plain identifier."""
        row = self._one("SELECT fact FROM meeting WHERE key = ? AND low = 0 AND high = -1", (key,))
        return None if row is None else str(row[0])

    def is_plain(self, fact: str) -> bool:
        """Whether a fact has the plain identifier of its content."""
        return self._one("SELECT 1 FROM meeting WHERE fact = ? AND low = 0 AND high = -1", (fact,)) is not None

    def named_alike(self, key: int) -> Iterator[str]:
        """The facts known by one content in the order in which they were founded."""
        select = (
            "SELECT m.fact FROM meeting m JOIN fact_statement f ON f.fact = m.fact AND f.position = 0 "
            "JOIN statement s ON s.id = f.statement JOIN known k ON k.document = s.document "
            "WHERE m.key = ? AND m.high = -1 ORDER BY k.received, s.document, s.start, s.stop, s.id"
        )
        return (row[0] for row in self._all(select, (key,)))

    def discrepancies_of(self, facts: Iterable[str]) -> tuple[Discrepancy, ...]:
        """The discrepancies that touch these facts, by identifier."""
        return self.get_discrepancies(
            row[0] for row in self._each("SELECT discrepancy FROM discrepancy_fact WHERE fact IN ({holes})", facts)
        )

    def get_discrepancies(self, ids: Iterable[str]) -> tuple[Discrepancy, ...]:
        """Discrepancies by identifier; unknown ones are left out."""
        select = f"SELECT {rows.columns(rows.DISCREPANCY.names)} FROM discrepancy WHERE id IN ({{holes}})"  # noqa: S608 - our own words
        found = [Discrepancy(**rows.DISCREPANCY.values(row)) for row in self._each(select, ids)]
        return tuple(sorted(found, key=lambda discrepancy: discrepancy.id))

    def weighed_discrepancies(self, grades: Sequence[str]) -> Iterator[tuple[str, float]]:
        """The discrepancies of these grades with their importance: grade by grade, the weightiest first, then by identifier."""
        select = "SELECT discrepancy, weight FROM discrepancy_weight WHERE grade = ? ORDER BY weight DESC, discrepancy"
        return ((name, weight) for grade in grades for name, weight in self._all(select, (str(grade),)))

    def sketches_of(self, documents: Iterable[str]) -> dict[str, tuple[int, ...]]:
        """The runs of words that these documents are known by."""
        return {d: tuple(json.loads(r)) for d, r in self._each("SELECT document, runs FROM sketch WHERE document IN ({holes})", documents)}

    def holders(self, runs: Iterable[int], most: int) -> dict[int, tuple[str, ...]]:
        """For each run of words the documents reconciled that hold it; no more than one over ``most`` are named."""
        select = "SELECT h.run, d.sha256 FROM holder h JOIN document d ON d.number = h.document WHERE h.run = ? ORDER BY h.document LIMIT ?"
        found: dict[int, tuple[str, ...]] = {}
        for run in runs:
            found[run] = tuple(row[1] for row in self._all(select, (run, most + 1)))
        return found

    def groups_of(self, documents: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The group of copies that each of these documents is in; such as stand alone are left out."""
        select = "SELECT c.document, o.document FROM copies c JOIN copies o ON o.lead = c.lead WHERE c.document IN ({holes}) ORDER BY 1, 2"
        found: dict[str, list[str]] = {}
        for document, other in self._each(select, documents):
            found.setdefault(document, []).append(other)
        return {document: tuple(group) for document, group in found.items()}

    def current(self, old: str) -> tuple[str, ...]:
        """The identifiers that facts go by now that went by ``old``; itself where it still stands, nothing where it never did."""
        if self._one("SELECT 1 FROM fact WHERE id = ?", (old,)):
            return (old,)
        found: list[str] = []
        ahead, met = [old], {old}
        while ahead:
            name = ahead.pop()
            for (new,) in list(self._all("SELECT new FROM renamed WHERE old = ? ORDER BY new", (name,))):
                if new in met:
                    continue
                met.add(new)
                (found if self._one("SELECT 1 FROM fact WHERE id = ?", (new,)) else ahead).append(new)
        return tuple(sorted(found))

    def renamed(self, since: str = "") -> Iterator[tuple[str, str, str]]:
        """(old identifier, new one, when) of facts whose identifier changed from ``since`` on. A fact that went away has "" as new."""
        return (
            (old, new, at) for old, new, at in self._all("SELECT old, new, at FROM renamed WHERE at >= ? ORDER BY at, old, new", (since,))
        )

    # Writing

    def clear(self) -> None:
        """Forget every fact and all that was kept to derive them."""
        with self.together():
            for table in ("fact", "fact_statement", "discrepancy", "copies", *DERIVED):
                self.connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own tables
            self.connection.execute("INSERT OR IGNORE INTO pending SELECT document FROM holding")

    def apply(self, change: Change) -> None:
        """Bring facts and what they were derived with up to date, in one transaction."""
        run = self.connection.executemany
        with self.together():
            run("DELETE FROM token WHERE key = ? AND number = ?", change.tokens_gone)
            for table in ("ready", "known"):
                run(f"DELETE FROM {table} WHERE document = ?", [(document,) for document in change.documents])  # noqa: S608 - our own words
            states = [(s.document, _text(s.published), s.received, s.lead) for s in change.states]
            run("INSERT OR REPLACE INTO known VALUES (?, ?, ?, ?)", states)
            run(f"INSERT INTO ready ({_READY}) VALUES ({rows.holes(_READY.split(', '))})", map(_cells, change.ready))  # noqa: S608 - our own words
            run("INSERT OR IGNORE INTO token VALUES (?, ?)", change.tokens)
            run("UPDATE ready SET part = ? WHERE number = ?", [(part, number) for number, part in change.parts])
            self._hold_runs(change)
            self._copies(change)
            self._remove(change.facts_gone, change.discrepancies_gone)
            self.put_facts(change.facts, change.discrepancies)
            run("INSERT OR REPLACE INTO meeting VALUES (?, ?, ?, ?)", change.points)
            run("INSERT OR REPLACE INTO renamed VALUES (?, ?, ?)", change.renamed)
            if change.ruled is not None:
                rulings.note_applied(self.connection, change.ruled)
                self.connection.execute("DELETE FROM pending")

    def put_facts(self, facts: Iterable[Fact], discrepancies: Iterable[Discrepancy]) -> None:
        """Write facts and discrepancies with what they are found by."""
        run = self.connection.executemany
        fact_names, columns = rows.columns(rows.FACT_COLUMNS), rows.holes(rows.FACT_COLUMNS)
        made = list(facts)
        run(f"INSERT INTO fact ({fact_names}) VALUES ({columns})", map(rows.fact_row, made))  # noqa: S608 - our own words
        supports = ((fact.id, i, *rows.support_row(s)) for fact in made for i, s in enumerate(fact.supports))
        run("INSERT INTO fact_statement VALUES (?, ?, ?, ?)", supports)
        run("INSERT OR IGNORE INTO fact_name VALUES (?, ?, ?)", [(role, name, fact.id) for fact in made for role, name in named_in(fact)])
        names, holes = rows.columns(rows.DISCREPANCY.names), rows.holes(rows.DISCREPANCY.names)
        for one in discrepancies:
            self.connection.execute(f"INSERT INTO discrepancy ({names}) VALUES ({holes})", rows.DISCREPANCY.row(one))  # noqa: S608 - our own words
            run("INSERT OR IGNORE INTO discrepancy_fact VALUES (?, ?)", [(fact, one.id) for fact in one.facts])
            weigh = f"SELECT ?, coalesce(max(importance), 0.0), ? FROM fact WHERE id IN ({rows.holes(one.facts)})"  # noqa: S608 - question marks only
            self.connection.execute(f"INSERT INTO discrepancy_weight {weigh}", (one.grade.value, one.id, *one.facts))

    def _remove(self, facts: Sequence[str], discrepancies: Sequence[str]) -> None:
        for fact in facts:
            for table, column in (("fact", "id"), ("fact_statement", "fact"), ("fact_name", "fact"), ("meeting", "fact")):
                self.connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (fact,))  # noqa: S608 - names of our own tables
        for one in self.get_discrepancies(discrepancies):
            for table, column in (("discrepancy", "id"), ("discrepancy_weight", "discrepancy")):
                self.connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (one.id,))  # noqa: S608 - names of our own tables
            gone = [(fact, one.id) for fact in one.facts]
            self.connection.executemany("DELETE FROM discrepancy_fact WHERE fact = ? AND discrepancy = ?", gone)

    def _hold_runs(self, change: Change) -> None:
        for insert, documents in (
            ("DELETE FROM holder WHERE run = ? AND document = ?", change.sketches_gone),
            ("INSERT OR IGNORE INTO holder VALUES (?, ?)", change.sketches),
        ):
            numbers = dict(self._each("SELECT sha256, number FROM document WHERE sha256 IN ({holes})", documents))
            for document, runs in documents.items():
                self.connection.executemany(insert, [(run, numbers[document]) for run in runs])

    def _copies(self, change: Change) -> None:
        self.connection.executemany("DELETE FROM copies WHERE document = ?", [(document,) for document in change.regrouped])
        members = [(document, group[0]) for group in change.groups for document in group]
        self.connection.executemany("INSERT INTO copies VALUES (?, ?)", members)


def named_in(fact: Fact) -> Iterator[tuple[str, str]]:
    """(role, name) of all that a fact can be found by: people and places as they compare, parties by their codes."""
    yield from (("person", fold(name)) for name in fact.persons)
    yield from (("place", fold(name)) for name in fact.places)
    yield from (("party", code) for code in sorted({*fact.source, *fact.target}))


def _cells(ready: Ready) -> tuple[object, ...]:
    return tuple(getattr(ready, name) for name in _READY.split(", "))


def _text(date: Edtf | None) -> object:
    return cell(date)
