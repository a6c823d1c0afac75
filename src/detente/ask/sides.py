"""How many independent sources stand on each side of a discrepancy. Copies and rewrites of one text count once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import replace

from detente.ask.views import Conflict
from detente.model.fact import Discrepancy, DiscrepancyType, Fact
from detente.model.folding import words
from detente.model.statement import Statement
from detente.store.base import Record

Said = Callable[[Statement], Hashable]


def _value(statement: Statement) -> Hashable:
    return (statement.value, statement.bound, statement.unit)


def _persons(statement: Statement) -> Hashable:
    return frozenset(frozenset(words(p.party.name)) for p in statement.persons)


def _places(statement: Statement) -> Hashable:
    return frozenset(words(place.name) for place in statement.places)


SAID: Mapping[DiscrepancyType, Said] = {
    DiscrepancyType.VALUE: _value,
    DiscrepancyType.DATE: lambda s: s.date.edtf.text if s.date else None,
    DiscrepancyType.STATUS: lambda s: s.status,
    DiscrepancyType.LEVEL: lambda s: words(s.level or ""),
    DiscrepancyType.ACTOR: _persons,
    DiscrepancyType.PLACE: _places,
}
"""What two statements say alike that stand on one side of a discrepancy of that type."""


def with_sources(record: Record, conflicts: Iterable[Conflict], facts: Mapping[str, Fact]) -> list[Conflict]:
    """``conflicts`` with the number of independent sources on each side, counted under ``facts``."""
    found = list(conflicts)
    wanted = dict.fromkeys(s.statement for c in found for f in c.discrepancy.facts if f in facts for s in facts[f].supports)
    statements = record.get_statements(wanted)
    leads = {document: group[0] for document, group in record.groups_of(s.document for s in statements.values()).items()}
    return [_counted(conflict, facts, statements, leads) for conflict in found]


def _counted(conflict: Conflict, facts: Mapping[str, Fact], statements: Mapping[str, Statement], leads: Mapping[str, str]) -> Conflict:
    def sources(side: str) -> int:
        own = statements.get(side)
        if own is None:
            return 1
        said = SAID[conflict.discrepancy.type]
        alike = [s for s in _under(conflict.discrepancy, side, facts, statements) if said(s) == said(own)]
        return len({leads.get(s.document, s.document) for s in (own, *alike)})

    return replace(conflict, left_sources=sources(conflict.discrepancy.left), right_sources=sources(conflict.discrepancy.right))


def _under(made: Discrepancy, side: str, facts: Mapping[str, Fact], statements: Mapping[str, Statement]) -> Iterable[Statement]:
    """The statements of the fact that ``side`` supports."""
    for name in made.facts:
        held = [support.statement for support in facts[name].supports] if name in facts else []
        if side in held:
            yield from (statements[identifier] for identifier in held if identifier in statements)
