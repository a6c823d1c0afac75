"""The log of rulings in the record's file. Rulings are only ever added: by a person's decision, or from another record's log."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from detente.model.errors import RecordError, UsageError
from detente.model.ruling import Action, Ruling, is_sealed, sealed
from detente.store.locking import writing
from detente.store.opening import connect
from detente.store.schema import migrate

APPLIED = "ruled"
"""The setting that names the last ruling that the facts held follow."""

PATIENCE = 300.0
"""Seconds that a decision waits for a program that is writing, such as one that works the facts out anew: nobody should have to decide
twice."""

_COLUMNS = "id, at, who, action, subjects, field, value, why, basis, anchors, after"


def read(connection: sqlite3.Connection) -> Iterator[Ruling]:
    """Every ruling in the order in which they entered the log."""
    for row in connection.execute(f"SELECT {_COLUMNS} FROM ruling ORDER BY position"):  # noqa: S608 - our own words
        identifier, at, who, action, subjects, field, value, why, basis, anchors, after = row
        yield Ruling(
            id=identifier,
            at=at,
            who=who,
            action=Action(action),
            subjects=tuple(json.loads(subjects)),
            field=field,
            value=value,
            why=why,
            basis=basis,
            anchors=tuple(json.loads(anchors)),
            after=after,
        )


def last(connection: sqlite3.Connection) -> str:
    """The identifier of the last ruling in the log; empty where there is none."""
    row = connection.execute("SELECT id FROM ruling ORDER BY position DESC LIMIT 1").fetchone()
    return row[0] if row else ""


def applied(connection: sqlite3.Connection) -> str:
    """The last ruling that the facts held follow; empty where they follow none."""
    row = connection.execute("SELECT value FROM setting WHERE name = ?", (APPLIED,)).fetchone()
    return row[0] if row else ""


def note_applied(connection: sqlite3.Connection, ruling: str) -> None:
    """Note, within the transaction that writes the facts, the last ruling that they follow."""
    connection.execute("DELETE FROM setting WHERE name = ?", (APPLIED,))
    if ruling:
        connection.execute("INSERT INTO setting VALUES (?, ?)", (APPLIED, ruling))


def append(path: Path, drafts: Sequence[Ruling]) -> tuple[Ruling, ...]:
    """Seal ``drafts`` and add them to the log, in one transaction: when this returns they outlast a kill and a loss of power."""
    with _transaction(path) as connection:
        before, made = last(connection), []
        for draft in drafts:
            ruling = sealed(draft, before)
            _insert(connection, ruling)
            made.append(ruling)
            before = ruling.id
    return tuple(made)


def take_in(path: Path, rulings: Iterable[Ruling]) -> int:
    """Add those of another log that this one lacks, in one transaction; answers how many. Raises UsageError where the log is not whole."""
    with _transaction(path) as connection:
        known = {row[0] for row in connection.execute("SELECT id FROM ruling")}
        added = 0
        for ruling in rulings:
            if not is_sealed(ruling):
                raise UsageError(f"ruling {ruling.id} was changed after it was made; nothing was taken in")
            if ruling.after and ruling.after not in known:
                raise UsageError(f"ruling {ruling.id} follows {ruling.after}, which is missing; nothing was taken in")
            if ruling.id not in known:
                _insert(connection, ruling)
                known.add(ruling.id)
                added += 1
    return added


def _insert(connection: sqlite3.Connection, ruling: Ruling) -> None:
    cells = (
        ruling.id,
        ruling.at,
        ruling.who,
        ruling.action.value,
        json.dumps(ruling.subjects),
        ruling.field,
        ruling.value,
        ruling.why,
        ruling.basis,
        json.dumps(ruling.anchors, ensure_ascii=False),
        ruling.after,
    )
    holes = ", ".join("?" for _ in cells)
    connection.execute(f"INSERT INTO ruling ({_COLUMNS}) VALUES ({holes})", cells)  # noqa: S608 - question marks only


@contextmanager
def _transaction(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection of its own, so that a record opened to be read can take a ruling, and that none is written to a file being replaced."""
    with writing(path, PATIENCE), closing(connect(path, write=True)) as connection:
        connection.execute(f"PRAGMA busy_timeout = {PATIENCE * 1000:.0f}")
        try:
            migrate(connection)
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise RecordError(f"{path}: another program is writing it; try again when that is done ({error})") from error
        try:
            yield connection
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
