"""Figures through time."""

from __future__ import annotations

from detente.ask.views import SeriesView
from detente.store.base import Record


def series(record: Record, known_on: str | None = None) -> tuple[SeriesView, ...]:
    """Every indicator series, those with most points first."""
    raise NotImplementedError
