"""What everything that works on a record's file shares: asking, and transactions that hold smaller ones."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

BATCH = 500
"""Identifiers asked for at once: below the 999 that every SQLite allows."""


class Connected:
    """An open file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._depth = 0

    @contextmanager
    def together(self) -> Iterator[None]:
        """Everything written within is there wholly or not at all, whatever ends the program."""
        if self._depth == 0:
            self.connection.execute("BEGIN IMMEDIATE")
        self._depth += 1
        try:
            yield
        except BaseException:
            self._depth -= 1
            if self._depth == 0:
                self.connection.execute("ROLLBACK")
            raise
        self._depth -= 1
        if self._depth == 0:
            self.connection.execute("COMMIT")

    def _all(self, select: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        return iter(self.connection.execute(select, values))

    def _one(self, select: str, values: Sequence[Any] = ()) -> Any:
        return self.connection.execute(select, values).fetchone()

    def _each(self, select: str, values: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
        """Rows of ``select``, whose ``{holes}`` stands for many ``values``, a batch at a time; each value once."""
        for batch in batches(values):
            yield from self._all(select.replace("{holes}", ", ".join("?" * len(batch))), batch)


def batches(values: Iterable[Any]) -> Iterator[list[Any]]:
    """``values``, each once, in lists that one question can hold."""
    wanted = list(dict.fromkeys(values))
    return (wanted[i : i + BATCH] for i in range(0, len(wanted), BATCH))
