"""Where documents disagree."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from detente.ask.evidence import Library
from detente.ask.sides import with_sources
from detente.ask.views import Conflict
from detente.model.fact import Discrepancy, Grade
from detente.reconcile.rulings import Constraints, settled_words
from detente.store.base import Record

ORDER = (Grade.CONTRADICTION, Grade.REPORTER, Grade.SCOPE, Grade.CLOCK, Grade.ROUNDING, Grade.PRECISION)
"""From what a reader must settle to what explains itself."""

EXPLAINED = frozenset({Grade.ROUNDING, Grade.PRECISION})


AT_ONCE = 500
"""Discrepancies read at a time."""


def conflicts(record: Record, explained: bool = False, top: int | None = None) -> tuple[Conflict, ...]:
    """Discrepancies, the most important first, those that a person settled after all others; no more than ``top``.

    Those that precision or rounding explains come only when asked for. However many there are, little more is read than is answered.
    """
    library = Library(record)
    kept, weights = _first(record, library.ruled, [grade for grade in ORDER if explained or grade not in EXPLAINED], top)
    facts = record.get_facts(fact for d in kept for fact in d.facts)
    library.fetch((), kept)
    found = [library.conflict(d, weights[d.id]) for d in kept]
    return tuple(with_sources(record, (conflict for conflict in found if conflict is not None), facts))


def _first(record: Record, ruled: Constraints, grades: Sequence[Grade], top: int | None) -> tuple[list[Discrepancy], dict[str, float]]:
    """So many discrepancies in order, and the importance of each."""
    waiting: list[Discrepancy] = []
    settled: list[Discrepancy] = []
    weights: dict[str, float] = {}
    names = iter(record.weighed_discrepancies(grades))
    while (top is None or len(waiting) < top) and (some := dict(islice(names, AT_ONCE))):
        weights |= some
        for one in sorted(record.get_discrepancies(some), key=lambda d: (ORDER.index(d.grade), -some[d.id], d.id)):
            (waiting if settled_words(one, ruled) is None else settled).append(one)
    settled.sort(key=lambda d: (ORDER.index(d.grade), -weights[d.id], d.id))
    return [*waiting, *settled][:top], weights
