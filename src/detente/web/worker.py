"""A process beside this one that does one thing at a time. When it dies, or takes too long and is ended, the next thing has a new one."""

from __future__ import annotations

from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any

from detente.model.errors import DetenteError, UsageError

Work = Callable[..., Any]

MEMORY = 4 * 1024**3
"""Bytes that the process may take, where the system lets one say so: a hostile file costs its own reading and nothing else."""

GIVING_UP = 2.0
"""Seconds that a process has to end by itself."""


class Worker:
    """Calls functions of modules in a process of its own. For one thread."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._process: SpawnProcess | None = None
        self._line: Connection | None = None

    def call(self, work: Work, *arguments: Any) -> Any:
        """What ``work`` answers. Raises UsageError with what was wrong, with what took too long, or that the process ended."""
        line = self._started()
        try:
            line.send((work, arguments))
            if not line.poll(self._seconds):
                self.close()
                raise UsageError(f"this takes longer than {self._seconds:g} seconds, so it was ended; try a shorter text")
            held, answer = line.recv()
        except (EOFError, OSError) as error:
            self.close()
            raise UsageError(
                "the process that reads articles ended by itself, most likely for want of memory; try a shorter text"
            ) from error
        if not held:
            raise UsageError(answer)
        return answer

    def close(self) -> None:
        """End the process, whatever it is doing."""
        process, line = self._process, self._line
        self._process, self._line = None, None
        if process is not None:
            process.kill()
            process.join(GIVING_UP)
        if line is not None:
            line.close()

    def _started(self) -> Connection:
        if self._line is not None and self._process is not None and self._process.is_alive():
            return self._line
        self.close()
        spawn = get_context("spawn")
        ours, theirs = spawn.Pipe()
        self._process = spawn.Process(target=_serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        self._line = ours
        return ours


def _serve(line: Connection) -> None:
    """Runs in the process beside until the line is closed."""
    _within_memory()
    while True:
        try:
            work, arguments = line.recv()
        except (EOFError, KeyboardInterrupt):
            return
        line.send(_answered(work, arguments))


def _answered(work: Work, arguments: tuple[Any, ...]) -> tuple[bool, Any]:
    """What ``work`` answers, or why it does not: in words, since not every exception can be sent."""
    try:
        return True, work(*arguments)
    except DetenteError as error:
        return False, str(error)
    except MemoryError:
        return False, "this takes more memory than an article may; try a shorter text"
    except Exception as error:  # noqa: BLE001 - whatever the fault is, it is told and the next article is read
        return False, f"a fault of detente's own: {type(error).__name__}: {error}"


def _within_memory() -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
    except (ImportError, ValueError, OSError):  # not every system has such a limit, or lets it be set
        return
