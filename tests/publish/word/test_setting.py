from __future__ import annotations

import io
import time
import zipfile

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm

from detente.publish.word.setting import LONGEST_PROPERTY, prepare, row, settled, table


def test_the_bytes_do_not_depend_on_the_moment() -> None:
    def made(moment: tuple[int, int, int, int, int, int]) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as file:
            file.writestr(zipfile.ZipInfo("a.xml", moment), "<a/>")
        return settled(buffer.getvalue())

    assert made((1999, 1, 2, 3, 4, 6)) == made(time.localtime()[:6])


def test_the_file_says_of_itself_what_is_so() -> None:
    document = Document()
    prepare(document, "Ethiopia – Eritrea", "9 July 2018")
    properties = document.core_properties
    assert properties.title == "Ethiopia – Eritrea: a chronology with its sources"
    assert properties.language == "en-GB"
    assert properties.author == properties.last_modified_by == "detente"
    assert properties.created == properties.modified
    assert not any(relation.reltype.endswith("/thumbnail") for relation in document.part.package.rels.values())
    assert {lang.get(qn("w:val")) for lang in document.styles.element.iter(qn("w:lang"))} == {"en-GB"}


def test_a_long_name_fits_into_a_property() -> None:
    document = Document()
    prepare(document, "name " * 200, "")
    assert len(document.core_properties.title) <= LONGEST_PROPERTY


def test_the_foot_counts_pages_by_a_field() -> None:
    document = Document()
    prepare(document, "Serbia – Kosovo", "")
    runs = document.sections[0].footer.paragraphs[0]._p
    assert [mark.get(qn("w:fldCharType")) for mark in runs.iter(qn("w:fldChar"))] == ["begin", "separate", "end"]
    assert [said.text for said in runs.iter(qn("w:instrText"))] == ["PAGE"]


def test_a_table_has_its_widths_and_repeats_its_heading() -> None:
    document = Document()
    widths = {"Period": Cm(4), "Figure": Cm(6)}
    made = table(document, widths)
    for cell, text in zip(row(made), ("2024", "134 billion USD"), strict=True):
        cell.text = text
    assert [[cell.text for cell in line.cells] for line in made.rows] == [["Period", "Figure"], ["2024", "134 billion USD"]]
    assert [round(cell.width.cm) for line in made.rows for cell in line.cells if cell.width] == [4, 6, 4, 6]
    heading, second = (line._tr.trPr for line in made.rows)
    assert heading is not None
    assert second is not None
    assert heading.find(qn("w:tblHeader")) is not None
    assert second.find(qn("w:tblHeader")) is None
