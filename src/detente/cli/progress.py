"""Counts and time left on stderr, for whatever takes longer than a second."""

from __future__ import annotations

import sys
import time
from types import TracebackType

QUIET_SECONDS = 1.0
"""Work that ends sooner says nothing. A second is what people wait for without wondering (Nielsen 1993)."""
TERMINAL_SECONDS = 0.2
"""Between two updates of the line on a terminal: fast enough to look alive, too slow to cost anything."""
PLAIN_SECONDS = 10.0
"""Between two lines where stderr is a file or a pipe: a log wants a pulse, not a film."""


class Progress:
    """A line such as ``reading: 120 of 400, 0:42 left``. Rewritten in place on a terminal, a plain line now and then elsewhere."""

    def __init__(self, label: str, total: int | None = None) -> None:
        self._label = label
        self._total = total
        self._done = 0
        self._terminal = sys.stderr.isatty()
        self._begun = time.monotonic()
        self._next = self._begun + (QUIET_SECONDS if self._terminal else PLAIN_SECONDS)
        self._shown = False

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.clear()

    def step(self, done: int | None = None, total: int | None = None, label: str | None = None) -> None:
        """Count one more, or take over the count, the total and the label that the work reports."""
        self._done = self._done + 1 if done is None else done
        self._total = self._total if total is None else total
        self._label = label or self._label
        now = time.monotonic()
        if now >= self._next:
            self._next = now + (TERMINAL_SECONDS if self._terminal else PLAIN_SECONDS)
            self._show(now)

    def clear(self) -> None:
        """Take the line off the terminal, so that what is printed next stands alone."""
        if self._shown and self._terminal:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
        self._shown = False

    def line(self, now: float) -> str:
        """What the line says at ``now``: the counts, and the time left at the pace so far."""
        if not self._total:
            return f"{self._label}: {self._done}"
        said = f"{self._label}: {self._done} of {self._total}"
        if 0 < self._done < self._total:
            left = round((now - self._begun) / self._done * (self._total - self._done))
            said += f", {left // 60}:{left % 60:02d} left"
        return said

    def _show(self, now: float) -> None:
        line = self.line(now)
        sys.stderr.write(f"\r\x1b[K{line}" if self._terminal else f"{line}\n")
        sys.stderr.flush()
        self._shown = True
