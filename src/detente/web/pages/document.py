"""A document's text with what was read in it marked, and its statements beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from detente.ask.show import show
from detente.ask.views import DocumentSummary
from detente.model.errors import UsageError
from detente.model.fact import Fact
from detente.model.statement import Statement
from detente.publish.plain import flows
from detente.rules.tone import tone
from detente.web.page import Page, View

_BLANK = re.compile(r"\n[ \t\r]*\n\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text that the same statements cover; none where the text is plain."""

    text: str
    statements: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    """The statements whose first characters these are: what a link leads to."""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch between blank lines."""

    pieces: tuple[Piece, ...]
    flows: bool = False
    """Whether its lines end only because they were full, so that it is set anew in the width at hand."""
    page: int | None = None
    """The page that begins with it, where the document has pages."""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of the document with the fact that it supports."""

    statement: Statement
    fact: Fact
    tone: str
    number: int
    """From 1, in the order of the text."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document's page."""

    document: DocumentSummary
    said: tuple[Said, ...]
    paragraphs: tuple[Paragraph, ...]
    media_type: str = "text/plain"


def page(view: View, identifier: str) -> Page:
    """The page of a document. Raises UsageError where there is none."""
    shown = show(view.record, identifier)
    if shown.document is None:
        raise UsageError(f"{identifier} is no document")
    whole = view.record.document(shown.document.sha256)
    facts = {support.statement: fact for fact in shown.facts for support in fact.supports}
    statements = sorted((e.statement for e in shown.evidence if e.statement.id in facts), key=lambda s: (s.span.start, -s.span.end, s.id))
    said = tuple(Said(s, facts[s.id], tone(s.plover, s.status).value, number) for number, s in enumerate(statements, 1))
    pages = {block.span.start: block.page for block in whole.blocks if block.page is not None}
    body = Reading(shown.document, said, paragraphs(whole.text, statements, pages), whole.media_type)
    return Page("sources", "document.page.html", shown.document.title or shown.document.id, body)


def paragraphs(text: str, statements: Sequence[Statement], pages: Mapping[int, int] = MappingProxyType({})) -> tuple[Paragraph, ...]:
    """``text`` between its blank lines, each stretch cut where a statement begins or ends. ``pages`` says which page begins where."""
    found: list[Paragraph] = []
    turned: int | None = None
    for start, end in _stretches(text):
        inside = [s for s in statements if s.span.start < end and s.span.end > start]
        edges = sorted({start, end, *(e for s in inside for e in (s.span.start, s.span.end) if start < e < end)})
        pieces = tuple(_piece(text, left, right, inside) for left, right in pairwise(edges))
        number = max((at for at in pages if at <= start), default=None)
        here = None if number is None else pages[number]
        found.append(Paragraph(pieces, flows(text[start:end]), here if here != turned else None))
        turned = here
    return tuple(found)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for match in _BLANK.finditer(text):
        if text[at : match.start()].strip():
            yield at, match.start()
        at = match.end()
    if text[at:].strip():
        yield at, len(text)


def _piece(text: str, left: int, right: int, inside: Sequence[Statement]) -> Piece:
    over = [s for s in inside if s.span.start <= left and s.span.end >= right]
    closest = min(over, key=lambda s: (s.span.end - s.span.start, s.id), default=None)
    hue = tone(closest.plover, closest.status).value if closest else ""
    return Piece(text[left:right], tuple(s.id for s in over), tuple(s.id for s in over if s.span.start == left), hue)
