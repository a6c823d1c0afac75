"""Keeping two programs from doing to one record's file what does not go together: writing to it, and putting another in its place."""

from __future__ import annotations

import os
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from detente.model.errors import RecordError
from detente.store.opening import WAIT_SECONDS

_PAUSE = 0.01
"""Seconds between two tries: two people who rule at once notice nothing."""


@contextmanager
def writing(path: Path, wait: float = WAIT_SECONDS) -> Iterator[None]:
    """Hold the right to write to the record at ``path``, or to replace its file (``Record.compact``).

    Without it a ruling could be written to a file that is being replaced, and be lost. The lock is the system's, on a file beside the
    record, so it goes with the process however that ends. Raises RecordError where it is not had within ``wait`` seconds.
    """
    place = path.with_name(f".{path.name}.writing")
    deadline = time.monotonic() + wait
    while True:
        handle = os.open(place, os.O_RDWR | os.O_CREAT, 0o666)
        if _locked(handle, place):
            break
        os.close(handle)
        if time.monotonic() >= deadline:
            raise RecordError(f"{path}: another program is writing it; try again when that is done")
        time.sleep(_PAUSE)
    try:
        yield
    finally:
        if sys.platform != "win32":
            place.unlink(missing_ok=True)
        os.close(handle)


@contextmanager
def only_build(record: Path) -> Iterator[None]:
    """Keep a second build out of the same record. The lock is SQLite's own, so it goes with the process however that ends."""
    if not record.parent.is_dir():
        raise RecordError(f"{record.parent} is no folder; make it first")
    place = record.with_name(f".{record.name}.lock")
    try:
        lock = sqlite3.connect(place, timeout=0, isolation_level=None)
    except sqlite3.OperationalError as error:
        raise RecordError(f"{record.parent}: nothing can be written there; choose another place for the record") from error
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        lock.close()
        raise RecordError(f"{record}: another build is writing it; wait until that is done") from error
    try:
        yield
    finally:
        lock.close()
        place.unlink(missing_ok=True)


def _locked(handle: int, place: Path) -> bool:
    """Whether the lock is ours now, and on the file that the next one will open. Windows replaces no file that is open, and needs none."""
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    try:
        return os.fstat(handle).st_ino == place.stat().st_ino
    except FileNotFoundError:
        return False
