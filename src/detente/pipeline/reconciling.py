"""From the statements that a record holds to its facts."""

from __future__ import annotations

from collections.abc import Sequence

from detente.model.fact import Discrepancy, Fact
from detente.reconcile.cases import DocumentInfo
from detente.reconcile.copies import groups
from detente.reconcile.reconciling import reconcile
from detente.store.base import Record

Derived = tuple[tuple[Fact, ...], tuple[Discrepancy, ...], list[tuple[str, ...]]]


def reconcile_record(record: Record, parties: Sequence[str], known_on: str | None = None) -> Derived:
    """Facts, discrepancies and groups of copies, from what the record holds (at the end of the day ``known_on``)."""
    copies = groups(record.sketches(known_on))
    lead = {document: group[0] for group in copies for document in group}
    received: dict[str, str] = {}
    for holding in record.holdings():
        received[holding.document] = min(received.get(holding.document, holding.since), holding.since)
    documents = {
        d.sha256: DocumentInfo(d.sha256, d.published, received.get(d.sha256, ""), lead.get(d.sha256, d.sha256))
        for d in record.documents(known_on)
    }
    reconciled = reconcile(record.statements(known_on), documents, parties)
    return reconciled.facts, reconciled.discrepancies, copies
