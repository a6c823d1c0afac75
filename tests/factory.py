"""Documents and statements made by hand, for tests of what happens after extraction."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from detente.model.document import Block, BlockKind, Document, Layout, PublishedBasis
from detente.model.edtf import Edtf
from detente.model.identity import statement_id
from detente.model.mention import Bound, Party, PlaceMention
from detente.model.reading import Extraction
from detente.model.span import Span
from detente.model.statement import Attribution, FactKind, Participant, StatedDate, Statement, Status
from detente.pipeline.reconciling import bring_up_to_date
from detente.reconcile.copies import sketch
from detente.store.base import FileEntry, Outcome, TakenFile
from detente.store.sqlite import create_sqlite

NAMES = {"USA": "United States", "VNM": "Vietnam", "ETH": "Ethiopia", "ERI": "Eritrea", "CHN": "China"}

FACTS = {
    "agreement_signed": FactKind.AGREEMENT,
    "memorandum_signed": FactKind.AGREEMENT,
    "figure": FactKind.INDICATOR,
    "commitment": FactKind.COMMITMENT,
    "partnership_established": FactKind.PARTNERSHIP,
    "partnership_elevated": FactKind.PARTNERSHIP,
    "partnership_downgraded": FactKind.PARTNERSHIP,
    "office_holder": FactKind.TENURE,
}


def document(text: str, path: str = "a.txt", published: str | None = "2024-05-06", title: str | None = None) -> Document:
    """A plain-text document whose paragraphs are its lines."""
    digest = sha256(text.encode()).hexdigest()
    blocks, start = [], 0
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        blocks.append(Block(Span(start, start + len(line.rstrip())), BlockKind.PARAGRAPH, paragraph=number))
        start += len(line)
    return Document(
        id=digest[:16],
        path=path,
        sha256=digest,
        text=text,
        title=title,
        published=Edtf.parse(published) if published else None,
        published_basis=PublishedBasis.GIVEN if published else None,
        blocks=tuple(blocks),
    )


def statement(doc: Document, quote: str, kind: str, sides: str, date: str | None = None, **more: Any) -> Statement:
    """What ``quote`` says. ``sides`` is "USA>VNM" for one toward the other and "USA,VNM" for what both do together."""
    start = doc.text.index(quote)
    span = Span(start, start + len(quote))
    source, _, target = sides.partition(">")
    fact = more.pop("fact", FACTS.get(kind, FactKind.EVENT))
    persons = tuple(_person(name, span) for name in more.pop("persons", ()))
    places = tuple(PlaceMention(span, name, None) for name in more.pop("places", ()))
    bound = Bound(more.pop("bound")) if "bound" in more else (Bound.EXACT if "value" in more else None)
    due = Edtf.parse(more.pop("due")) if "due" in more else None
    said = Attribution(more.pop("by"), span) if "by" in more else None
    basis = more.pop("basis", "stated")
    apart = (more.get("series"), more.get("value"), str(due))
    return Statement(
        id=statement_id(doc.sha256, fact, kind, span, *apart),
        document=doc.sha256,
        fact=fact,
        kind=kind,
        span=span,
        quote=quote,
        rule="by_hand",
        confidence=1.0,
        source=_sides(source, span),
        target=_sides(target or source, span),
        persons=persons,
        places=places,
        date=StatedDate(Edtf.parse(date), basis, span) if date else None,
        status=Status(more.pop("status", "happened")),
        attribution=said,
        bound=bound,
        due=due,
        **more,
    )


def extraction(doc: Document, *statements: Statement) -> Extraction:
    """What extraction would answer."""
    return Extraction(doc, Layout(doc.blocks, ()), (), tuple(sorted(statements, key=lambda s: s.span)))


def moved(doc: Document, path: str) -> Document:
    """The same document under another path."""
    return replace(doc, path=path)


def _person(name: str, span: Span) -> Participant:
    """A person written "name", "name/country" or "name/country/office"."""
    who, country, office = (*name.split("/"), "", "")[:3]
    return Participant(Party(who, country or None, office or None), span)


def _sides(codes: str, span: Span) -> tuple[Participant, ...]:
    return tuple(Participant(Party(NAMES.get(code, code), code), span) for code in codes.split(",") if code)


def keep(path: Path, parties: tuple[str, str], *taken: tuple[Extraction, str]) -> Path:
    """A record at ``path`` that took in each extraction at its time, with its facts."""
    with create_sqlite(path, parties) as record:
        for extracted, at in taken:
            doc = extracted.document
            entry = FileEntry(doc.path or "", doc.sha256, "c1", Outcome.USED, documents=(doc.sha256,))
            record.put_file(TakenFile(entry, (extracted,), (sketch(doc.text),)), at)
        bring_up_to_date(record, anew=True)
    return path
