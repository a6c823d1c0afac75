from __future__ import annotations

from detente.ask import conflicts
from detente.model.fact import Grade
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
