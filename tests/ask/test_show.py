from __future__ import annotations

import pytest

from detente.ask import chronology, conflicts, show
from detente.model.errors import UsageError
from detente.store.base import Record


def test_a_fact_with_its_evidence_and_why_it_was_merged(record: Record) -> None:
    fact = chronology(record)[-1].fact
    shown = show(record, fact.id[:8])
    assert shown.fact == fact
    assert len(shown.evidence) == 2
    assert fact.supports[1].reasons
    assert len(shown.discrepancies) == 1


def test_a_statement_a_document_and_a_discrepancy(record: Record) -> None:
    fact = chronology(record)[-1].fact
    shown = show(record, fact.supports[0].statement)
    assert shown.statement is not None
    assert [f.id for f in shown.facts] == [fact.id]
    document = show(record, shown.statement.document[:10])
    assert document.document is not None
    assert len(document.evidence) == 6
    conflict = conflicts(record)[0]
    both = show(record, conflict.discrepancy.id)
    assert both.discrepancy == conflict.discrepancy
    assert [e.statement.id for e in both.evidence] == [conflict.discrepancy.left, conflict.discrepancy.right]


@pytest.mark.parametrize("bad", ["", "ab", "zzzzzzzz", "\x00\x00\x00\x00", "%%%%"])
def test_what_is_not_there_is_the_callers_mistake(record: Record, bad: str) -> None:
    with pytest.raises(UsageError):
        show(record, bad)
