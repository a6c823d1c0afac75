"""Whether the record keeps its promises."""

from __future__ import annotations

from detente.ask.views import VerifyReport
from detente.store.base import Record


def verify(record: Record) -> VerifyReport:
    """Span truth of every statement, counts, references, and that facts rebuilt from the statements are the facts held."""
    raise NotImplementedError
