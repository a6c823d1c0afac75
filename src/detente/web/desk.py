"""Where decisions are made: one thread that owns a connection to the record, so that pages go on while facts are brought up to a ruling."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from detente.ask.record import open_record
from detente.ask.review import Sitting
from detente.ask.rulings import refresh
from detente.model.errors import DetenteError, RecordError
from detente.store.base import Record

Answer = TypeVar("Answer")

ROUND = 300
"""Proposals of one round of review."""

PAUSE_S = 2.0
"""Seconds without a decision after which the facts follow what was decided, so that whoever answers fast waits for nothing."""


class Desk:
    """Runs what changes the record, one thing at a time. Each person has a sitting of their own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")
        self._record: Record | None = None
        self._file: tuple[int, int] = (0, 0)
        self._sittings: dict[str, Sitting] = {}
        self._following: asyncio.TimerHandle | None = None

    async def do(self, work: Callable[[Record], Answer]) -> Answer:
        """Let ``work`` have the record."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, lambda: work(self._opened()))

    async def sit(self, who: str, work: Callable[[Sitting], Answer]) -> Answer:
        """Let ``work`` have the sitting of ``who``. What it decided is on the pages soon after."""
        try:
            return await self.do(lambda record: work(self._sitting(record, who)))
        finally:
            self._follow_soon()

    def _follow_soon(self) -> None:
        """Have the facts follow once nobody has been at the desk for a moment."""
        if self._following is not None:
            self._following.cancel()
        self._following = asyncio.get_running_loop().call_later(PAUSE_S, lambda: self._thread.submit(self._follow))

    def _follow(self) -> None:
        """Bring the facts up to what was decided. Where that cannot be now, the end of the round or of the server does it."""
        with suppress(DetenteError):
            refresh(self._opened())

    def close(self) -> None:
        """End every sitting, bring the facts up to what was decided, and let go of the record."""
        if self._following is not None:
            self._following.cancel()
        self._thread.submit(self._close).result()
        self._thread.shutdown()

    def _opened(self) -> Record:
        """The record; opened again, with new sittings, where another file has been put in its place."""
        try:
            found = self.path.stat()
        except OSError as error:
            raise RecordError(f"{self.path}: {error.strerror}") from error
        file = found.st_dev, found.st_ino
        if self._record is not None and file != self._file:
            self._record.close()
            self._record = None
            self._sittings.clear()
        if self._record is None:
            self._record, self._file = open_record(self.path), file
        return self._record

    def _sitting(self, record: Record, who: str) -> Sitting:
        if who not in self._sittings:
            self._sittings[who] = Sitting(record, ROUND, who)
        return self._sittings[who]

    def _close(self) -> None:
        try:
            for sitting in self._sittings.values():
                sitting.close()
        finally:
            if self._record is not None:
                self._record.close()
