"""A record from a folder of documents: read, extract, keep, reconcile."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from detente.store.base import FileEntry


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build has come."""

    stage: str
    """``read`` (files), then ``reconcile``, then ``write``."""
    done: int
    total: int
    subject: str = ""
    """The file just finished."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did. ``files == used + len(refused) + len(failed)``."""

    record: Path
    parties: tuple[str, str]
    files: int
    used: int
    unchanged: int
    """Of the used: those that were in the record already and were not read again."""
    refused: tuple[FileEntry, ...]
    failed: tuple[FileEntry, ...]
    documents: int
    statements: int
    """All that the documents say, about whomever."""
    facts: int
    """Those about the two parties."""
    discrepancies: int


def build(
    paths: Sequence[str],
    *,
    record: Path,
    between: tuple[str, str] | None = None,
    workers: int | None = None,
    at: str | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> BuildReport:
    """Take ``paths`` (files, folders, globs) into the record at ``record``, made where there is none.

    Only new and changed files are read. ``between`` names the two parties (names or codes); a record that exists knows them.
    ``at`` is when the documents came in (ISO 8601); without it SOURCE_DATE_EPOCH, else now. Each file is kept as soon as it
    is done, so a build that was stopped goes on where it was. Raises UsageError and RecordError.
    """
    raise NotImplementedError
