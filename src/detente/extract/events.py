"""Statements of the event kinds."""

from __future__ import annotations

from collections.abc import Iterator

from detente.model.reading import Reading
from detente.model.statement import Statement


def find_events(reading: Reading) -> Iterator[Statement]:
    """The event statements of one document, in order of their start."""
    yield from ()
