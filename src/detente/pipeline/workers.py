"""Files taken in by several processes. What comes out depends on the files alone, not on how many there are or who is first."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection, get_context, parent_process

from detente.pipeline.taking import Job, shown, take
from detente.store.base import FileEntry, Outcome, TakenFile

MOST_WORKERS = 2
"""Each worker holds a language model of some 200 MB; two keep a build well under a gigabyte."""

WORTH_A_WORKER = 4
"""Files for which starting one more process (a second or two) pays."""

AHEAD = 3
"""Files handed out for each worker: enough to keep it busy, few enough that finished ones do not pile up."""

LIFE = 500
"""Files after which a worker is replaced, so that no library's cache grows for ever."""


def worker_count(asked: int | None, jobs: int) -> int:
    """How many processes to use for ``jobs`` files; 1 means this one."""
    most = min(os.cpu_count() or 1, MOST_WORKERS) if asked is None else asked
    return max(1, min(most, jobs // WORTH_A_WORKER if asked is None else jobs))


def take_all(jobs: Sequence[Job], workers: int) -> Iterator[TakenFile]:
    """Each file as it is done. A file whose worker dies comes as failed; the others go on."""
    if workers <= 1:
        yield from map(take, jobs)
        return
    waiting = list(reversed(jobs))
    suspects: list[Job] = []
    while waiting:
        yield from _round(waiting, suspects, workers)
        for job in suspects:
            yield _alone(job)
        suspects.clear()


def _round(waiting: list[Job], suspects: list[Job], workers: int) -> Iterator[TakenFile]:
    """Take files until none is left or a worker dies; what was in its hands then goes to ``suspects``."""
    running: dict[Future[TakenFile], Job] = {}
    pool = _pool(workers)
    try:
        while waiting or running:
            while waiting and len(running) < workers * AHEAD:
                job = waiting.pop()
                running[pool.submit(take, job)] = job
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in sorted(done, key=lambda f: running[f].path):
                yield future.result()
                del running[future]
    except BrokenProcessPool:
        suspects.extend(sorted(running.values(), key=lambda job: job.path))
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _alone(job: Job) -> TakenFile:
    """A file that may have killed its worker, tried once more in a process of its own."""
    pool = _pool(1)
    try:
        return pool.submit(take, job).result()
    except BrokenProcessPool:
        said = "The process that read it died, perhaps for want of memory."
        return TakenFile(FileEntry(shown(job.path), job.sha256, job.config, Outcome.FAILED, "died", said))
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, get_context("spawn"), _begin, max_tasks_per_child=LIFE)


def _begin() -> None:
    """Leave Ctrl-C to the parent, and end when the parent is gone however it ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
