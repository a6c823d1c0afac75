from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from detente.ask import open_record, verify
from detente.ask.rulings import refresh, rule
from detente.model.ruling import Action
from detente.pipeline import reconciling
from detente.store.base import Record


@pytest.fixture(params=["in memory", "in a copy"], autouse=True)
def large(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways to make everything anew."""
    if request.param == "in a copy":
        monkeypatch.setattr(reconciling, "IN_MEMORY", 0)


def problems(path: Path) -> set[str]:
    with open_record(path) as record:
        return {problem.check for problem in verify(record).problems}


def test_a_sound_record_has_no_problems_and_says_what_was_looked_at(path: Path) -> None:
    with open_record(path) as record:
        report = verify(record)
    assert report.ok
    assert dict(report.checks) == {"discrepancies": 2, "documents": 2, "facts": 8, "files": 2, "rulings": 0, "statements": 9, "storage": 1}


@pytest.mark.parametrize(
    ("change", "check"),
    [
        ("UPDATE statement SET quote = 'something else' WHERE kind = 'recognition'", "quote"),
        ("UPDATE statement SET start = start + 1 WHERE kind = 'recognition'", "quote"),
        ("UPDATE statement SET value = 7000000 WHERE value = 3400000", "value"),
        ("UPDATE statement SET persons = replace(persons, 'Abiy Ahmed', 'Zzyzx Qqua')", "person"),
        ("UPDATE statement SET rule = ''", "rule"),
        ("UPDATE statement SET date = replace(date, '1993-05-04', '1994-05-04')", "date"),
        ("UPDATE fact SET title = 'another' WHERE kind = 'recognition'", "facts"),
        ("DELETE FROM fact WHERE kind = 'recognition'", "facts"),
        ("UPDATE fact SET id = '0' || id WHERE kind = 'recognition'", "facts"),
        ("UPDATE fact_statement SET reasons = '[]'", "facts"),
        ("DELETE FROM discrepancy", "discrepancies"),
        ("DELETE FROM holding", "files"),
        ("DELETE FROM document WHERE title IS NULL", "storage"),
        ("UPDATE file SET outcome = 'refused'", "files"),
    ],
)
def test_what_was_tampered_with_is_named(path: Path, change: str, check: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(change)
    connection.commit()
    connection.close()
    if "DELETE FROM document" in change:
        with open_record(path) as record:
            assert any("document" in text for text in record.problems())
        return
    assert check in problems(path)


def test_facts_that_do_not_follow_the_last_rulings_yet_are_told(record: Record) -> None:
    rule(record, Action.REJECT, [next(record.facts()).id], at="2024-05-06", applied=False)
    assert [problem.check for problem in verify(record).problems] == ["facts"]
    refresh(record)
    assert verify(record).ok
