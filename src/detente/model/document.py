"""One source text, its metadata and its layout: what reading and segmenting hand on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from detente.model.edtf import Edtf
from detente.model.span import Span


class PublishedBasis(StrEnum):
    """How a document's publication date is known."""

    STATED = "stated"
    """In the text itself: a dateline, a header line, a crawl prefix."""
    METADATA = "metadata"
    """In the file: HTML meta tags, PDF or DOCX properties, an e-mail's Date header."""
    GIVEN = "given"
    """By whoever handed the document in."""
    INFERRED = "inferred"
    """Worked out from inside ("26-year journey" after 1995)."""


class BlockKind(StrEnum):
    """What a stretch of a document is. Only some of them are prose about the world (see ``PROSE``)."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    CAPTION = "caption"
    CREDIT = "credit"
    BYLINE = "byline"
    DATELINE = "dateline"
    """A line that only dates the document."""
    PREFIX = "prefix"
    """What a crawler glued before the text (" date 2025-07-08 Title")."""
    TABLE_ROW = "table_row"
    BOILERPLATE = "boilerplate"


PROSE = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION, BlockKind.TABLE_ROW})
"""Blocks that may state something about the world; the rest yield no statements."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the stored text with one role. Blocks are in order, do not overlap, and need not cover everything."""

    span: Span
    kind: BlockKind
    level: int | None = None
    """Heading depth from 1, where the format tells."""
    page: int | None = None
    """Page from 1, where the format has pages."""
    paragraph: int | None = None
    """Running number from 1 within the document."""


@dataclass(frozen=True, slots=True)
class Document:
    """One source text. Identity is the sha256 of the original bytes; the text never changes after reading."""

    id: str
    path: str | None
    sha256: str
    text: str
    title: str | None = None
    title_span: Span | None = None
    """Where the title stands in the text, if it does."""
    outlet: str | None = None
    published: Edtf | None = None
    published_basis: PublishedBasis | None = None
    published_span: Span | None = None
    """The characters that state the date, if they are in the text."""
    language: str | None = None
    media_type: str = "text/plain"
    blocks: tuple[Block, ...] = ()
    """Layout that the file format tells (HTML, DOCX, PDF). Segmenting completes it by reading the text."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, caption, heading, list entry or table row: the unit that statements are looked for in."""

    span: Span
    kind: BlockKind
    block: int
    """Index into ``Layout.blocks`` of the block it begins in. A sentence broken over a blank line reaches into the next."""
    headings: tuple[int, ...] = ()
    """Indexes into ``Layout.blocks`` of the headings it stands under, outermost first."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A document's text taken apart, by offsets only."""

    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Span, ...] = ()
    """Directly quoted speech, quotation marks included."""
