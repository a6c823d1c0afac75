"""PDF: paragraphs rebuilt from the lines on each page, running heads left out, words joined that a line end broke.

The stored text is what is built here; each block knows its page. What is joined or left out is decided by where the lines stand.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from detente.model.document import BlockKind
from detente.model.edtf import Edtf
from detente.model.errors import ReadError
from detente.model.span import Span
from detente.read.content import Content, TextBuilder, plain_line
from detente.read.limits import Limits
from detente.read.sniff import PDF
from detente.rules.layout import layout_rules

_HYPHENS = "-\u00ad\u2010\ufffe\x02"
_BROKEN = "\ufffe\x02"
"""What pdfium writes for a hyphen at a line end; it leaves the line break out."""
_PRINTED = re.compile(r"[^\r\n\ufffe\x02]*[\ufffe\x02]?")
_SOFT = "\u00ad"
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_ITEM = re.compile(r"(?:[•‣▪◦●·*–—-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)])\s")
_FIGURE = re.compile(r"[(+–-]?[$€£¥]?\d[\d.,]*%?\)?")
_ROW_FIGURES, _ROW_SHARE = 2, 0.4
"""A line of at least this many figures, and with this share of its words figures, is a row of a table."""
_GAP = 1.45
"""Lines further apart than this many line distances (the lower quartile on the page) belong to different paragraphs."""
_INDENT = 0.6
"""A first line indented by this share of its height or more opens a paragraph."""
_SHORT = 0.8
"""A line that fills less than this share of the column and ends a sentence closes its paragraph."""
_LARGER = 1.15
"""Type this much larger than the body is a heading."""
_RUNNING = 0.3
"""A line at the head or foot of at least two pages and this share of them is a running head (odd and even pages may differ)."""
_EDGE_LINES = 2
_HEADING_WORDS = 30


@dataclass(frozen=True, slots=True)
class _Line:
    """One printed line and where it stands (points, from the bottom left of the page)."""

    words: str
    page: int
    left: float
    right: float
    base: float
    size: float


def read_pdf(raw: bytes, path: str) -> Content:
    """The text of a PDF with its page map. Raises ReadError when it is locked, damaged, or holds pictures of text only."""
    pages, title, published = _open(raw, path)
    if not any(line.words for page in pages for line in page):
        raise ReadError(path, "no_text", "The pages are pictures with no text. Run OCR over it first.")
    pages = _without_running(pages)
    words = Counter(re.findall(r"[\w-]+", " ".join(line.words for page in pages for line in page).lower()))
    body = _body_size(pages)
    builder = TextBuilder()
    for page in pages:
        for lines in _paragraphs(page):
            _add(builder, lines, body, words)
    span = _title_span(builder)
    return Content(builder.text, PDF, tuple(builder.blocks), title or (span.of(builder.text) if span else None), span, None, published)


def _open(raw: bytes, path: str) -> tuple[list[list[_Line]], str | None, Edtf | None]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise ReadError(path, "encrypted", "The PDF is locked with a password. Save a copy without one.") from error
        raise ReadError(path, "damaged", "The PDF is cut short or damaged. Fetch it again.") from error
    try:
        about = document.get_metadata_dict()
        pages = []
        size = 0
        for number in range(len(document)):
            pages.append(_page(document, number))
            size += sum(len(line.words) for line in pages[-1])
            if size > Limits.current().text:
                raise ReadError(path, "too_large", "Its text is longer than a document may be; split it, or set DETENTE_MAX_MB.")
        return pages, plain_line(about.get("Title", "")) or None, _date(about.get("CreationDate", ""))
    finally:
        document.close()


def _page(document: Any, number: int) -> list[_Line]:
    """The lines of one page; a page that cannot be loaded counts as empty, the others are read."""
    import pypdfium2

    try:
        page = document[number]
        words = page.get_textpage()
    except pypdfium2.PdfiumError:
        return []
    count = words.count_chars()
    text = words.get_text_range(0, count) if count > 0 else ""
    boxes = words.get_charbox if len(text) == count else None
    lines = [_line(match, number + 1, boxes) for match in _PRINTED.finditer(text) if match[0].strip()]
    words.close()
    page.close()
    return lines


def _line(match: re.Match[str], page: int, boxes: Any) -> _Line:
    """A printed line with the place of its first and last letters; all zero where the page does not tell."""
    printed = match[0]
    start = match.start() + len(printed) - len(printed.lstrip())
    end = match.start() + len(printed.rstrip().rstrip(_BROKEN)) - 1
    first = boxes(start, loose=True) if boxes else (0.0, 0.0, 0.0, 0.0)
    last = boxes(max(start, end), loose=True) if boxes else (0.0, 0.0, 0.0, 0.0)
    return _Line(printed.strip(), page, first[0], last[2], first[1], first[3] - first[1])


def _without_running(pages: list[list[_Line]]) -> list[list[_Line]]:
    """Page numbers and heads that come back page after page are no part of the text."""
    edges: Counter[str] = Counter()
    for page in pages:
        edges.update({_shape(line) for line in _edge(page)})
    often = max(2, _RUNNING * len(pages))
    kept = []
    for page in pages:
        drop = {id(line) for line in _edge(page) if edges[_shape(line)] >= often or (len(pages) > 1 and _is_number(line))}
        kept.append([line for line in page if id(line) not in drop])
    return kept


def _edge(page: list[_Line]) -> list[_Line]:
    return page[:_EDGE_LINES] + page[max(_EDGE_LINES, len(page) - _EDGE_LINES) :]


def _shape(line: _Line) -> str:
    return re.sub(r"\d+", "#", line.words.lower())


def _is_number(line: _Line) -> bool:
    return re.fullmatch(r"[-–—\s]*(?:page\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?[-–—\s]*", line.words, re.I) is not None


def _body_size(pages: list[list[_Line]]) -> float:
    """The height of the type that most characters are set in."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[round(line.size, 1)] += len(line.words)
    return max(sizes.items(), key=lambda item: (item[1], item[0]))[0] if sizes else 0.0


