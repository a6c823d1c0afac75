"""Numbers with units and bounds."""

from __future__ import annotations

from detente.model.document import Document, Layout
from detente.model.mention import Quantity, TimeMention


def find_quantities(document: Document, layout: Layout, times: tuple[TimeMention, ...]) -> tuple[Quantity, ...]:
    """Every quantity in ``document``; numbers that are part of a time are none."""
    return ()
