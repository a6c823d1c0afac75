"""How the Word document looks: page, type, running feet; and bytes that do not depend on when it was made."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt, RGBColor
from docx.table import Table, _Cell, _Row

from detente.publish.plain import shorten

BLUE, GREY = RGBColor(0x12, 0x4A, 0x80), RGBColor(0x55, 0x5D, 0x67)
ENTRY = "Chronology Entry"
"""The style of a line: its date hangs in a column of its own."""
DATE_COLUMN = Cm(3.6)
BODY = "Calibri"
SIZES = {"Title": 24, "Subtitle": 12, "Heading 1": 16, "Heading 2": 12.5}

LANGUAGE = "en-GB"
"""Of what detente writes; quotes stand as their documents have them."""
WORD_2013 = "15"
"""The compatibility mode of Word 2013 and all since: an older one shows in the title of the window."""
LONGEST_PROPERTY = 255
"""Characters that a property of the file may have."""

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
    entry.paragraph_format.keep_together = True
    _foot(section.footer.paragraphs[0], f"{title}{f', {when}' if when else ''}")
    properties = document.core_properties
    properties.title, properties.subject = _cut(f"{title}: a chronology with its sources"), _cut(title)
    properties.author = properties.last_modified_by = "detente"
    properties.comments, properties.language, properties.revision = "", LANGUAGE, 1
    properties.created = properties.modified = _UNDATED
    _settle(document)


def table(document: Document, widths: Mapping[str, Length]) -> Table:
    """A table with a column of its width under each heading; its first row stands on every page that it runs over."""
    made: Table = document.add_table(rows=1, cols=len(widths), style="Table Grid")
    made.autofit = False
    for column, width in zip(made.columns, widths.values(), strict=True):
        column.width = width
    for cell, (heading, width) in zip(made.rows[0].cells, widths.items(), strict=True):
        cell.width = width
        cell.paragraphs[0].add_run(heading).bold = True
    _keep(made.rows[0], "w:cantSplit", "w:tblHeader")
    return made


def row(made: Table) -> tuple[_Cell, ...]:
    """Another row, which no page break divides; its cells."""
    added: _Row = made.add_row()  # type: ignore[no-untyped-call]  # python-docx leaves this one without annotations
    _keep(added, "w:cantSplit")
    cells: tuple[_Cell, ...] = added.cells
    return cells


def _keep(added: _Row, *ways: str) -> None:
    properties = added._tr.get_or_add_trPr()
    for way in ways:
        properties.append(OxmlElement(way))


def settled(data: bytes) -> bytes:
    """The same file with the same bytes whenever it is written."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _FIRST_MOMENT), old.read(name), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _cut(text: str) -> str:
    return shorten(text, LONGEST_PROPERTY)


def _settle(document: Document) -> None:
    """What the template says of itself and is not so of this file: its language, its Word of long ago, its picture."""
    for found in document.styles.element.iter(qn("w:lang")):
        found.set(qn("w:val"), LANGUAGE)
    for found in document.settings.element.iter(qn("w:compatSetting")):
        if found.get(qn("w:name")) == "compatibilityMode":
            found.set(qn("w:val"), WORD_2013)
    for zoom in document.settings.element.iter(qn("w:zoom")):
        zoom.set(qn("w:percent"), "100")
    relations = document.part.package.rels
    for name in [name for name, relation in relations.items() if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        relations.pop(name)


def _plain_face(style: Any) -> None:
    """The template's headings name a theme's face, which goes before the one that is set here."""
    fonts = style.element.rPr.rFonts
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)


def _foot(paragraph: Any, text: str) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(f"{text}  ·  ")
    run.font.size, run.font.color.rgb = Pt(8.5), GREY
    for kind, said in (("begin", ""), ("", "PAGE"), ("separate", ""), ("", "1"), ("end", "")):
        number = paragraph.add_run(said if said.isdigit() else "")
        number.font.size, number.font.color.rgb = Pt(8.5), GREY
        if not said.isdigit():
            number._r.append(_field(kind, said))


def _field(kind: str, said: str) -> Any:
    """A piece of a field: one of its marks, or what it is to show."""
    element = OxmlElement("w:fldChar" if kind else "w:instrText")
    if kind:
        element.set(qn("w:fldCharType"), kind)
    else:
        element.text = said
    return element
