"""Everything under one identifier."""

from __future__ import annotations

from detente.ask.views import Shown
from detente.store.base import Record


def show(record: Record, identifier: str) -> Shown:
    """What ``identifier`` (or a beginning of it that only one thing has) stands for. Raises UsageError where none or several do."""
    raise NotImplementedError
