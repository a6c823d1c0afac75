"""Many documents through ``analyse``, on one core or several, answered in the order they came in."""

from __future__ import annotations

import signal
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from detente.model.document import Document
from detente.model.errors import DetenteError, ReadError
from detente.model.reading import Extraction
from detente.pipeline.extraction import analyse, read_times
from detente.read.jsonl import read_jsonl
from detente.read.sources import Source, expand, read

_AHEAD = 4
"""Jobs for each worker that may wait to be answered: enough that none idles, few enough that memory stays flat."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A file or line that gave no document, with the reason and what to do. A value and not an exception, so that it can travel."""

    path: str
    reason: str
    advice: str

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}: {self.advice}"


def extract_files(
    paths: str | Path | Iterable[str | Path], *, workers: int = 1, only_times: bool = False
) -> Iterator[Extraction | Problem]:
    """What each document in ``paths`` (files, folders, globs, ``-``) says, in order; a Problem for each that could not be read."""
    named = [paths] if isinstance(paths, (str, Path)) else list(paths)
    sources = list(expand(named))
    return _run(sources, min(workers, len(sources)), only_times)


def extract_lines(lines: Iterable[str], *, workers: int = 1, only_times: bool = False, path: str = "-") -> Iterator[Extraction | Problem]:
    """What each line's document ``{"id", "text", "published"?}`` says, in order. One worker answers a line before it reads the next."""
    return _run(_jobs(lines, path), workers, only_times)


def _jobs(lines: Iterable[str], path: str) -> Iterator[Document | Problem]:
    refused: deque[Problem] = deque()
    for document in read_jsonl(lines, lambda error: refused.append(_problem(error)), path):
        yield from _drain(refused)
        yield document
    yield from _drain(refused)


def _drain(waiting: deque[Problem]) -> Iterator[Problem]:
    while waiting:
        yield waiting.popleft()


def _run(jobs: Iterable[Source | Document | Problem], workers: int, only_times: bool) -> Iterator[Extraction | Problem]:
    task = partial(_task, only_times=only_times)
    for answers in map(task, jobs) if workers <= 1 else _spread(task, jobs, workers):
        yield from answers


Task = Callable[[Source | Document | Problem], list[Extraction | Problem]]


def _spread(task: Task, jobs: Iterable[Source | Document | Problem], workers: int) -> Iterator[list[Extraction | Problem]]:
    pool = ProcessPoolExecutor(workers, initializer=_end_at_once_on_interrupt)
    waiting: deque[Future[list[Extraction | Problem]]] = deque()
    try:
        for job in jobs:
            waiting.append(pool.submit(task, job))
            if len(waiting) >= workers * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        raise DetenteError("a worker process ended by itself, most likely for want of memory; try again with --workers 1") from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _end_at_once_on_interrupt() -> None:
    """Ctrl-C reaches every process of the terminal: a worker has nothing to keep and nothing to say about it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _task(job: Source | Document | Problem, only_times: bool) -> list[Extraction | Problem]:
    """One file or document, read and analysed. Bad input is an answer, not an exception."""
    if isinstance(job, Problem):
        return [job]
    look = partial(_look, only_times=only_times)
    if isinstance(job, Document):
        return [look(job)]
    parts: list[ReadError] = []
    try:
        documents = read(job, parts.append)
    except ReadError as error:
        return [_problem(error)]
    return [*map(look, documents), *map(_problem, parts)]


def _look(document: Document, only_times: bool) -> Extraction | Problem:
    """What one document says. A fault of detente's own costs this document and not the thousand after it."""
    try:
        return read_times(document) if only_times else analyse(document)
    except DetenteError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever the fault is, it is told with its place and the other documents are read
        last = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(last.filename).name}:{last.lineno}"
        fault = f"{type(error).__name__}: {error} ({place})"
        return Problem(document.path or document.id, "failed", f"A fault of detente's own: {fault}. Please report it with the document.")


def _problem(error: ReadError) -> Problem:
    return Problem(error.path, error.reason, error.advice)
