"""Real footnotes: the part of a Word file that python-docx leaves to others (ECMA-376, part 1, 17.11)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml import etree

if TYPE_CHECKING:
    from docx.oxml.text.paragraph import CT_P

TEXT_STYLE, MARK_STYLE = "footnote text", "footnote reference"
"""As Word names its own."""
SMALL = Pt(9)

SEPARATORS = ("-1", "0")
"""Identifiers of the two notes that are no notes: the lines above the notes of a page."""

_OPENING = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:footnotes {nsdecls("w")}>
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
</w:footnotes>"""


class Footnotes:
    """The footnotes of one document, numbered as they are called. ``close`` puts them into the file."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._root = parse_xml(_OPENING.encode())
        self._number = 0
        self._text, self._mark = _styles(document)

    def call(self, paragraph: Paragraph, text: list[tuple[str, bool]]) -> int:
        """Set a mark at the end of ``paragraph``; its note says ``text``, pieces with whether they are italic. Answers its number."""
        self._number += 1
        run = paragraph.add_run()
        run._r.style = self._mark
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(self._number))
        run._r.append(reference)
        self._root.append(self._note(text))
        return self._number

    def close(self) -> None:
        """Add the part that holds the notes, and name it in the settings."""
        data = etree.tostring(self._root, xml_declaration=True, encoding="UTF-8", standalone=True)
        part = self._document.part
        made = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, data, part.package)
        part.relate_to(made, RELATIONSHIP_TYPE.FOOTNOTES)
        _name_separators(part.settings.element)

    def _note(self, text: list[tuple[str, bool]]) -> Any:
        note = OxmlElement("w:footnote")
        note.set(qn("w:id"), str(self._number))
        element = OxmlElement("w:p")
        note.append(element)
        paragraph = Paragraph(cast("CT_P", element), self._document._body)
        paragraph._p.style = self._text
        own = paragraph.add_run()
        own._r.style = self._mark
        own._r.append(OxmlElement("w:footnoteRef"))
        for said, italic in [(" ", False), *text]:
            run: Run = paragraph.add_run(said)
            run.italic = italic or None
        return note


def _name_separators(settings: Any) -> None:
    """Name the two separators in the settings, as Word does, at the place that the schema gives them: before the compatibility settings."""
    named = OxmlElement("w:footnotePr")
    for number in SEPARATORS:
        note = OxmlElement("w:footnote")
        note.set(qn("w:id"), number)
        named.append(note)
    settings.find(qn("w:compat")).addprevious(named)


def _styles(document: Document) -> tuple[str, str]:
    """The identifiers of the two styles that Word itself would make and the template lacks.

    Thousands of notes ask for them, and to look a style up by its name takes as long as all else of a note.
    """
    text = document.styles.add_style(TEXT_STYLE, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    text.base_style = document.styles["Normal"]
    text.font.size = SMALL
    text.paragraph_format.space_after, text.paragraph_format.line_spacing = Pt(2), 1
    mark = document.styles.add_style(MARK_STYLE, WD_STYLE_TYPE.CHARACTER, builtin=True)
    mark.font.superscript = True
    return text.style_id, mark.style_id
