from __future__ import annotations

import os

import pytest

from detente.pipeline import workers
from detente.pipeline.taking import Job
from detente.pipeline.workers import take_all, worker_count
from detente.store.base import FileEntry, Outcome, TakenFile


def fatal(job: Job) -> TakenFile:
    """Stands in for reading: one file takes its process with it."""
    if "fatal" in job.path:
        os._exit(9)
    return TakenFile(FileEntry(job.path, None, job.config, Outcome.USED))


@pytest.mark.parametrize(("asked", "jobs", "expected"), [(1, 100, 1), (3, 100, 3), (3, 2, 2), (None, 1, 1), (None, 0, 1)])
def test_how_many_processes(asked: int | None, jobs: int, expected: int) -> None:
    assert worker_count(asked, jobs) == expected


def test_no_more_than_two_unless_asked() -> None:
    assert worker_count(None, 1000) <= 2


def test_a_file_that_kills_its_process_is_named_and_the_others_are_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "take", fatal)
    jobs = (
        [Job(f"{i}.txt", None, "c") for i in range(5)] + [Job("fatal.txt", None, "c")] + [Job(f"{i}.txt", None, "c") for i in range(5, 9)]
    )
    taken = list(take_all(jobs, 2))
    assert sorted(t.entry.path for t in taken) == sorted(job.path for job in jobs)
    assert [t.entry.path for t in taken if t.entry.outcome is Outcome.FAILED] == ["fatal.txt"]
