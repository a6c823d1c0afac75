"""What happened, in order."""

from __future__ import annotations

from detente.ask.evidence import Library
from detente.ask.facts import chosen, day, known
from detente.ask.views import EVERYTHING, ChronologyLine, Filters
from detente.store.base import Record


def chronology(record: Record, filters: Filters = EVERYTHING) -> tuple[ChronologyLine, ...]:
    """Events, partnership changes and agreements in order of time, undated ones last; ``filters.kinds`` can ask for other facts."""
    facts, discrepancies = known(record, filters.known_on)
    kept = chosen(facts, filters)
    library = Library(record, filters.known_on and day(filters.known_on))
    library.fetch(kept, discrepancies)
    conflicts = library.conflicts_by_fact(discrepancies)
    return tuple(ChronologyLine(fact, library.of(fact), conflicts.get(fact.id, ())) for fact in kept)
