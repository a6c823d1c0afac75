"""Time expressions as they are written, before anything is resolved."""

from __future__ import annotations

from detente.model.document import Document, Layout
from detente.model.timeparse import TimeCandidate


def find_times(document: Document, layout: Layout) -> tuple[TimeCandidate, ...]:
    """Every time expression in ``document``, in order, none overlapping."""
    return ()
