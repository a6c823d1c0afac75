"""Finding facts and passages by words and by fields."""

from __future__ import annotations

from detente.ask.views import EVERYTHING, Filters, Found
from detente.store.base import Record


def find(record: Record, query: str = "", filters: Filters = EVERYTHING, limit: int = 50) -> tuple[Found, ...]:
    """Facts whose quotes hold all words of ``query`` (case and diacritics aside) and pass ``filters``, then passages of documents."""
    raise NotImplementedError
