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

WAIT_SECONDS = 30.0
"""How long to wait for another program that is writing. A build's longest transaction is the writing of the facts."""

_PAUSE = 0.01
"""Seconds between two tries: two people who rule at once notice nothing."""


@contextmanager
def writing(path: Path, wait: float = WAIT_SECONDS) -> Iterator[None]:
    """Hold the right to add to the record at ``path``; one at a time has it.

    The lock is the system's, on a file beside the record, so it goes with the process however that ends. Raises RecordError where it is
    not had within ``wait`` seconds.
    """
    handle = _had(path, "writing", wait, alone=True)
    try:
        yield
    finally:
        _let_go(path, "writing", handle)


@contextmanager
def opening(path: Path) -> Iterator[None]:
    """Keep the file at ``path`` from being replaced while it is opened; any number of programs may open it at once.

    SQLite finds a file's write-ahead log by name. A program that opened the old file and read on when the new one had taken its name
    would mix the pages of both. Once it is open, SQLite's own lock keeps it from being replaced. Raises RecordError where another
    program still replaces it after ``WAIT_SECONDS``.
    """
    try:
        handle = _had(path, "replacing", WAIT_SECONDS, alone=False)
    except OSError:  # where nothing can be written nothing can be replaced
        yield
        return
    try:
        yield
    finally:
        _let_go(path, "replacing", handle)


@contextmanager
def replacing(path: Path) -> Iterator[None]:
    """Hold the right to put another file in the place of the record's. Raises RecordError where the record is being opened."""
    handle = _had(path, "replacing", 0, alone=True)
    try:
        yield
    finally:
        _let_go(path, "replacing", handle)


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


def _beside(path: Path, purpose: str) -> Path:
    return path.with_name(f".{path.name}.{purpose}")


def _had(path: Path, purpose: str, wait: float, alone: bool) -> int:
    """The open lock file, once the lock is ours."""
    place = _beside(path, purpose)
    deadline = time.monotonic() + wait
    while True:
        handle = os.open(place, os.O_RDWR | os.O_CREAT, 0o666)
        if _locked(handle, place, alone):
            return handle
        os.close(handle)
        if time.monotonic() >= deadline:
            raise RecordError(f"{path}: another program is writing it; try again when that is done")
        time.sleep(_PAUSE)


def _let_go(path: Path, purpose: str, handle: int) -> None:
    """Give the lock back. Whoever is the last to have it takes its file away; the others see that and make a new one."""
    place = _beside(path, purpose)
    if sys.platform != "win32" and _locked(handle, place, alone=True):
        place.unlink(missing_ok=True)
    os.close(handle)


def _locked(handle: int, place: Path, alone: bool) -> bool:
    """Whether the lock is ours now, and on the file that the next one will open. Windows replaces no file that is open, and needs none."""
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(handle, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except OSError:
        return False
    try:
        return os.fstat(handle).st_ino == place.stat().st_ino
    except FileNotFoundError:
        return False
