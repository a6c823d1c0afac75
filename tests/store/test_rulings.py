from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from detente.model.errors import UsageError
from detente.model.ruling import Action, Ruling, is_sealed
from detente.store.locking import opening
from detente.store.sqlite import SqliteRecord, create_sqlite, open_sqlite


def draft(subject: str, why: str = "") -> Ruling:
    return Ruling(
        at="2024-05-06T07:08:09Z", who="Anna", action=Action.ACCEPT, subjects=(subject,), why=why, anchors=('{"quote":"caf\u00e9"}',)
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    create_sqlite(tmp_path / "r.detente", ("ERI", "ETH")).close()
    return tmp_path / "r.detente"


@pytest.fixture
def record(path: Path) -> Iterator[SqliteRecord]:
    with open_sqlite(path) as held:
        yield held


def test_rulings_come_back_in_order_each_sealed_behind_the_one_before(record: SqliteRecord) -> None:
    made = (*record.put_rulings([draft("s1"), draft("s1")]), *record.put_rulings([draft("s2")]))
    assert tuple(record.rulings()) == made
    assert [r.after for r in made] == ["", made[0].id, made[1].id]
    assert all(map(is_sealed, made))
    assert record.last_rulings() == (made[2].id, "")


def test_nothing_changes_or_deletes_a_ruling(record: SqliteRecord, path: Path) -> None:
    record.put_rulings([draft("s1")])
    with sqlite3.connect(path) as other:
        for change in ("UPDATE ruling SET why = 'x'", "DELETE FROM ruling"):
            with pytest.raises(sqlite3.IntegrityError, match="undo it"):
                other.execute(change)
    other.close()


def test_a_log_is_taken_in_once_and_only_whole(record: SqliteRecord, tmp_path: Path) -> None:
    made = record.put_rulings([draft("s1"), draft("s2"), draft("s3")])
    with create_sqlite(tmp_path / "other.detente", ("ERI", "ETH")) as other:
        with pytest.raises(UsageError, match="missing"):
            other.take_rulings(made[1:])
        with pytest.raises(UsageError, match="changed"):
            other.take_rulings([made[0], replace(made[1], why="x")])
        assert list(other.rulings()) == []
        own = other.put_rulings([draft("own")])
        assert other.take_rulings(made) == 3
        assert other.take_rulings(made) == 0
        assert tuple(other.rulings()) == (*own, *made)


def test_the_log_is_kept_when_the_file_is_written_anew(path: Path) -> None:
    with create_sqlite(path, ()) as record:
        made = record.put_rulings([draft("s1"), draft("s2")])
        before = record.digest()
        record.compact()
        assert tuple(record.rulings()) == made
        assert record.digest() == before


def test_what_is_held_is_told_of_documents(record: SqliteRecord) -> None:
    assert record.held(["nothing"]) == frozenset()
    assert record.held([], "2024-01-01") == frozenset()


def test_the_file_is_not_replaced_while_another_opens_it_or_has_it_open(path: Path) -> None:
    with create_sqlite(path, ()) as record:
        before = path.stat().st_ino
        with opening(path):
            record.compact()
            assert path.stat().st_ino == before
        with open_sqlite(path):
            record.compact()
            assert path.stat().st_ino == before
        record.compact()
        assert path.stat().st_ino != before
