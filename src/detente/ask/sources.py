"""What the record was built from."""

from __future__ import annotations

from detente.ask.evidence import Library
from detente.ask.views import FileProblem, Sources, SourceUse
from detente.store.base import FileEntry, Outcome, Record


def sources(record: Record) -> Sources:
    """Documents with how much rests on them, files refused or failed, and which documents are copies of one text."""
    library = Library(record)
    entries = list(record.files())
    groups = record.groups()
    number = {document: index for index, group in enumerate(groups, 1) for document in group}
    use = {document: (statements, facts) for document, statements, facts in record.use()}
    held = tuple(
        SourceUse(summary, *use.get(sha256, (0, 0)), number.get(sha256), grade=library.ruled.grades.get(sha256, ""))
        for sha256, summary in sorted(library.held.items())
    )
    gone = sorted({holding.document for holding in record.holdings()} - set(library.held))
    superseded = tuple(SourceUse(library.document(sha256), 0, 0, None, True) for sha256 in gone)
    used = [entry for entry in entries if entry.outcome is Outcome.USED]
    duplicates = _duplicates(used)
    return Sources(
        documents=tuple(sorted(held + superseded, key=lambda use: (use.document.path or "", use.document.sha256))),
        files=len(entries),
        used=len(used) - duplicates,
        duplicates=duplicates,
        refused=_problems(entries, Outcome.REFUSED),
        failed=_problems(entries, Outcome.FAILED),
        groups=groups,
    )


def _duplicates(used: list[FileEntry]) -> int:
    """Files all of whose documents another file, first by path, brought too."""
    brought: set[str] = set()
    duplicates = 0
    for entry in used:
        duplicates += bool(entry.documents) and brought.issuperset(entry.documents)
        brought.update(entry.documents)
    return duplicates


def _problems(entries: list[FileEntry], outcome: Outcome) -> tuple[FileProblem, ...]:
    return tuple(FileProblem(e.path, outcome.value, e.reason, e.advice) for e in entries if e.outcome is outcome)
