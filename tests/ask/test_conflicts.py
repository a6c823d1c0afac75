from __future__ import annotations

from importlib import import_module

import pytest

from detente.ask import conflicts
from detente.ask.rulings import rule
from detente.model.fact import Grade
from detente.model.ruling import Action
from detente.store.base import Record


def test_contradictions_come_first_with_both_quotes(record: Record) -> None:
    found = conflicts(record)
    first = found[0]
    assert (first.discrepancy.type.value, first.discrepancy.grade) == ("date", Grade.CONTRADICTION)
    assert {first.left.document.path, first.right.document.path} == {"history.txt", "wire.txt"}
    assert {"9 July 2018" in first.left.quote, "9 July 2018" in first.right.quote} == {True, False}
    assert first.importance > 0


def test_what_explains_itself_is_shown_only_when_asked_for(record: Record) -> None:
    assert all(c.discrepancy.grade not in (Grade.PRECISION, Grade.ROUNDING) for c in conflicts(record))
    assert set(conflicts(record)) <= set(conflicts(record, explained=True))


def test_the_first_are_the_first_of_all_and_what_is_settled_comes_last(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("detente.ask.conflicts"), "AT_ONCE", 1)
    every = conflicts(record, explained=True)
    assert len(every) == len(list(record.discrepancies())) > 1
    for number in range(len(every) + 2):
        assert conflicts(record, explained=True, top=number) == every[:number]
    rule(record, Action.SETTLE, [every[0].discrepancy.id], value="both", who="Anna")
    after = conflicts(record, explained=True)
    assert after[-1].discrepancy.id == every[0].discrepancy.id
    assert after[-1].settled is not None
    assert conflicts(record, explained=True, top=len(every) - 1) == after[:-1]
