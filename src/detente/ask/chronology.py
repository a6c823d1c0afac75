"""What happened, in order."""

from __future__ import annotations

from detente.ask.evidence import Library
from detente.ask.facts import day, known, told
from detente.ask.views import EVERYTHING, ChronologyLine, Filters
from detente.model.fact import Discrepancy
from detente.store.base import Record


def chronology(record: Record, filters: Filters = EVERYTHING) -> tuple[ChronologyLine, ...]:
    """Events, partnership changes and agreements in order of time, undated ones last; ``filters.kinds`` can ask for other facts."""
    kept = told(record, filters)
    names = {fact.id for fact in kept}
    if filters.known_on is None:
        discrepancies: tuple[Discrepancy, ...] = record.discrepancies_of(names)
    else:
        discrepancies = tuple(d for d in known(record, filters.known_on)[1] if names & set(d.facts))
    library = Library(record, filters.known_on and day(filters.known_on))
    library.fetch(kept, discrepancies)
    conflicts = library.conflicts_by_fact(discrepancies)
    return tuple(ChronologyLine(fact, library.of(fact), conflicts.get(fact.id, ())) for fact in kept)
