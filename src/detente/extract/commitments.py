"""Statements of the commitment kinds."""

from __future__ import annotations

from collections.abc import Iterator

from detente.model.reading import Reading
from detente.model.statement import Statement


def find_commitments(reading: Reading) -> Iterator[Statement]:
    """The commitment statements of one document, in order of their start."""
    yield from ()
