"""A record in canonical order: hashed, copied and looked over. What it holds does not show in which order it came in."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from detente.store import rows
from detente.store.schema import ORDER, TABLES, migrate

_REFERENCES = (
    ("statement", "document", "document", "sha256"),
    ("holding", "document", "document", "sha256"),
    ("fact_statement", "fact", "fact", "id"),
    ("fact_statement", "statement", "statement", "id"),
    ("discrepancy", "left", "statement", "id"),
    ("discrepancy", "right", "statement", "id"),
    ("sketch", "document", "document", "sha256"),
    ("copies", "document", "document", "sha256"),
)
"""Columns that name a row of another table."""


def digest(connection: sqlite3.Connection) -> str:
    """A sha256 over every row of every table."""
    whole = sha256()
    for table in TABLES:
        whole.update(f"{table}\n".encode())
        for row in connection.execute(_ordered(connection, table)):
            whole.update(json.dumps(row, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n")
    return whole.hexdigest()


def copy(connection: sqlite3.Connection, to: Path) -> None:
    """Write all rows to a new file at ``to``, by the same steps whatever came before: equal records give equal bytes."""
    to.unlink(missing_ok=True)
    new = sqlite3.connect(to, isolation_level=None)
    try:
        migrate(new)
        new.execute("BEGIN")
        for table in TABLES:
            names = _columns(connection, table)
            insert = f"INSERT INTO {table} ({rows.columns(names)}) VALUES ({rows.holes(names)})"  # noqa: S608 - our own words
            new.executemany(insert, connection.execute(_ordered(connection, table)))
        _index(new)
        _derive(connection, new)
        new.execute("COMMIT")
        new.execute("PRAGMA journal_mode = WAL")
    finally:
        new.close()


def problems(connection: sqlite3.Connection) -> Iterator[str]:
    """What SQLite finds wrong with the file, references to nothing, and an index that lacks rows."""
    for (text,) in connection.execute("PRAGMA integrity_check"):
        if text != "ok":
            yield f"the file is damaged: {text}"
    for table, column, other, key in _REFERENCES:
        select = f'SELECT count(*) FROM {table} WHERE "{column}" NOT IN (SELECT {key} FROM {other})'  # noqa: S608 - our own words
        (lost,) = connection.execute(select).fetchone()
        if lost:
            yield f"{lost} rows of {table} name a {column} that is not there"
    for table in ("statement", "document"):
        select = f"SELECT (SELECT count(*) FROM {table}), (SELECT count(*) FROM {table}_words)"  # noqa: S608 - our own words
        held, indexed = connection.execute(select).fetchone()
        if held != indexed:
            yield f"the word index of {table} has {indexed} entries for {held} rows"


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    """The columns of ``table`` but for running numbers, which depend on the order in which rows came."""
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[1] != "number"]


def _ordered(connection: sqlite3.Connection, table: str) -> str:
    names = _columns(connection, table)
    keys = [row[1] for row in sorted(connection.execute(f"PRAGMA table_info({table})"), key=lambda row: row[5]) if row[5]]
    return f"SELECT {rows.columns(names)} FROM {table} ORDER BY {ORDER.get(table) or rows.columns(keys)}"  # noqa: S608 - our own words


def _derive(connection: sqlite3.Connection, new: sqlite3.Connection) -> None:
    """Copy what facts are derived with. It names rows by their running numbers, which in the new file follow the canonical order."""
    for kind in ("statement", "document"):
        connection.execute(f"CREATE TEMP TABLE IF NOT EXISTS {kind}_rank (old INTEGER PRIMARY KEY, new INTEGER NOT NULL)")
        connection.execute(f"DELETE FROM {kind}_rank")  # noqa: S608 - our own words
        rank = f"SELECT number, row_number() OVER (ORDER BY {ORDER[kind]}) FROM {kind}"  # noqa: S608 - our own words
        connection.execute(f"INSERT INTO {kind}_rank {rank}")
    part = "min(s.new) OVER (PARTITION BY r.part)"
    ready = f"s.new, statement, document, block, band, low, high, {part}, persons, marks, words"
    for table, holes, select in (
        ("ready", 11, f"SELECT {ready} FROM ready r JOIN statement_rank s ON s.old = r.number ORDER BY s.new"),  # noqa: S608 - our own words
        ("token", 2, "SELECT key, s.new FROM token t JOIN statement_rank s ON s.old = t.number ORDER BY 1, 2"),
        ("holder", 2, "SELECT run, d.new FROM holder h JOIN document_rank d ON d.old = h.document ORDER BY 1, 2"),
        ("known", 4, "SELECT * FROM known ORDER BY document"),
        ("meeting", 4, "SELECT * FROM meeting ORDER BY key, fact"),
        ("discrepancy_fact", 2, "SELECT * FROM discrepancy_fact ORDER BY fact, discrepancy"),
        ("discrepancy_weight", 3, "SELECT * FROM discrepancy_weight ORDER BY grade, weight DESC, discrepancy"),
        ("pending", 1, "SELECT * FROM pending ORDER BY document"),
        ("fact_name", 3, "SELECT * FROM fact_name ORDER BY role, name, fact"),
        ("renamed", 3, "SELECT * FROM renamed ORDER BY old, new"),
    ):
        new.executemany(f"INSERT INTO {table} VALUES ({rows.holes(range(holes))})", connection.execute(select))  # noqa: S608 - our own words


def _index(connection: sqlite3.Connection) -> None:
    for number, title, text in connection.execute("SELECT number, title, text FROM document ORDER BY number"):
        cells = (number, rows.document_words(title, text))
        connection.execute("INSERT INTO document_words (rowid, words) VALUES (?, ?)", cells)
    names = rows.columns((*rows.STATEMENT_COLUMNS, "number"))
    for row in connection.execute(f"SELECT {names} FROM statement ORDER BY number"):  # noqa: S608 - our own words
        cells = (row[-1], rows.statement_words(rows.statement_from(row)))
        connection.execute("INSERT INTO statement_words (rowid, words) VALUES (?, ?)", cells)
