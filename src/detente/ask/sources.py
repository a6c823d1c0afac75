"""What the record was built from."""

from __future__ import annotations

from collections import Counter

from detente.ask.evidence import Library
from detente.ask.views import FileProblem, Sources, SourceUse
from detente.store.base import FileEntry, Outcome, Record


def sources(record: Record) -> Sources:
    """Documents with how much rests on them, files refused or failed, and which documents are copies of one text."""
    library = Library(record)
    entries = list(record.files())
    groups = record.groups()
    number = {document: index for index, group in enumerate(groups, 1) for document in group}
    said = Counter(statement.document for statement in record.statements())
    supporting = _facts_by_document(record)
    held = tuple(
        SourceUse(summary, said[sha256], supporting[sha256], number.get(sha256)) for sha256, summary in sorted(library.held.items())
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


def _facts_by_document(record: Record) -> Counter[str]:
    documents = {statement.id: statement.document for statement in record.statements()}
    found: Counter[str] = Counter()
    for fact in record.facts():
        found.update({documents[support.statement] for support in fact.supports if support.statement in documents})
    return found


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
