"""A record does not show in which order it came to hold what it holds, and damage is named."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from detente.store.canonical import copy, digest, problems
from quality.record.generate import generate


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("canonical") / "made.detente"
    generate(place, 60)
    return place


@pytest.fixture
def opened(made: Path, tmp_path: Path) -> sqlite3.Connection:
    """A copy of the record that a test may spoil."""
    copy(sqlite3.connect(made), tmp_path / "own.detente")
    return sqlite3.connect(tmp_path / "own.detente", isolation_level=None)


def test_a_copy_holds_the_same_and_a_copy_of_it_has_the_same_bytes(made: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "one", tmp_path / "two"
    copy(sqlite3.connect(made), first)
    copy(sqlite3.connect(first), second)
    assert digest(sqlite3.connect(first)) == digest(sqlite3.connect(made))
    assert first.read_bytes() == second.read_bytes()


def test_a_whole_record_has_no_problems(opened: sqlite3.Connection) -> None:
    assert list(problems(opened)) == []


def test_a_changed_row_changes_the_digest(opened: sqlite3.Connection) -> None:
    before = digest(opened)
    opened.execute("UPDATE document SET title = 'another' WHERE number = (SELECT min(number) FROM document)")
    assert digest(opened) != before


def test_rows_that_name_nothing_and_missing_index_entries_are_told(opened: sqlite3.Connection) -> None:
    opened.execute("PRAGMA foreign_keys = OFF")
    opened.execute("DELETE FROM document WHERE number = (SELECT min(number) FROM document)")
    found = "\n".join(problems(opened))
    assert "rows of statement name a document that is not there" in found
    assert "the word index of document has" in found
