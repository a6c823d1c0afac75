"""Opening a record's file, and asking for what it held at a time."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from detente.model.errors import RecordError
from detente.store.locking import WAIT_SECONDS, opening

PAGES_KEPT = 128 * 1024
"""KiB of the file that a writer keeps in memory, so that the indexes of a large record do not go through the disk for each row."""

HELD = "SELECT document FROM holding WHERE until IS NULL"
HELD_ON = "SELECT document FROM holding WHERE since <= ? AND (until IS NULL OR until > ?)"


def connect(path: Path, write: bool) -> sqlite3.Connection:
    """An open file. One that is only read may lie in a folder where nothing can be written."""
    if write and not path.parent.is_dir():
        raise RecordError(f"{path.parent} is no folder; make it first")
    place = path.absolute().as_uri()
    try:
        with opening(path):
            return _tried(f"{place}?mode={'rwc' if write else 'rw'}", write)
    except sqlite3.OperationalError as error:
        if write or error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            raise RecordError(f"{path}: {error}") from error
        return sqlite3.connect(f"{place}?mode=ro&immutable=1", uri=True, isolation_level=None)
    except sqlite3.DatabaseError as error:
        raise RecordError(f"{path}: this is not a record of detente, or it is damaged ({error})") from error


def _tried(place: str, write: bool) -> sqlite3.Connection:
    """An open file of which a first page could be read; closed again where it could not."""
    connection = sqlite3.connect(place, uri=True, timeout=WAIT_SECONDS, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = WAL" if write else "PRAGMA query_only = 1")
        connection.execute("PRAGMA schema_version")
        if write:
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute(f"PRAGMA cache_size = -{PAGES_KEPT}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def held_on(known_on: str | None) -> tuple[str, tuple[str, ...]]:
    """The documents held now, or at the end of the day ``known_on``."""
    if known_on is None:
        return HELD, ()
    moment = known_on if "T" in known_on else f"{known_on}T23:59:59Z"
    return HELD_ON, (moment, moment)
