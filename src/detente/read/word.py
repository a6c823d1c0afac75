"""DOCX: paragraphs, headings, lists and tables in the order of the document, with its properties."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from detente.model.document import BlockKind
from detente.model.edtf import Edtf
from detente.model.errors import ReadError
from detente.read.content import Content, TextBuilder, plain_line
from detente.read.limits import Limits
from detente.read.sniff import DOCX

_TEMPLATE_DATES = frozenset({"2013-12-23"})
"""The creation date of the template that python-docx copies into every new file: it dates no document."""
_BULLETS = "•·▪◦–—*- \t"


def read_docx(raw: bytes, path: str) -> Content:
    """The text of a Word document: headings by their style, lists, tables row by row, captions."""
    _check_archive(raw, path)
    document = _open(raw, path)
    builder = TextBuilder()
    for kind, words, level in _blocks(document):
        builder.add(words, kind, level)
    properties = document.core_properties
    span = next((b.span for b in builder.blocks if b.kind is BlockKind.TITLE), None)
    title = plain_line(properties.title or "") or (span.of(builder.text) if span else None)
    published = _date(properties.created)
    return Content(builder.text, DOCX, tuple(builder.blocks), title or None, span, None, published)


def _check_archive(raw: bytes, path: str) -> None:
    """Refuse a file that would unpack to more than memory should hold, before unpacking it."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
            body = archive.getinfo("word/document.xml").file_size
    except (zipfile.BadZipFile, KeyError, OSError, ValueError) as error:
        raise ReadError(path, "damaged", "The file is cut short or damaged. Fetch it again.") from error
    limits = Limits.current()
    if size > limits.unpacked or body > 4 * limits.text:
        raise ReadError(path, "too_large", "It unpacks to more than a document may hold (a ZIP bomb?).")


def _open(raw: bytes, path: str) -> Any:
    import docx
    from lxml.etree import LxmlError

    try:
        return docx.Document(io.BytesIO(raw))
    except (KeyError, ValueError, OSError, LxmlError, zipfile.BadZipFile, AttributeError, NotImplementedError, RuntimeError) as error:
        raise ReadError(path, "damaged", "The Word document cannot be opened; save it again from Word.") from error
    except Exception as error:
        if type(error).__module__.startswith(("docx", "zlib")):
            raise ReadError(path, "damaged", "The Word document is cut short or damaged. Fetch it again.") from error
        raise


def _blocks(document: Any) -> Iterator[tuple[BlockKind, str, int | None]]:
    for item in document.iter_inner_content():
        if hasattr(item, "rows"):
            yield from _rows(item)
        else:
            yield _paragraph(item)


def _paragraph(paragraph: Any) -> tuple[BlockKind, str, int | None]:
    """A paragraph's role from the name of its style; Word keeps these in English whatever the language of its menus."""
    style = (paragraph.style.name if paragraph.style is not None else "") or ""
    name = style.lower()
    if name == "title":
        return BlockKind.TITLE, paragraph.text, None
    if name.startswith("heading"):
        digits = "".join(c for c in name if c.isdigit())
        return BlockKind.HEADING, paragraph.text, int(digits[:1]) if digits else 1
    if name == "caption":
        return BlockKind.CAPTION, paragraph.text, None
    numbered = paragraph._p.pPr is not None and paragraph._p.pPr.numPr is not None
    if name.startswith("list") or numbered:
        return BlockKind.LIST_ITEM, paragraph.text.lstrip(_BULLETS), None
    return BlockKind.PARAGRAPH, paragraph.text, None


def _rows(table: Any) -> Iterator[tuple[BlockKind, str, int | None]]:
    """A row of cells is one block. A cell that spans columns is told once; a table used for layout (one cell) is prose."""
    for row in table.rows:
        cells: list[str] = []
        last = None
        for cell in row.cells:
            if cell._tc is not last:
                cells.append(plain_line(cell.text))
            last = cell._tc
        words = [cell for cell in cells if cell]
        if len(cells) == 1:
            yield from (_paragraph(paragraph) for paragraph in row.cells[0].paragraphs)
        else:
            yield BlockKind.TABLE_ROW, " | ".join(words), None


def _date(created: datetime | None) -> Edtf | None:
    if created is None or created.date().isoformat() in _TEMPLATE_DATES:
        return None
    return Edtf.parse(created.date().isoformat())
