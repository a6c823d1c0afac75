"""The tables of a record and how older ones are brought up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping

from detente.model.errors import RecordError

APPLICATION = 0x64746E74
"""Marks an SQLite file as a record of detente ("dtnt" in its header)."""

MIGRATIONS = (
    """
    CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE run (at TEXT, version TEXT, config TEXT, parties TEXT NOT NULL, PRIMARY KEY (at, version, config)) WITHOUT ROWID;
    CREATE TABLE file (
        path TEXT PRIMARY KEY, sha256 TEXT, config TEXT NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL, advice TEXT NOT NULL,
        documents TEXT NOT NULL, part_of TEXT
    ) WITHOUT ROWID;
    CREATE TABLE document (
        number INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, id TEXT NOT NULL, title TEXT, title_span TEXT, outlet TEXT,
        published TEXT, published_basis TEXT, published_span TEXT, language TEXT, media_type TEXT NOT NULL, blocks TEXT NOT NULL,
        text TEXT NOT NULL
    );
    CREATE TABLE holding (
        document TEXT, path TEXT, since TEXT, until TEXT, PRIMARY KEY (document, path, since)
    ) WITHOUT ROWID;
    CREATE INDEX holding_path ON holding (path);
    CREATE TABLE statement (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document TEXT NOT NULL, fact TEXT NOT NULL, kind TEXT NOT NULL,
        start INTEGER NOT NULL, stop INTEGER NOT NULL, quote TEXT NOT NULL, rule TEXT NOT NULL, confidence REAL NOT NULL,
        plover TEXT, mode TEXT, contexts TEXT NOT NULL, cameo TEXT, source TEXT NOT NULL, target TEXT NOT NULL, persons TEXT NOT NULL,
        places TEXT NOT NULL, date TEXT, earliest TEXT, latest TEXT, status TEXT NOT NULL, attribution TEXT, object TEXT, series TEXT,
        value REAL, unit TEXT, bound TEXT, reporter TEXT, level TEXT, due TEXT, detail TEXT NOT NULL
    );
    CREATE INDEX statement_place ON statement (document, start, stop, id);
    CREATE TABLE fact (
        id TEXT PRIMARY KEY, fact TEXT NOT NULL, kind TEXT NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL, persons TEXT NOT NULL,
        places TEXT NOT NULL, date TEXT, earliest TEXT, latest TEXT, date_basis TEXT, status TEXT NOT NULL, title TEXT NOT NULL,
        level TEXT, object TEXT, series TEXT, value REAL, unit TEXT, bound TEXT, reporter TEXT, due TEXT, sources INTEGER NOT NULL,
        importance REAL NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX fact_time ON fact (earliest, latest);
    CREATE TABLE fact_statement (
        fact TEXT, position INTEGER, statement TEXT NOT NULL, reasons TEXT NOT NULL, PRIMARY KEY (fact, position)
    ) WITHOUT ROWID;
    CREATE INDEX fact_statement_statement ON fact_statement (statement);
    CREATE TABLE discrepancy (
        id TEXT PRIMARY KEY, type TEXT NOT NULL, grade TEXT NOT NULL, "left" TEXT NOT NULL, "right" TEXT NOT NULL, facts TEXT NOT NULL,
        explanation TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE sketch (document TEXT PRIMARY KEY, runs TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE copies (document TEXT PRIMARY KEY, lead TEXT NOT NULL) WITHOUT ROWID;
    CREATE VIRTUAL TABLE statement_words USING fts5 (words, content='', tokenize='unicode61 remove_diacritics 2');
    CREATE VIRTUAL TABLE document_words USING fts5 (words, content='', tokenize='unicode61 remove_diacritics 2');
    """,
    """
    CREATE TABLE ruling (
        position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, who TEXT NOT NULL, action TEXT NOT NULL,
        subjects TEXT NOT NULL, field TEXT, value TEXT, why TEXT NOT NULL, basis TEXT NOT NULL, anchors TEXT NOT NULL, after TEXT NOT NULL
    );
    CREATE TRIGGER ruling_stands BEFORE UPDATE ON ruling BEGIN SELECT raise(ABORT, 'a ruling is never changed; undo it'); END;
    CREATE TRIGGER ruling_stays BEFORE DELETE ON ruling BEGIN SELECT raise(ABORT, 'a ruling is never deleted; undo it'); END;
    ALTER TABLE fact ADD COLUMN review TEXT NOT NULL DEFAULT 'unreviewed';
    CREATE TABLE register (
        name TEXT, kind TEXT NOT NULL, path TEXT NOT NULL, document TEXT, definition TEXT NOT NULL, "read" INTEGER NOT NULL,
        kept INTEGER NOT NULL, elsewhere INTEGER NOT NULL, problems TEXT NOT NULL, first TEXT, last TEXT, PRIMARY KEY (name, document)
    ) WITHOUT ROWID;
    CREATE TABLE known (document TEXT PRIMARY KEY, published TEXT, received TEXT NOT NULL, lead TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE ready (
        number INTEGER PRIMARY KEY, statement TEXT NOT NULL, document TEXT NOT NULL, block TEXT NOT NULL, band INTEGER NOT NULL,
        low INTEGER NOT NULL, high INTEGER NOT NULL, part INTEGER NOT NULL, persons TEXT NOT NULL, marks TEXT NOT NULL, words TEXT NOT NULL
    );
    CREATE INDEX ready_time ON ready (block, band, low, high);
    CREATE INDEX ready_part ON ready (part);
    CREATE INDEX ready_document ON ready (document);
    CREATE TABLE token (key INTEGER, number INTEGER, PRIMARY KEY (key, number)) WITHOUT ROWID;
    CREATE TABLE holder (run INTEGER, document INTEGER, PRIMARY KEY (run, document)) WITHOUT ROWID;
    CREATE TABLE meeting (key INTEGER, fact TEXT, low INTEGER, high INTEGER, PRIMARY KEY (key, fact)) WITHOUT ROWID;
    CREATE INDEX meeting_fact ON meeting (fact);
    CREATE TABLE discrepancy_fact (fact TEXT, discrepancy TEXT, PRIMARY KEY (fact, discrepancy)) WITHOUT ROWID;
    CREATE TABLE fact_name (role TEXT, name TEXT, fact TEXT, PRIMARY KEY (role, name, fact)) WITHOUT ROWID;
    CREATE INDEX fact_name_fact ON fact_name (fact);
    CREATE TABLE renamed (old TEXT, new TEXT, at TEXT NOT NULL, PRIMARY KEY (old, new)) WITHOUT ROWID;
    CREATE INDEX fact_kind ON fact (fact, kind, status, earliest, latest);
    CREATE INDEX fact_order ON fact (coalesce(earliest, latest, '9999'), coalesce(latest, earliest, '9999'), title, id);
    CREATE INDEX fact_line ON fact (series, kind, unit, source, target, earliest) WHERE fact = 'indicator';
    CREATE INDEX fact_weight ON fact (
        importance DESC, coalesce(earliest, latest, '9999'), coalesce(latest, earliest, '9999'), title, id
    );
    CREATE INDEX discrepancy_left ON discrepancy ("left");
    CREATE INDEX discrepancy_right ON discrepancy ("right");
    CREATE INDEX holding_since ON holding (since);
    CREATE INDEX holding_until ON holding (until);
    """,
    """
    DROP INDEX fact_kind;
    CREATE INDEX fact_kind ON fact (fact, kind, status, earliest, latest, importance, review, object, date, title);
    CREATE INDEX fact_told ON fact (kind, status, earliest, latest, importance, review, object, date, title);
    """,
    """
    DELETE FROM known;
    CREATE TABLE pending (document TEXT PRIMARY KEY) WITHOUT ROWID;
    INSERT INTO pending SELECT DISTINCT document FROM holding;
    CREATE TABLE discrepancy_weight (
        grade TEXT, weight REAL, discrepancy TEXT, PRIMARY KEY (grade, weight DESC, discrepancy)
    ) WITHOUT ROWID;
    CREATE INDEX discrepancy_weight_of ON discrepancy_weight (discrepancy);
    DROP INDEX fact_line;
    CREATE INDEX fact_line ON fact (
        kind, series, source, target, unit, coalesce(earliest, latest, '9999') || ' ' || coalesce(latest, earliest, '9999') || ' ',
        title, earliest, latest
    ) WHERE fact = 'indicator' AND review <> 'set_aside';
    """,
    """
    CREATE INDEX document_outlet ON document (outlet, sha256);
    """,
)
"""One script for each version of the schema, in order; a record is brought up by the scripts that it lacks. One that changes what facts are
derived with empties ``known``, so that everything is made anew by the next build."""

TABLES = (
    "setting",
    "run",
    "file",
    "document",
    "holding",
    "sketch",
    "statement",
    "fact",
    "fact_statement",
    "discrepancy",
    "copies",
    "ruling",
    "register",
)
"""What a record holds, in the order in which it is copied and hashed. The word indexes follow from it."""

ORDER = {"document": "sha256", "statement": "document, start, stop, id"}
"""How the tables with running numbers are ordered; the others stand in the order of their key."""


def version_of(connection: sqlite3.Connection) -> int:
    """The schema version of an open file. Raises RecordError where it is no record or one of a newer detente."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if application != APPLICATION:
        raise RecordError("this is not a record of detente; name the file that `detente build --record` wrote")
    if version > len(MIGRATIONS):
        raise RecordError(f"this record has schema version {version}, newer than the {len(MIGRATIONS)} known here; update detente")
    return version


def migrate(connection: sqlite3.Connection, settings: Mapping[str, str] | None = None) -> None:
    """Make the tables of a new file, with its ``settings``, or bring an older record up to date, in one transaction.

    What is lacking is looked up again once nobody else can write: of two programs that begin a record at once one makes it.
    """
    if _lacking(connection) == 0:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        lacking = _lacking(connection)
        for script in MIGRATIONS[len(MIGRATIONS) - lacking :]:
            for one in _single(script):
                connection.execute(one)
        if lacking == len(MIGRATIONS):
            connection.executemany("INSERT INTO setting VALUES (?, ?)", sorted((settings or {}).items()))
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _lacking(connection: sqlite3.Connection) -> int:
    """How many of the scripts the file lacks: all of them where it is new."""
    fresh = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
    return len(MIGRATIONS) - (0 if fresh else version_of(connection))


def _single(script: str) -> Iterator[str]:
    """The statements of ``script``: those of a trigger have others within."""
    held = ""
    for part in script.split(";")[:-1]:
        held += f"{part};"
        if sqlite3.complete_statement(held):
            yield held
            held = ""
