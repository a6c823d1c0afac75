"""Where documents disagree."""

from __future__ import annotations

from detente.ask.evidence import Library
from detente.ask.sides import with_sources
from detente.ask.views import Conflict
from detente.model.fact import Grade
from detente.store.base import Record

ORDER = (Grade.CONTRADICTION, Grade.REPORTER, Grade.SCOPE, Grade.CLOCK, Grade.ROUNDING, Grade.PRECISION)
"""From what a reader must settle to what explains itself."""

EXPLAINED = frozenset({Grade.ROUNDING, Grade.PRECISION})


def conflicts(record: Record, explained: bool = False) -> tuple[Conflict, ...]:
    """Discrepancies, the most important first, those that a person settled after all others.

    Those that precision or rounding explains come only when asked for.
    """
    kept = [d for d in record.discrepancies() if explained or d.grade not in EXPLAINED]
    facts = record.get_facts(fact for d in kept for fact in d.facts)
    library = Library(record)
    library.fetch((), kept)
    weights = {d.id: max((facts[f].importance for f in d.facts if f in facts), default=0.0) for d in kept}
    found = [library.conflict(d, weights[d.id]) for d in kept]
    whole = with_sources(record, (conflict for conflict in found if conflict is not None), facts)
    return tuple(sorted(whole, key=lambda c: (c.settled is not None, ORDER.index(c.discrepancy.grade), -c.importance, c.discrepancy.id)))
