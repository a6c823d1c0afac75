"""Where documents disagree."""

from __future__ import annotations

from detente.ask.views import Conflict
from detente.store.base import Record


def conflicts(record: Record, explained: bool = False) -> tuple[Conflict, ...]:
    """Discrepancies, the most important first. Those that precision or rounding explains come only when asked for."""
    raise NotImplementedError
