"""The record as one SQLite file."""

from __future__ import annotations

from pathlib import Path

from detente.store.base import Record


def open_sqlite(path: Path) -> Record:
    """The record at ``path``, to be read. Raises RecordError where there is none or it is damaged."""
    raise NotImplementedError