def _paragraphs(page: list[_Line]) -> list[list[_Line]]:
    steps = sorted(a.base - b.base for a, b in pairwise(page) if a.base > b.base)
    step = steps[len(steps) // 4] if steps else 0.0
    column = max((line.right for line in page), default=0.0)
    found: list[list[_Line]] = []
    for line in page:
        if found and _same(found[-1], line, step, column):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _same(lines: list[_Line], line: _Line, step: float, column: float) -> bool:
    """Whether ``line`` belongs to the paragraph of ``lines``."""
    last, first = lines[-1], lines[0]
    if not line.size or not last.size:
        return not last.words.endswith((".", "?", "!"))
    if abs(line.size - last.size) > (_LARGER - 1) * last.size or _ITEM.match(line.words):
        return False
    if _is_row(line.words) or _is_row(last.words):
        return False
    drop = last.base - line.base
    if drop < 0:
        return line.words[:1].islower()
    if step and drop > _GAP * max(step, last.size):
        return False
    hanging = _ITEM.match(first.words) is not None
    if line.left - last.left > _INDENT * line.size and not (hanging and len(lines) == 1):
        return False
    full = last.right - first.left >= _SHORT * (column - first.left)
    return full or not last.words.endswith((".", "?", "!", ":", "”", '"'))


def _is_row(words: str) -> bool:
    """Whether a line is a row of figures rather than prose."""
    parts = words.split()
    figures = sum(_FIGURE.fullmatch(part) is not None for part in parts)
    return figures >= _ROW_FIGURES and figures >= _ROW_SHARE * len(parts)


def _add(builder: TextBuilder, lines: list[_Line], body: float, words: Counter[str]) -> None:
    text = lines[0].words
    for line in lines[1:]:
        text = _join(text, line.words, words)
    large = body > 0 and lines[0].size > _LARGER * body and len(text.split()) <= _HEADING_WORDS
    kind = BlockKind.PARAGRAPH
    if large:
        kind = BlockKind.HEADING
        if not any(b.kind in (BlockKind.TITLE, BlockKind.PARAGRAPH) for b in builder.blocks) and lines[0].page == 1:
            kind = BlockKind.TITLE
    elif len(lines) == 1 and _is_row(text):
        kind = BlockKind.TABLE_ROW
    elif _ITEM.match(text):
        kind = BlockKind.LIST_ITEM
    builder.add(text, kind, page=lines[0].page)


def _join(text: str, line: str, words: Counter[str]) -> str:
    """Two lines as one. A hyphen at the line end goes where the word is whole elsewhere, and stays where it is written with it."""
    if text[-1:] not in _HYPHENS or not text[-2:-1].isalpha() or not line[:1].isalpha():
        return f"{text} {line}"
    left, right = re.split(r"[^\w-]", text[:-1])[-1], re.split(r"[^\w-]", line)[0]
    if text[-1] in _SOFT:
        return text[:-1] + line
    written = words[f"{left}-{right}".lower()]
    whole = words[(left + right).lower()]
    compound = whole == 0 and left.lower() in layout_rules().compounds
    if line[:1].isupper() or written > whole or compound:
        return f"{text[:-1]}-{line}"
    return text[:-1] + line


def _title_span(builder: TextBuilder) -> Span | None:
    return next((b.span for b in builder.blocks if b.kind is BlockKind.TITLE), None)


def _date(created: str) -> Edtf | None:
    """The day in a PDF date ("D:20190503120000Z"), if it is one."""
    match = _DATE.match(created)
    if match is None:
        return None
    try:
        return Edtf.parse(date(int(match[1]), int(match[2]), int(match[3])).isoformat())
    except ValueError:
        return None
