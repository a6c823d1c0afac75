"""Which facts are published, and what pages ask of them."""

from __future__ import annotations

from dataclasses import replace

from detente.ask.catalog import Catalog
from detente.ask.views import Sources
from detente.model.fact import Fact, Review
from detente.store.base import Record
from detente.web.snapshot import Snapshot, take


def may_stand(fact: Fact, only_reviewed: bool) -> bool:
    """Whether a fact is published: never one that was set aside for another; one that nobody looked at only where those are wanted."""
    return fact.review is not Review.SET_ASIDE and not (only_reviewed and fact.review is Review.UNREVIEWED)


def published(record: Record, only_reviewed: bool = False) -> Snapshot:
    """The record's snapshot with the published facts alone: discrepancies, people, places and counts are those of them."""
    whole = take(record)
    kept = [entry for entry in whole.catalog.entries if may_stand(entry.fact, only_reviewed)]
    if len(kept) == len(whole.catalog):
        return whole
    catalog = Catalog(kept, whole.catalog.spelled)
    discrepancies = tuple(d for d in whole.discrepancies if all(fact in catalog.numbers for fact in d.facts))
    counts = {**whole.counts, "fact": len(kept), "discrepancy": len(discrepancies)}
    kept_sources = {"sources": _sources(whole.sources(record), catalog)}
    return replace(whole, catalog=catalog, discrepancies=discrepancies, counts=counts, _kept=kept_sources)


def _sources(held: Sources, catalog: Catalog) -> Sources:
    """Documents with the published facts that rest on each."""
    told = catalog.values("source")
    documents = tuple(replace(use, facts=told.get(use.document.sha256, 0).bit_count()) for use in held.documents)
    return replace(held, documents=documents)
