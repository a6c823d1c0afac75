"""Statements of the event, partnership and agreement kinds."""

from __future__ import annotations

from collections.abc import Iterator

from detente.model.reading import Reading
from detente.model.statement import Statement


def find_events(reading: Reading) -> Iterator[Statement]:
    """The event, partnership and agreement statements of one document, in order of their start."""
    yield from ()
