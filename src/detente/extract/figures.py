"""Statements of the indicator kinds."""

from __future__ import annotations

from collections.abc import Iterator

from detente.model.reading import Reading
from detente.model.statement import Statement


def find_figures(reading: Reading) -> Iterator[Statement]:
    """The indicator statements of one document, in order of their start."""
    yield from ()
