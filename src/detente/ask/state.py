"""How things stood on a day."""

from __future__ import annotations

from detente.ask.views import State
from detente.store.base import Record


def state(record: Record, as_of: str, known_on: str | None = None) -> State:
    """The world as it stood at the end of ``as_of``, from what the record held at the end of ``known_on``.

    Raises UsageError where a date is no ``YYYY-MM-DD`` (a year or month stands for its last day).
    """
    raise NotImplementedError
