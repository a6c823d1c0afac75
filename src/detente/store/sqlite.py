"""The record as one SQLite file: write-ahead log, full-text indexes, nothing that another SQLite tool could not open."""

from __future__ import annotations

import json
import sqlite3
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, Self

from detente.model.document import Block, Document
from detente.model.errors import RecordError, UsageError
from detente.model.fact import Discrepancy, Fact, Grade
from detente.model.reading import Extraction
from detente.model.register import RegisterEntry
from detente.model.ruling import Ruling
from detente.model.statement import Statement
from detente.store import canonical, registers, rows, rulings
from detente.store.base import FileEntry, Holding, Outcome, Run, TakenFile
from detente.store.briefs import Briefs
from detente.store.connected import batches
from detente.store.derived import Derivations
from detente.store.finding import Findings
from detente.store.locking import replacing
from detente.store.opening import HELD, connect, held_on
from detente.store.schema import MIGRATIONS, migrate, version_of
from detente.store.selecting import Selections
from detente.store.sharing import Sharing

TEXTS_KEPT = 8
"""Documents kept in memory while evidence is gathered; it comes in the order of documents, so few are enough."""

_PATH = "(SELECT h.path FROM holding h WHERE h.document = document.sha256 ORDER BY h.until IS NOT NULL, h.path LIMIT 1)"
"""The path a document is held by, the first of several; the last one known for a document that is held no more."""


def create_sqlite(path: Path, parties: Sequence[str]) -> SqliteRecord:
    """The record at ``path``, to be written; made for ``parties`` where there is none.

    Raises RecordError where the file is something else or the record is about two others.
    """
    record = SqliteRecord(path, connect(path, write=True))
    with _closing_on_error(record, path):
        migrate(record.connection, {"parties": json.dumps(sorted(parties))})
    if parties and tuple(sorted(parties)) != record.parties:
        held = record.parties
        record.close()
        raise RecordError(f"{path} is about {' and '.join(held)}, not {' and '.join(sorted(parties))}; use another --record")
    return record


def open_sqlite(path: Path) -> SqliteRecord:
    """The record at ``path``, to be read. Raises RecordError where there is none or it is damaged."""
    if not path.is_file():
        raise RecordError(f"{path}: there is no such file; `detente build --record {path}` makes one")
    record = SqliteRecord(path, connect(path, write=False))
    with _closing_on_error(record, path):
        if version_of(record.connection) < len(MIGRATIONS):
            raise RecordError(f"{path}: an older detente made this record; `detente build FILE... --record {path}` brings it up to date")
        if not record.parties:
            raise RecordError(f"{path}: this record was never begun; build it again")
    return record


