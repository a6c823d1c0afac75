"""What the record was built from."""

from __future__ import annotations

from detente.ask.views import Sources
from detente.store.base import Record


def sources(record: Record) -> Sources:
    """Documents with how much rests on them, files refused or failed, and which documents are copies of one text."""
    raise NotImplementedError
