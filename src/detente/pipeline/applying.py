"""Facts brought up to the rulings: what is done after a person decided."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from detente.pipeline.reconciling import bring_up_to_date
from detente.store.locking import writing
from detente.store.sqlite import create_sqlite


def apply(path: Path) -> bool:
    """Bring the facts of the record at ``path`` up to the last ruling of its log; answers whether they were not there already.

    A ruling holds once it is in the log. If this is stopped, the next ruling or build does it.
    """
    with writing(path):
        held = create_sqlite(path, ())
    with closing(held):
        last, followed = held.last_rulings()
        behind = last != followed
        while last != followed:
            bring_up_to_date(held)
            last, followed = held.last_rulings()
    return behind