class SqliteRecord(Briefs, Derivations, Findings, Selections, Sharing):
    """A record in an SQLite file. See ``detente.store.base.Record`` for what each method promises."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        super().__init__(connection)
        self._path = path
        self._documents: OrderedDict[str, Document] = OrderedDict()
        self._texts: OrderedDict[str, tuple[str, Sequence[Block]]] = OrderedDict()

    @property
    def path(self) -> Path:
        """Where the record is kept."""
        return self._path

    @property
    def parties(self) -> tuple[str, ...]:
        """The codes of the two parties, sorted."""
        row = self._one("SELECT value FROM setting WHERE name = 'parties'")
        return tuple(json.loads(row[0])) if row else ()

    # Writing

    def put_file(self, taken: TakenFile, at: str) -> None:
        """Take in what one file gave at time ``at``, in one transaction."""
        entry = taken.entry
        with self.together():
            self.connection.execute("DELETE FROM file WHERE path = ? OR part_of = ?", (entry.path, entry.path))
            for one in (entry, *taken.parts):
                cells = (
                    one.path,
                    one.sha256,
                    one.config,
                    one.outcome.value,
                    one.reason,
                    one.advice,
                    json.dumps(one.documents),
                    one.part_of,
                )
                self.connection.execute(f"INSERT OR REPLACE INTO file VALUES ({rows.holes(cells)})", cells)  # noqa: S608 - question marks only
            for extraction, runs in zip(taken.extractions, taken.sketches, strict=True):
                self._put_document(extraction, runs)
            self._hold(entry.path, entry.documents, at)

    def put_register(self, entry: RegisterEntry, taken: TakenFile, at: str) -> None:
        """Take in a register at time ``at``."""
        with self.together():
            registers.note(self.connection, entry)
        self.put_file(taken, at)

    def drop_file(self, path: str, at: str) -> bool:
        """Hold no longer, from ``at`` on, what the file ``path`` gave; answers whether it was held."""
        with self.together():
            held = self._one("SELECT 1 FROM file WHERE path = ?", (path,)) is not None
            self.connection.execute("DELETE FROM file WHERE path = ? OR part_of = ?", (path, path))
            self._hold(path, (), at)
        return held

    def registers(self, known_on: str | None = None) -> Iterator[RegisterEntry]:
        """The registers held (at the end of the day ``known_on``), by name."""
        return registers.read(self.connection, known_on)

    def put_run(self, run: Run) -> None:
        """Note a build."""
        with self.together():
            cells = (run.at, run.version, run.config, json.dumps(run.parties))
            self.connection.execute("INSERT OR REPLACE INTO run VALUES (?, ?, ?, ?)", cells)

    def replace_facts(
        self, facts: Iterable[Fact], discrepancies: Iterable[Discrepancy], groups: Iterable[Sequence[str]], ruled: str = ""
    ) -> None:
        """Put these in the place of all facts, discrepancies and groups of copies, in one transaction."""
        with self.together():
            rulings.note_applied(self.connection, ruled)
            self.clear()
            self.put_facts(facts, discrepancies)
            members = [(document, group[0]) for group in groups for document in group]
            self.connection.executemany("INSERT INTO copies VALUES (?, ?)", members)

    def compact(self) -> None:
        """Write the file anew in canonical order. Does nothing while another program has it open."""
        try:
            with replacing(self._path):
                replaced = self._replaced()
        except RecordError:  # someone is opening it
            return
        if replaced:
            self.connection = connect(self._path, write=True)

    def _replaced(self) -> bool:
        try:
            alone = self._one("PRAGMA journal_mode = DELETE")[0] == "delete"
        except sqlite3.OperationalError:  # SQLite's word for "someone else has it open"
            alone = False
        if not alone:
            return False
        beside = self._path.with_name(self._path.name + ".compact")
        try:
            canonical.copy(self.connection, beside)
        except BaseException:
            self.connection.execute("PRAGMA journal_mode = WAL")
            beside.unlink(missing_ok=True)
            raise
        self.connection.close()
        beside.replace(self._path)
        return True

    # Files and documents

    def files(self) -> Iterator[FileEntry]:
        """Every file by path."""
        for path, digest, config, outcome, reason, advice, documents, whole in self._all("SELECT * FROM file ORDER BY path"):
            yield FileEntry(path, digest, config, Outcome(outcome), reason, advice, tuple(json.loads(documents)), whole)

    def holdings(self) -> Iterator[Holding]:
        """Every time a document was held, by document, path and time."""
        for row in self._all("SELECT path, document, since, until FROM holding ORDER BY document, path, since"):
            yield Holding(*row)

    def runs(self) -> Iterator[Run]:
        """Every build by time."""
        for at, version, config, parties in self._all("SELECT at, version, config, parties FROM run ORDER BY at, version, config"):
            yield Run(at, version, config, tuple(json.loads(parties)))

    def sketches(self, known_on: str | None = None) -> dict[str, tuple[int, ...]]:
        """The runs of words that each document held is known by among copies."""
        held, values = held_on(known_on)
        select = f"SELECT document, runs FROM sketch WHERE document IN ({held}) ORDER BY document"  # noqa: S608 - our own words
        return {document: tuple(json.loads(runs)) for document, runs in self._all(select, values)}

    def documents(self, known_on: str | None = None) -> Iterator[Document]:
        """The documents held, without text and blocks, by sha256."""
        held, values = held_on(known_on)
        names = ", ".join("''" if n == "text" else "'[]'" if n == "blocks" else n for n in rows.DOCUMENT.names)
        for row in self._all(f"SELECT {names}, {_PATH} FROM document WHERE sha256 IN ({held}) ORDER BY sha256", values):  # noqa: S608 - our own words
            yield rows.document_from(row, row[-1])

    def document(self, sha256: str) -> Document:
        """One document whole. Raises UsageError where there is none."""
        known = self._documents.get(sha256)
        if known is None:
            names = rows.columns(rows.DOCUMENT.names)
            row = self._one(f"SELECT {names}, {_PATH} FROM document WHERE sha256 = ?", (sha256,))  # noqa: S608 - our own words
            if row is None:
                raise UsageError(f"the record holds no document {sha256}")
            known = self._documents[sha256] = rows.document_from(row, row[-1])
            if len(self._documents) > TEXTS_KEPT:
                self._documents.popitem(last=False)
        return known

    def passages(self, sha256: str) -> tuple[str, Sequence[Block]]:
        """The text of a document and its blocks."""
        known = self._texts.get(sha256)
        if known is None:
            row = self._one("SELECT text, blocks FROM document WHERE sha256 = ?", (sha256,))
            if row is None:
                raise UsageError(f"the record holds no document {sha256}")
            known = self._texts[sha256] = (row[0], rows.Blocks(row[1]))
            if len(self._texts) > TEXTS_KEPT:
                self._texts.popitem(last=False)
        return known

    # Statements

    def statements(self, known_on: str | None = None) -> Iterator[Statement]:
        """The statements of the documents held, by document, place and identifier."""
        held, values = held_on(known_on)
        where = f"document IN ({held}) ORDER BY document, start, stop, id"
        return (rows.statement_from(row) for row in self._all(_select("statement", rows.STATEMENT_COLUMNS, where), values))

    def statements_of(self, document: str) -> tuple[Statement, ...]:
        """What one document says, held or not."""
        select = _select("statement", rows.STATEMENT_COLUMNS, "document = ? ORDER BY start, stop, id")
        return tuple(rows.statement_from(row) for row in self._all(select, (document,)))

    def get_statements(self, ids: Iterable[str]) -> dict[str, Statement]:
        """Statements by identifier; unknown ones are left out."""
        found = (rows.statement_from(row) for row in self._by_id("statement", rows.STATEMENT_COLUMNS, ids))
        return {statement.id: statement for statement in found}

    def quotes(self, ids: Iterable[str]) -> dict[str, str]:
        """The quotes of statements by identifier; unknown ones are left out."""
        return dict(self._by_id("statement", ("id", "quote"), ids))

    # Facts

    def facts(self) -> Iterator[Fact]:
        """Every fact by identifier."""
        supports = self._all("SELECT fact, statement, reasons FROM fact_statement ORDER BY fact, position")
        held = ((fact, [row[1:] for row in own]) for fact, own in groupby(supports, key=itemgetter(0)))
        ahead = next(held, None)
        for row in self._all(_select("fact", rows.FACT_COLUMNS, "1 ORDER BY id")):
            while ahead is not None and ahead[0] < row[0]:
                ahead = next(held, None)
            yield rows.fact_from(row, ahead[1] if ahead is not None and ahead[0] == row[0] else ())

    def get_facts(self, ids: Iterable[str]) -> dict[str, Fact]:
        """Facts by identifier; unknown ones are left out."""
        return {fact.id: fact for fact in self._facts_from(self._by_id("fact", rows.FACT_COLUMNS, ids))}

    def facts_of(self, statements: Iterable[str]) -> tuple[Fact, ...]:
        """The facts that these statements support, by identifier."""
        return tuple(self.get_facts(self.names_of(statements)).values())

    def names_of(self, statements: Iterable[str]) -> tuple[str, ...]:
        """The identifiers of the facts that these statements support, in order."""
        found = self._each("SELECT fact FROM fact_statement WHERE statement IN ({holes})", statements)
        return tuple(sorted({row[0] for row in found}))

    def founder(self, fact: str) -> str | None:
        """The statement that a fact began with."""
        row = self._one("SELECT statement FROM fact_statement WHERE fact = ? AND position = 0", (fact,))
        return None if row is None else str(row[0])

    def discrepancies(self) -> Iterator[Discrepancy]:
        """Every discrepancy by identifier."""
        for row in self._all(_select("discrepancy", rows.DISCREPANCY.names, "1 ORDER BY id")):
            yield Discrepancy(**rows.DISCREPANCY.values(row))

    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Documents that are copies or rewrites of one text."""
        found: dict[str, list[str]] = {}
        for document, lead in self._all("SELECT document, lead FROM copies ORDER BY lead, document"):
            found.setdefault(lead, []).append(document)
        return tuple(tuple(group) for group in found.values())

    # Rulings

    def rulings(self) -> Iterator[Ruling]:
        """Every ruling in the order in which they entered the log."""
        return rulings.read(self.connection)

    def held(self, documents: Iterable[str], known_on: str | None = None) -> frozenset[str]:
        """Those of ``documents`` that are held (at the end of the day ``known_on``)."""
        held, values = held_on(known_on)
        found = (
            self._all(f"{held} AND document IN ({rows.holes(batch)})", (*values, *batch))  # question marks only
            for batch in batches(documents)
        )
        return frozenset(row[0] for some in found for row in some)

    def put_rulings(self, drafts: Sequence[Ruling]) -> tuple[Ruling, ...]:
        """Add rulings to the log and answer them sealed."""
        return rulings.append(self._path, drafts)

    def take_rulings(self, others: Iterable[Ruling]) -> int:
        """Add those of another log that this one lacks and answer how many."""
        return rulings.take_in(self._path, others)

    def last_rulings(self) -> tuple[str, str]:
        """The last ruling in the log, and the last one that the facts held follow."""
        return rulings.last(self.connection), rulings.applied(self.connection)

    # Looking up

    def identifiers(self, prefix: str, limit: int = 10) -> tuple[tuple[str, str], ...]:
        """(what, identifier) of everything whose identifier begins with ``prefix``."""
        found: list[tuple[str, str]] = []
        for what, column in (("fact", "id"), ("statement", "id"), ("document", "sha256"), ("discrepancy", "id")):
            select = f"SELECT {column} FROM {what} WHERE {column} >= ? AND {column} < ? ORDER BY {column} LIMIT ?"  # noqa: S608 - our own words
            found += [(what, row[0]) for row in self._all(select, (prefix, prefix + "\U0010ffff", limit))]
        if not found:
            named = self._all("SELECT sha256 FROM document WHERE id = ? ORDER BY sha256 LIMIT ?", (prefix, limit))
            found = [("document", row[0]) for row in named]
        return tuple(found[:limit])

    # Care

    def counts(self) -> dict[str, int]:
        """How many documents and statements are held now, how many facts and discrepancies there are, and how many of these contradict."""
        wheres = {"document": f"WHERE sha256 IN ({HELD})", "statement": f"WHERE document IN ({HELD})", "fact": "", "discrepancy": ""}
        found = {table: int(self._one(f"SELECT count(*) FROM {table} {where}")[0]) for table, where in wheres.items()}  # noqa: S608 - our own words
        (raised,) = self._one("SELECT count(*) FROM discrepancy WHERE grade = ?", (Grade.CONTRADICTION.value,))
        return found | {"contradiction": int(raised)}

    def digest(self) -> str:
        """A sha256 over everything the record holds, in canonical order."""
        return canonical.digest(self.connection)

    def version(self) -> tuple[int, int]:
        """Changes whenever the file is written to, by this program or another."""
        return int(self._one("PRAGMA data_version")[0]), self.connection.total_changes

    def problems(self) -> Iterator[str]:
        """What SQLite finds wrong with the file, and references to nothing."""
        return canonical.problems(self.connection)

    def copy_to(self, path: Path) -> None:
        """Write all that the record holds to a new file."""
        with closing(sqlite3.connect(path)) as new:
            self.connection.backup(new)

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    # Within

    def _put_document(self, extraction: Extraction, runs: tuple[int, ...]) -> None:
        """Write a document and what it says. Of two that share their bytes the one with the smaller id and date stays."""
        document = extraction.document
        old = self._one("SELECT number, id, coalesce(published, ''), title, text FROM document WHERE sha256 = ?", (document.sha256,))
        if old is not None:
            if (old[1], old[2]) < (document.id, document.published.text if document.published else ""):
                return
            self._drop(document.sha256, old[0], rows.document_words(old[3], old[4]))
        self._await([document.sha256])
        number = self._insert("document", rows.DOCUMENT.names, rows.DOCUMENT.row(document))
        self._index("document_words", number, rows.document_words(document.title, document.text))
        self.connection.execute("INSERT OR REPLACE INTO sketch VALUES (?, ?)", (document.sha256, json.dumps(runs)))
        for statement in {s.id: s for s in extraction.statements}.values():
            number = self._insert("statement", rows.STATEMENT_COLUMNS, rows.statement_row(statement))
            self._index("statement_words", number, rows.statement_words(statement))

    def _drop(self, sha256: str, number: int, words: str) -> None:
        self._documents.pop(sha256, None)
        self._texts.pop(sha256, None)
        self.connection.execute("UPDATE known SET received = '' WHERE document = ?", (sha256,))
        for runs in self.sketches_of([sha256]).values():
            self.connection.executemany("DELETE FROM holder WHERE run = ? AND document = ?", [(run, number) for run in runs])
        self._unindex("document_words", number, words)
        self.connection.execute("DELETE FROM document WHERE number = ?", (number,))
        select = _select("statement", (*rows.STATEMENT_COLUMNS, "number"), "document = ?")
        for row in list(self._all(select, (sha256,))):
            self._unindex("statement_words", row[-1], rows.statement_words(rows.statement_from(row)))
        self.connection.execute("DELETE FROM statement WHERE document = ?", (sha256,))

    def _hold(self, path: str, documents: Sequence[str], at: str) -> None:
        open_now = {row[0] for row in self._all("SELECT document FROM holding WHERE path = ? AND until IS NULL", (path,))}
        gone = sorted(open_now - set(documents))
        self.connection.executemany("DELETE FROM holding WHERE path = ? AND document = ? AND since = ?", [(path, d, at) for d in gone])
        self.connection.executemany(
            "UPDATE holding SET until = ? WHERE path = ? AND document = ? AND until IS NULL", [(at, path, d) for d in gone]
        )
        new = [(d, path, at) for d in documents if d not in open_now]
        self._await([*gone, *(document for document, _, _ in new)])
        self.connection.executemany("INSERT OR REPLACE INTO holding (document, path, since, until) VALUES (?, ?, ?, NULL)", new)

    def _await(self, documents: Iterable[str]) -> None:
        """Note that facts may not reflect these documents as they stand."""
        self.connection.executemany("INSERT OR IGNORE INTO pending VALUES (?)", [(document,) for document in documents])

    def _insert(self, table: str, names: Sequence[str], cells: Sequence[Any]) -> int:
        insert = f"INSERT INTO {table} ({rows.columns(names)}) VALUES ({rows.holes(cells)})"  # noqa: S608 - our own words
        return int(self.connection.execute(insert, cells).lastrowid or 0)

    def _index(self, table: str, number: int, words: str) -> None:
        self.connection.execute(f"INSERT INTO {table} (rowid, words) VALUES (?, ?)", (number, words))  # noqa: S608 - our own words

    def _unindex(self, table: str, number: int, words: str) -> None:
        self.connection.execute(f"INSERT INTO {table} ({table}, rowid, words) VALUES ('delete', ?, ?)", (number, words))  # noqa: S608 - our own words

    def _by_id(self, table: str, names: Sequence[str], ids: Iterable[str]) -> Iterator[tuple[Any, ...]]:
        for batch in batches(ids):
            yield from self._all(_select(table, names, f"id IN ({rows.holes(batch)}) ORDER BY id"), batch)


def _select(table: str, names: Sequence[str], where: str) -> str:
    return f"SELECT {rows.columns(names)} FROM {table} WHERE {where}"  # noqa: S608 - names of our own tables and columns


@contextmanager
def _closing_on_error(record: SqliteRecord, path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        record.close()
        raise RecordError(f"{path}: this is not a record of detente, or it is damaged ({error})") from error
    except BaseException:
        record.close()
        raise
