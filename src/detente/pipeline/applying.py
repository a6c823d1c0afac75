"""Facts brought up to the rulings: what is done after a person decided."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from detente.model.errors import RecordError
from detente.pipeline.reconciling import bring_up_to_date
from detente.store.locking import writing
from detente.store.sqlite import create_sqlite


def apply(path: Path) -> bool:
    """Bring the facts of the record at ``path`` up to the last ruling of its log; answers whether they were not there already.

    A ruling holds once it is in the log. If this is stopped, the next ruling or build does it. Raises RecordError where another program
    has been writing for long.
    """
    with writing(path):
        held = create_sqlite(path, ())
    with closing(held):
        last, followed = held.last_rulings()
        behind = last != followed
        try:
            while last != followed:
                bring_up_to_date(held)
                last, followed = held.last_rulings()
        except sqlite3.OperationalError as error:
            raise RecordError(f"{path}: the rulings are kept, but the facts do not follow them yet: {error}; try again later") from error
    return behind
