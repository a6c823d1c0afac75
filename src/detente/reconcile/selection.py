"""Which statements are about two parties. Extraction knows no dyad; a record chooses."""

from __future__ import annotations

from collections.abc import Collection

from detente.model.statement import FactKind, Statement
from detente.rules.actors import heirs

ALONE = frozenset({FactKind.INDICATOR, FactKind.COMMITMENT, FactKind.TENURE})
"""Facts that are told of one party alone and still belong to the relationship: its figures, promises and office holders."""


def concerns(statement: Statement, parties: Collection[str]) -> bool:
    """Whether ``statement`` is about ``parties``: what one does to the other or both do, or a figure or promise of either."""
    named = _codes(statement, parties, with_persons=False)
    if set(parties) <= named:
        return True
    if statement.fact in ALONE:
        return bool(named) and named <= set(parties)
    return bool(named) and named <= set(parties) and set(parties) <= _codes(statement, parties, with_persons=True)


def _codes(statement: Statement, parties: Collection[str], with_persons: bool) -> set[str]:
    people = statement.persons if with_persons else ()
    codes = {p.party.country for p in (*statement.source, *statement.target, *people)}
    if with_persons:
        codes |= {place.country for place in statement.places}
    later = heirs()
    return {code if code in parties else later.get(code, code) for code in codes if code}
