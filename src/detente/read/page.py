"""A page made ready for boiling down: what trafilatura would throw away, or run together, is marked with private characters first."""

from __future__ import annotations

import re
from typing import Any

from detente.read.content import plain_line

CAPTION_MARK = "\ue0fe"
"""Set before a picture's caption, so that it can be told from a paragraph."""
BREAK_MARK = "\ue0fd"
"""Stands for a line break inside a block."""
_CAPTION_LIMIT = 600
_CAPTION_CLASS = re.compile(r"(?:^|[\s_-])(?:figcaption|caption)(?:$|[\s_-](?:text|body)?)", re.I)
_LAYOUT_CELL = 300
"""A cell with more text than this holds prose: its table is there for the looks."""
_LINKED = 0.8
"""A cell of which this share is links is a menu."""
_TABLE_TAGS = frozenset({"table", "tbody", "thead", "tr", "td", "th"})
_SHORT_LINE = 100
_FINAL = (".", "!", "?", "…", ":", ";", "”", '"')
_LINES = re.compile(rf"[^\S\n]*{BREAK_MARK}\s*")
_MARKS = re.compile(f"[{CAPTION_MARK}{BREAK_MARK}]")


def without_marks(source: str) -> str:
    """A page's source without the private characters that are used as marks here."""
    return _MARKS.sub("", source)


def prepare(page: Any) -> None:
    """Mark captions and line breaks in ``page``, and take apart tables that only place prose."""
    _open_layout_tables(page)
    _mark_captions(page)
    for line_break in list(page.iter("br")):
        line_break.tail = BREAK_MARK + (line_break.tail or "")
        line_break.drop_tag()


def _open_layout_tables(page: Any) -> None:
    for table in list(page.iter("table")):
        if any(len(cell.text_content()) > _LAYOUT_CELL for cell in table.iter("td")):
            for cell in [cell for cell in table.iter("td") if _is_menu(cell)]:
                cell.drop_tree()
            for part in list(table.iter()):
                if part.tag in _TABLE_TAGS:
                    part.tag = "div"


def _is_menu(cell: Any) -> bool:
    """Whether nearly all the words of a cell are links."""
    words = len(plain_line(cell.text_content()))
    linked = sum(len(plain_line(link.text_content())) for link in cell.iter("a"))
    return 0 < words <= _LAYOUT_CELL and linked >= _LINKED * words


def _mark_captions(page: Any) -> None:
    """Captions become marked paragraphs in the place of their picture."""
    for caption in list(page.iter()):
        is_caption = caption.tag == "figcaption" or _CAPTION_CLASS.search(caption.get("class") or "") is not None
        words = plain_line(caption.text_content()) if is_caption and isinstance(caption.tag, str) else ""
        if not 0 < len(words) <= _CAPTION_LIMIT or caption.tag in ("figure", "table"):
            continue
        picture = _picture(caption)
        parent = picture.getparent()
        if parent is None:
            continue
        mark = caption.makeelement("p")
        mark.text = CAPTION_MARK + words
        mark.tail = picture.tail
        parent.replace(picture, mark)


def _picture(caption: Any) -> Any:
    """The figure that ``caption`` stands in, else itself."""
    figure = caption
    while figure is not None and figure.tag != "figure":
        figure = figure.getparent()
    return caption if figure is None else figure


def lines(words: str) -> list[str]:
    """The paragraphs that line breaks make of a block: two in a row part them, one does where the line ends like a paragraph."""
    found: list[str] = []
    after_blank = True
    for part in _LINES.split(words):
        line = plain_line(part)
        if not line:
            after_blank = True
            continue
        if found and not after_blank and not _ends_paragraph(found[-1], line):
            found[-1] = f"{found[-1]} {line}"
        else:
            found.append(line)
        after_blank = False
    return found


def _ends_paragraph(before: str, line: str) -> bool:
    return not line[:1].islower() and (before.endswith(_FINAL) or len(before) < _SHORT_LINE)
