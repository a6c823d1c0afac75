"""What happened, in order."""

from __future__ import annotations

from detente.ask.views import EVERYTHING, ChronologyLine, Filters
from detente.store.base import Record


def chronology(record: Record, filters: Filters = EVERYTHING) -> tuple[ChronologyLine, ...]:
    """Events, partnership changes and agreements in order of time, undated ones last; ``filters.kinds`` can ask for other facts."""
    raise NotImplementedError
