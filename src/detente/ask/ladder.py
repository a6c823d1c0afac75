"""The level of the relationship through time."""

from __future__ import annotations

from detente.ask.views import LadderRung
from detente.store.base import Record


def ladder(record: Record, known_on: str | None = None) -> tuple[LadderRung, ...]:
    """Every level the relationship stood at, from none on, in order of time."""
    raise NotImplementedError
