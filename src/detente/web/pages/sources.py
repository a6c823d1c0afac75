"""What the record was built from, what became of each file, and how much rests on it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from detente.ask.bits import numbers_of
from detente.ask.catalog import Choice
from detente.ask.views import FileProblem, SourceUse
from detente.web.page import Page, View
from detente.web.pages.chronology import TOLD
from detente.web.snapshot import Snapshot

SIZE = 100
"""Documents on a page."""


OUTLETS = 40
"""Outlets whose coverage is listed, those that tell most."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """What one outlet tells of the dated events that happened."""

    name: str
    documents: int
    told: int
    within: int
    """Events between the first and the last that it tells: what it could have told."""
    first: int
    """Events that nobody told before it, as far as the documents are dated."""
    alone: int
    """Events that it alone tells."""


@dataclass(frozen=True, slots=True)
class SourcesShown:
    """A page of the documents, and the files that gave none."""

    files: int
    used: int
    duplicates: int
    total: int
    pages: int
    documents: tuple[SourceUse, ...]
    outlets: tuple[Outlet, ...]
    refused: tuple[FileProblem, ...]
    failed: tuple[FileProblem, ...]


def page(view: View) -> Page:
    """The documents, those that tell most first."""
    held = view.snapshot.sources(view.record)
    listed = view.snapshot.kept("documents in order", lambda: sorted(held.documents, key=_order))
    pages = max(1, -(-len(listed) // SIZE))
    start = (min(view.selection.page, pages) - 1) * SIZE
    body = SourcesShown(
        files=held.files,
        used=held.used,
        duplicates=held.duplicates,
        total=len(listed),
        pages=pages,
        documents=tuple(listed[start : start + SIZE]),
        outlets=view.snapshot.kept("outlets", lambda: _outlets(view.snapshot)) if view.selection.page == 1 else (),
        refused=held.refused,
        failed=held.failed,
    )
    return Page("sources", "sources.page.html", "Sources", body)


def _order(use: SourceUse) -> tuple[bool, int, str, str]:
    return use.superseded, -use.facts, use.document.path or "", use.document.sha256


def _outlets(snapshot: Snapshot) -> tuple[Outlet, ...]:
    """Who tells, who omits, who was first, by outlet; documents without one are left out."""
    catalog, documents = snapshot.catalog, snapshot.documents
    asked = Choice(values={"fact": TOLD, "status": ("happened", "ongoing")}, undated=False)
    real = catalog.select(asked)
    masks: dict[str, int] = defaultdict(int)
    papers: Counter[str] = Counter()
    for sha256, held in catalog.values("source").items():
        outlet = documents[sha256].outlet if sha256 in documents else None
        if outlet and held & real:
            masks[outlet] |= held & real
            papers[outlet] += 1
    first: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    for entry in catalog.page(real):
        tellers = {d: documents[d] for d in entry.documents if d in documents and documents[d].outlet}
        dated = [(d.published.latest, d.outlet) for d in tellers.values() if d.published and d.published.latest]
        earliest = min((day for day, _ in dated), default=None)
        first.update({outlet for day, outlet in dated if day == earliest and outlet})
        outlets = {d.outlet for d in tellers.values() if d.outlet}
        alone.update(outlets if len(outlets) == 1 and len(tellers) == len(entry.documents) else ())
    found = []
    for name, mask in masks.items():
        numbers = numbers_of(mask)
        between = ((1 << (numbers[-1] + 1)) - (1 << numbers[0])) & real
        found.append(Outlet(name, papers[name], mask.bit_count(), between.bit_count(), first[name], alone[name]))
    return tuple(sorted(found, key=lambda one: (-one.told, one.name))[:OUTLETS])
