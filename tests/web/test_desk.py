from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest

from detente.ask import review
from detente.model.errors import RecordError
from detente.web import desk
from detente.web.desk import Desk
from tests.web.record import made


def test_all_work_is_done_on_one_thread_and_one_connection(path: Path) -> None:
    at = Desk(path)

    async def work() -> list[tuple[int, int]]:
        return await asyncio.gather(*(at.do(lambda record: (threading.get_ident(), id(record))) for _ in range(5)))

    assert len(set(asyncio.run(work()))) == 1
    at.close()


def test_each_person_has_a_sitting_of_their_own(path: Path) -> None:
    at = Desk(path)

    async def work() -> list[tuple[str | None, int]]:
        return [await at.sit(who, lambda sitting: (sitting.who, id(sitting))) for who in ("Ana", "Ben", "Ana")]

    first, second, third = asyncio.run(work())
    assert first == third != second
    at.close()


def test_a_record_put_in_the_place_of_another_is_worked_on(path: Path, tmp_path: Path) -> None:
    at = Desk(path)

    async def count() -> int:
        return await at.sit("Ana", lambda sitting: sum(1 for _ in sitting.record.documents()))

    before = asyncio.run(count())
    made(tmp_path / "other.detente", ("Bomas",)).replace(path)
    assert asyncio.run(count()) < before
    path.unlink()
    with pytest.raises(RecordError, match=path.name):
        asyncio.run(count())
    at.close()


def test_facts_follow_soon_after_an_answer(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "PAUSE_S", 0.0)
    at = Desk(path)

    async def answered() -> bool:
        await at.sit("Ana", lambda sitting: sitting.decide(review.CHOICES[asked.ask][0].name) if (asked := sitting.current()) else None)
        for _ in range(1000):
            last, followed = await at.do(lambda record: record.last_rulings())
            if last and last == followed:
                return True
            await asyncio.sleep(0.01)
        return False

    assert asyncio.run(answered())
    at.close()


def test_who_answers_fast_is_not_kept_waiting(path: Path) -> None:
    at = Desk(path)

    async def answer() -> list[bool]:
        behind = []
        for _ in range(3):
            await at.sit("Ana", lambda sitting: sitting.decide(review.CHOICES[asked.ask][0].name) if (asked := sitting.current()) else None)
            behind.append(await at.do(lambda record: len(set(record.last_rulings())) == 2))
        return behind

    assert asyncio.run(answer()) == [True, True, True]
    at.close()


def test_a_desk_that_nobody_sat_at_closes(path: Path) -> None:
    Desk(path).close()
