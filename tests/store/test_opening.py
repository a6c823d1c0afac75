"""A record's file opens to read even where nothing can be written, and another file is refused with its name."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from detente.model.errors import RecordError
from detente.store.opening import HELD, connect, held_on


def test_what_is_only_read_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / "a.detente"
    with connect(path, write=True) as writer:
        writer.execute("CREATE TABLE told (word TEXT)")
    with connect(path, write=False) as reader, pytest.raises(sqlite3.OperationalError, match="readonly"):
        reader.execute("INSERT INTO told VALUES ('peace')")


def test_a_file_that_is_no_record_is_named(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Sir, this is a letter and no record at all. " * 50, encoding="utf-8")
    with pytest.raises(RecordError, match=r"letter\.txt: this is not a record"):
        connect(path, write=False)


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="nowhere"):
        connect(tmp_path / "nowhere" / "a.detente", write=True)


def test_a_day_is_asked_for_to_its_end_and_a_moment_as_it_is() -> None:
    assert held_on(None) == (HELD, ())
    assert held_on("2024-06-01")[1] == ("2024-06-01T23:59:59Z",) * 2
    assert held_on("2024-06-01T08:00:00Z")[1] == ("2024-06-01T08:00:00Z",) * 2
