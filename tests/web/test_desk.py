from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest

from detente.model.errors import RecordError
from detente.web.desk import Desk
from tests.web.record import made


def test_all_work_is_done_on_one_thread_and_one_connection(path: Path) -> None:
    desk = Desk(path)

    async def work() -> list[tuple[int, int]]:
        return await asyncio.gather(*(desk.do(lambda record: (threading.get_ident(), id(record))) for _ in range(5)))

    assert len(set(asyncio.run(work()))) == 1
    desk.close()


def test_each_person_has_a_sitting_of_their_own(path: Path) -> None:
    desk = Desk(path)

    async def work() -> list[tuple[str | None, int]]:
        return [await desk.sit(who, lambda sitting: (sitting.who, id(sitting))) for who in ("Ana", "Ben", "Ana")]

    first, second, third = asyncio.run(work())
    assert first == third != second
    desk.close()


def test_a_record_put_in_the_place_of_another_is_worked_on(path: Path, tmp_path: Path) -> None:
    desk = Desk(path)

    async def count() -> int:
        return await desk.sit("Ana", lambda sitting: sum(1 for _ in sitting.record.documents()))

    before = asyncio.run(count())
    made(tmp_path / "other.detente", ("Bomas",)).replace(path)
    assert asyncio.run(count()) < before
    path.unlink()
    with pytest.raises(RecordError, match=path.name):
        asyncio.run(count())
    desk.close()


def test_a_desk_that_nobody_sat_at_closes(path: Path) -> None:
    Desk(path).close()
