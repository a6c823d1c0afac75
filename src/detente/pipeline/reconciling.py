"""From the statements that a record holds to its facts."""

from __future__ import annotations

from collections.abc import Sequence

from detente.model.document import Document
from detente.model.fact import Discrepancy, Fact
from detente.pipeline.rulings import constraints_of
from detente.reconcile.cases import DocumentInfo
from detente.reconcile.copies import groups
from detente.reconcile.reconciling import reconcile
from detente.store.base import Record

Derived = tuple[tuple[Fact, ...], tuple[Discrepancy, ...], list[tuple[str, ...]]]


def reconcile_record(record: Record, parties: Sequence[str], known_on: str | None = None, published_by: str | None = None) -> Derived:
    """Facts, discrepancies and groups of copies, from what the record holds (at the end of the day ``known_on``).

    ``published_by`` leaves out what was published after the end of that day, or nobody knows when.
    """
    held = [d for d in record.documents(known_on) if published_by is None or _out_by(d, published_by)]
    chosen = {d.sha256 for d in held}
    copies = groups({document: runs for document, runs in record.sketches(known_on).items() if document in chosen})
    lead = {document: group[0] for group in copies for document in group}
    received: dict[str, str] = {}
    for holding in record.holdings():
        received[holding.document] = min(received.get(holding.document, holding.since), holding.since)
    documents = {d.sha256: DocumentInfo(d.sha256, d.published, received.get(d.sha256, ""), lead.get(d.sha256, d.sha256)) for d in held}
    reconciled = reconcile(
        (s for s in record.statements(known_on) if s.document in chosen), documents, parties, constraints_of(record, known_on)
    )
    return reconciled.facts, reconciled.discrepancies, copies


def _out_by(document: Document, day: str) -> bool:
    """Whether ``document`` had surely been published at the end of ``day``."""
    return document.published is not None and document.published.latest is not None and document.published.latest.isoformat() <= day
