"""What the record was built from, what became of each file, and how much rests on it."""

from __future__ import annotations

from dataclasses import dataclass

from detente.ask.views import FileProblem, SourceUse
from detente.web.page import Page, View

SIZE = 200
"""Documents on a page."""


@dataclass(frozen=True, slots=True)
class SourcesShown:
    """A page of the documents, and the files that gave none."""

    files: int
    used: int
    duplicates: int
    total: int
    pages: int
    documents: tuple[SourceUse, ...]
    refused: tuple[FileProblem, ...]
    failed: tuple[FileProblem, ...]


def page(view: View) -> Page:
    """The documents, those that tell most first."""
    held = view.snapshot.sources(view.record)
    listed = sorted(held.documents, key=lambda use: (use.superseded, -use.facts, use.document.path or "", use.document.sha256))
    pages = max(1, -(-len(listed) // SIZE))
    start = (min(view.selection.page, pages) - 1) * SIZE
    body = SourcesShown(
        files=held.files,
        used=held.used,
        duplicates=held.duplicates,
        total=len(listed),
        pages=pages,
        documents=tuple(listed[start : start + SIZE]),
        refused=held.refused,
        failed=held.failed,
    )
    return Page("sources", "sources.page.html", "Sources", body)
