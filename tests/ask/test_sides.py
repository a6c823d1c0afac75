from __future__ import annotations

from detente.ask import conflicts
from detente.ask.sides import SAID
from detente.model.fact import DiscrepancyType
from detente.store.base import Record


def test_every_type_of_discrepancy_says_what_stands_on_one_side() -> None:
    assert set(SAID) == set(DiscrepancyType)


def test_each_side_is_told_by_one_source_at_least_and_no_more_than_tell_of_it(record: Record) -> None:
    leads = {document: group[0] for group in record.groups() for document in group}
    found = conflicts(record, explained=True)
    assert found
    for conflict in found:
        facts = record.get_facts(conflict.discrepancy.facts).values()
        said = record.get_statements(s.statement for fact in facts for s in fact.supports)
        most = len({leads.get(s.document, s.document) for s in said.values()})
        assert 1 <= conflict.left_sources <= most
        assert 1 <= conflict.right_sources <= most
