"""A document among files: what it is and the quotes taken from it, never its text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from detente.ask.evidence import block_at
from detente.ask.views import DocumentSummary, Evidence, SourceUse
from detente.model.document import Block
from detente.model.fact import Fact
from detente.model.statement import Statement
from detente.publish.evidence import document_name
from detente.rules.tone import tone
from detente.store.base import Record
from detente.web.page import Page
from detente.web.site.shelves import QUOTES
from detente.web.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote and the fact that it supports."""

    told: Evidence
    fact: Fact
    tone: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A page of a document."""

    document: DocumentSummary
    media_type: str
    grade: str
    group: int | None
    superseded: bool
    total: int
    pages: int
    quotes: tuple[Quoted, ...]


def supported(snapshot: Snapshot) -> dict[str, str]:
    """The published fact that each statement supports."""
    return {support.statement: entry.fact.id for entry in snapshot.catalog.entries for support in entry.fact.supports}


def quotes_by_document(record: Record, facts: Mapping[str, str]) -> dict[str, list[str]]:
    """The statements under published facts of each document, in the order of its text."""
    found: dict[str, list[str]] = defaultdict(list)
    for brief in record.briefs():
        if brief.statement in facts:
            found[brief.document].append(brief.statement)
    return {document: [s.id for s in _said(record, document, facts)] for document, held in found.items() if len(held) > QUOTES}


def pages(record: Record, snapshot: Snapshot, use: SourceUse, facts: Mapping[str, str]) -> Iterator[Page]:
    """The pages of one document: one, or as many as its quotes need."""
    whole = record.document(use.document.sha256)
    said = _said(record, use.document.sha256, facts)
    count = max(1, -(-len(said) // QUOTES))
    for number in range(count):
        held = said[number * QUOTES : (number + 1) * QUOTES]
        quotes = tuple(_quoted(s, use.document, snapshot.facts[facts[s.id]], whole.blocks) for s in held)
        body = Cited(use.document, whole.media_type, use.grade, use.group, use.superseded, len(said), count, quotes)
        yield Page("sources", "cited.page.html", document_name(use.document), body)


def _said(record: Record, document: str, facts: Mapping[str, str]) -> list[Statement]:
    return sorted((s for s in record.statements_of(document) if s.id in facts), key=lambda s: (s.span.start, -s.span.end, s.id))


def _quoted(said: Statement, document: DocumentSummary, fact: Fact, blocks: Sequence[Block]) -> Quoted:
    block = block_at(blocks, said.span.start)
    told = Evidence(said, document, "", said.quote, "", block.page if block else None)
    return Quoted(told, fact, tone(said.plover, said.status).value)
