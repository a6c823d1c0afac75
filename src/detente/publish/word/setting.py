"""How the Word document looks: page, type, running feet; and bytes that do not depend on when it was made."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Row

BLUE, GREY = RGBColor(0x12, 0x4A, 0x80), RGBColor(0x55, 0x5D, 0x67)
ENTRY = "Chronology Entry"
"""The style of a line: its date hangs in a column of its own."""
DATE_COLUMN = Cm(3.6)
BODY = "Calibri"
SIZES = {"Title": 24, "Subtitle": 12, "Heading 1": 16, "Heading 2": 12.5}

_FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP file can name."""
_UNDATED = datetime(2000, 1, 1)


def prepare(document: Document, title: str, when: str) -> None:
    """Page, styles, running foot and properties of a new document."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.4)
    section.top_margin = section.bottom_margin = Cm(2.2)
    styles = document.styles
    normal = styles["Normal"]
    normal.font.name, normal.font.size = BODY, Pt(10.5)
    normal.paragraph_format.space_after = Pt(5)
    for name, size in SIZES.items():
        style = styles[name]
        style.font.name, style.font.size, style.font.color.rgb = BODY, Pt(size), BLUE if name != "Subtitle" else GREY
        _plain_face(style)
    entry = styles.add_style(ENTRY, WD_STYLE_TYPE.PARAGRAPH)
    entry.base_style = normal
    entry.paragraph_format.left_indent, entry.paragraph_format.first_line_indent = DATE_COLUMN, -DATE_COLUMN
    entry.paragraph_format.tab_stops.add_tab_stop(DATE_COLUMN)
    _foot(section.footer.paragraphs[0], f"{title}{f', {when}' if when else ''}")
    properties = document.core_properties
    properties.title, properties.author, properties.comments = f"{title}: a chronology with its sources", "detente", ""
    properties.created = properties.modified = _UNDATED
    properties.last_modified_by = "detente"


def repeat(row: _Row) -> None:
    """Let a table's first row stand on every page that the table runs over."""
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))


def settled(data: bytes) -> bytes:
    """The same file with the same bytes whenever it is written."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _FIRST_MOMENT), old.read(name), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _plain_face(style: Any) -> None:
    """The template's headings name a theme's face, which goes before the one that is set here."""
    fonts = style.element.rPr.rFonts
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)


def _foot(paragraph: Any, text: str) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(f"{text}  ·  ")
    run.font.size, run.font.color.rgb = Pt(8.5), GREY
    number = paragraph.add_run()
    number.font.size, number.font.color.rgb = Pt(8.5), GREY
    for kind, said in (("begin", ""), ("", "PAGE"), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = said
        number._r.append(element)
