"""Every error detente raises on purpose. Each says what is wrong, where, and what to do."""

from __future__ import annotations

from pathlib import Path


class DetenteError(Exception):
    """Base of all errors a caller may want to catch."""


class ReadError(DetenteError):
    """A file could not be read into a document. ``reason`` is a short code, ``advice`` a sentence for people."""

    def __init__(self, path: Path | str, reason: str, advice: str) -> None:
        super().__init__(f"{path}: {reason}: {advice}")
        self.path = str(path)
        self.reason = reason
        self.advice = advice


class DataError(DetenteError):
    """A data file of detente's own is wrong: the file, the entry and what is wrong with it."""


class RecordError(DetenteError):
    """A record is missing, damaged, or of another version."""


class UsageError(DetenteError):
    """The caller asked for something that makes no sense (unknown party, bad date)."""


class ModelError(DetenteError):
    """The language model is missing or its weights are not the pinned ones."""
