"""Opening a record to ask it something."""

from __future__ import annotations

from pathlib import Path

from detente.store.base import Record
from detente.store.sqlite import open_sqlite


def open_record(path: Path | str) -> Record:
    """The record kept at ``path``, to be read. Use it in a ``with``. Raises RecordError where there is none or it is damaged."""
    return open_sqlite(Path(path))
