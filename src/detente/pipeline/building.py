"""A record from a folder of documents: read, extract, keep, reconcile."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from detente.model.errors import UsageError
from detente.pipeline.parties import two_parties
from detente.pipeline.reconciling import bring_up_to_date
from detente.pipeline.taking import Job, bytes_sum, shown
from detente.pipeline.workers import take_all, worker_count
from detente.read.sources import STANDARD_INPUT, expand
from detente.rules.fingerprint import fingerprint
from detente.store.base import FileEntry, Outcome, Record, Run, TakenFile
from detente.store.locking import only_build
from detente.store.sqlite import create_sqlite

COMPACT_BELOW = 4 * 1024 * 1024
"""Records smaller than this are written anew in canonical order after each build, which costs a fraction of a second. A larger one is equal
by its digest, and by its bytes after a build with ``compact``."""

COMPACT_ANEW = 256 * 1024 * 1024
"""Where every fact was made anew, as by a first build, records smaller than this are written in canonical order as well."""

AT_ONCE = 100
"""So many files added to a record that was built before are kept in one transaction with the facts that follow from them."""

_TIME = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\dZ)?\Z")


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
    explained: int
    """Of the discrepancies: those that precision, rounding or a bound explains."""


def build(
    paths: Sequence[str],
    *,
    record: Path,
    between: tuple[str, str] | None = None,
    workers: int | None = None,
    at: str | None = None,
    compact: bool = False,
    progress: Callable[[Progress], None] | None = None,
) -> BuildReport:
    """Take ``paths`` (files, folders, globs) into the record at ``record``, made where there is none.

    Only new and changed files are read. ``between`` names the two parties (names or codes); a record that exists knows them.
    ``at`` is when the documents came in (ISO 8601); without it SOURCE_DATE_EPOCH, else now. Each file is kept as soon as it
    is done, so a build that was stopped goes on where it was; a few files added to a record that was built before are kept all at once or
    not at all. ``compact`` makes every fact anew and writes the file in canonical order, which a build does by itself only while that is
    quick. Raises UsageError and RecordError.
    """
    moment = arrival(at)
    codes = two_parties(between) if between is not None else ()
    with only_build(record), create_sqlite(record, codes) as held:
        config = fingerprint()
        jobs, kept, total = _jobs(paths, held, config)
        small = len(jobs) <= AT_ONCE and next(held.runs(), None) is not None
        with held.together() if small else nullcontext():
            held.put_run(Run(moment, version("detente"), config, held.parties))
            _take(held, jobs, moment, workers, progress or _silent, total)
            _step(progress, "reconcile", 0, 1)
            anew = bring_up_to_date(held, moment, compact, lambda done, of: _step(progress, "reconcile", done, of))
            _step(progress, "reconcile", 1, 1)
        if compact or record.stat().st_size < COMPACT_BELOW or (anew and record.stat().st_size < COMPACT_ANEW):
            held.compact()
        return _report(held, record, {shown(job.path) for job in jobs}, set(kept))


def arrival(at: str | None) -> str:
    """When documents come in, as ``YYYY-MM-DDThh:mm:ssZ``: ``at``, else SOURCE_DATE_EPOCH, else now. Raises UsageError."""
    if at is not None:
        if not _TIME.match(at):
            raise UsageError(f"{at!r} is no time; write YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ (UTC)")
        return at if "T" in at else f"{at}T00:00:00Z"
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _jobs(paths: Sequence[str], held: Record, config: str) -> tuple[list[Job], list[str], int]:
    """Files to take in, those that the record has already, and how many there are in all. What failed is tried again."""
    known = {entry.path: entry for entry in held.files() if entry.part_of is None}
    jobs: list[Job] = []
    kept: list[str] = []
    for source in expand(paths):
        digest = bytes_sum(source.path) if source.reason is None else None
        entry = known.get(shown(source.path))
        same = entry is not None and digest is not None and (entry.sha256, entry.config) == (digest, config)
        if same and entry is not None and entry.outcome is not Outcome.FAILED:
            kept.append(shown(source.path))
        else:
            jobs.append(Job(source.path, digest, config, source.reason, source.advice))
    return sorted(jobs, key=lambda job: job.path), sorted(kept), len(jobs) + len(kept)


def _take(held: Record, jobs: Sequence[Job], moment: str, workers: int | None, progress: Callable[[Progress], None], total: int) -> None:
    done = total - len(jobs)
    progress(Progress("read", done, total))
    count = 1 if any(job.path == STANDARD_INPUT for job in jobs) else worker_count(workers, len(jobs))
    for taken in take_all(jobs, count):
        try:
            held.put_file(taken, moment)
        except (UnicodeError, sqlite3.Error, ValueError) as error:
            said = shown(f"It could not be kept: {error}"[:300])
            held.put_file(TakenFile(replace(taken.entry, outcome=Outcome.FAILED, reason="error", advice=said, documents=())), moment)
        done += 1
        progress(Progress("read", done, total, taken.entry.path))


def _report(held: Record, record: Path, taken: set[str], kept: set[str]) -> BuildReport:
    """What became of the files that this build was given, and what the record now holds."""
    named = taken | kept
    entries = [entry for entry in held.files() if entry.path in named or entry.part_of in named]
    one, other = held.parties
    counts = held.counts()
    return BuildReport(
        record=record,
        parties=(one, other),
        files=len(entries),
        used=sum(entry.outcome is Outcome.USED for entry in entries),
        unchanged=sum(entry.outcome is Outcome.USED for entry in entries if entry.path in kept),
        refused=tuple(entry for entry in entries if entry.outcome is Outcome.REFUSED),
        failed=tuple(entry for entry in entries if entry.outcome is Outcome.FAILED),
        documents=counts["document"],
        statements=counts["statement"],
        facts=counts["fact"],
        discrepancies=counts["discrepancy"],
        explained=counts["discrepancy"] - counts["contradiction"],
    )


def _step(progress: Callable[[Progress], None] | None, stage: str, done: int, total: int) -> None:
    if progress is not None:
        progress(Progress(stage, done, total))


def _silent(progress: Progress) -> None:
    """Say nothing."""
