from __future__ import annotations

from collections.abc import Iterator

import pytest

from detente.model.errors import UsageError
from detente.web.worker import Worker
from tests.web import chores

PATIENCE = 30.0


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    held = Worker(PATIENCE)
    yield held
    held.close()


def test_what_is_called_runs_in_one_process_beside(worker: Worker) -> None:
    import os

    first = worker.call(chores.number)
    assert first != os.getpid()
    assert worker.call(chores.number) == first
    assert worker.call(chores.echo, "a", b"b") == ("a", b"b")


@pytest.mark.parametrize(
    ("work", "told"),
    [(chores.refuse, "take the password off"), (chores.fail, "a fault of detente's own: KeyError"), (chores.hoard, "more memory")],
)
def test_what_goes_wrong_is_told_and_the_process_goes_on(worker: Worker, work: object, told: str) -> None:
    first = worker.call(chores.number)
    with pytest.raises(UsageError, match=told):
        worker.call(work)  # type: ignore[arg-type]  # a function by the table above
    assert worker.call(chores.number) == first


def test_a_process_that_dies_is_told_and_replaced(worker: Worker) -> None:
    first = worker.call(chores.number)
    with pytest.raises(UsageError, match="ended by itself"):
        worker.call(chores.die)
    assert worker.call(chores.number) != first


def test_what_takes_too_long_is_ended() -> None:
    worker = Worker(PATIENCE)
    first = worker.call(chores.number)
    worker._seconds = 0.1
    with pytest.raises(UsageError, match=r"longer than 0\.1 seconds"):
        worker.call(chores.dawdle)
    worker._seconds = PATIENCE
    assert worker.call(chores.number) != first
    worker.close()
    worker.close()
