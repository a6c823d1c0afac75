from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Opened
from docx.oxml.ns import qn
from lxml import etree

from detente.ask.record import open_record
from detente.model.document import Document as Read
from detente.model.fact import Review
from detente.publish.chronicle import Chronicle, gather
from detente.publish.evidence import document_name
from detente.publish.plain import one_line
from detente.publish.word import chronology_docx
from detente.rules.dates import section_year
from quality.record.generate import generate
from tests.publish import sample
from tests.publish.attacks import ATTACKS, poisoned

STATEMENTS = 1800
"""Give a chronology of more than five hundred lines."""
LONG = 500

RUN_ORDER = ("rStyle", "rFonts", "b", "bCs", "i", "iCs", "color", "spacing", "kern", "sz", "szCs", "vertAlign", "lang")
PARAGRAPH_ORDER = (
    "pStyle",
    "keepNext",
    "keepLines",
    "numPr",
    "pBdr",
    "tabs",
    "spacing",
    "ind",
    "contextualSpacing",
    "jc",
    "outlineLvl",
    "rPr",
)
ROW_ORDER = ("cantSplit", "tblHeader")
TABLE_ORDER = ("tblStyle", "tblW", "tblLayout", "tblLook")
ORDERS = {"rPr": RUN_ORDER, "pPr": PARAGRAPH_ORDER, "trPr": ROW_ORDER, "tblPr": TABLE_ORDER}
"""Children in the order that the schema (ECMA-376, part 1) gives them, as far as detente writes them: Word refuses another one."""


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> tuple[Chronicle, dict[str, Read], bytes]:
    """A long chronology, the documents that it was made from by what they are called, and its Word file."""
    path = tmp_path_factory.mktemp("word") / "long.detente"
    generate(path, STATEMENTS)
    with open_record(path) as record:
        told = gather(record)
        held = {document.sha256: record.document(document.sha256) for document in record.documents()}
    return told, held, chronology_docx(told)


@pytest.fixture(scope="module")
def small() -> bytes:
    return chronology_docx(sample.chronicle())


def part(data: bytes, name: str) -> etree._Element:
    """A part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return etree.fromstring(file.read(name))


def notes(data: bytes) -> dict[str, str]:
    """The words of every footnote by its number."""
    found = part(data, "word/footnotes.xml").findall(qn("w:footnote"))
    return {str(n.get(qn("w:id"))): "".join(t.text or "" for t in n.iter(qn("w:t"))).strip() for n in found if n.get(qn("w:type")) is None}


def calls(element: etree._Element) -> list[str]:
    """The numbers of the notes that are called in an element."""
    return [str(mark.get(qn("w:id"))) for mark in element.iter(qn("w:footnoteReference"))]


def entries(opened: Opened) -> list[str]:
    """The lines of the chronology, commitments and relationship."""
    return [p.text for p in opened.paragraphs if p.style is not None and p.style.name == "Chronology Entry"]


def texts(opened: Opened) -> str:
    """All words of the body."""
    return "\n".join([*(p.text for p in opened.paragraphs), *(c.text for t in opened.tables for r in t.rows for c in r.cells)])


def opened(data: bytes) -> Opened:
    return Document(io.BytesIO(data))


def test_a_long_chronology_has_a_line_for_each_event(long: tuple[Chronicle, dict[str, Read], bytes]) -> None:
    told, _, data = long
    assert len(told.lines) > LONG
    rungs = sum(1 for rung in told.ladder if rung.fact)
    assert len(entries(opened(data))) == rungs + len(told.lines) + len(told.commitments)


def test_every_line_and_every_figure_has_a_footnote(long: tuple[Chronicle, dict[str, Read], bytes]) -> None:
    document = opened(long[2])
    bare = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Chronology Entry" and not calls(p._p)]
    assert bare == []
    assert [row for table in document.tables for row in table.rows[1:] if not calls(row._tr)] == []


def test_every_quote_of_a_footnote_is_in_the_document_that_it_names(long: tuple[Chronicle, dict[str, Read], bytes]) -> None:
    _, held, data = long
    by_name: dict[str, list[str]] = {}
    for document in held.values():
        by_name.setdefault(one_line(document.title or ""), []).append(one_line(document.text))
    found = notes(data)
    assert len(found) > LONG
    for note in found.values():
        quote, rest = re.fullmatch(r"“(.*?)…?” (.*)", note).groups()  # type: ignore[union-attr]  # the test fails where a note is otherwise
        texts = [text for name, texts in by_name.items() if rest.startswith(name) for text in texts]
        assert any(quote in text for text in texts), note


def test_every_mark_has_its_note_and_every_note_its_mark_in_order(long: tuple[Chronicle, dict[str, Read], bytes]) -> None:
    numbers = [str(number) for number in range(1, len(notes(long[2])) + 1)]
    assert calls(part(long[2], "word/document.xml")) == list(notes(long[2])) == numbers


def test_the_same_record_gives_the_same_bytes(long: tuple[Chronicle, dict[str, Read], bytes]) -> None:
    assert chronology_docx(long[0]) == long[2]


@pytest.mark.parametrize("name", ["word/document.xml", "word/footnotes.xml", "word/footer1.xml", "word/styles.xml"])
def test_properties_stand_in_the_order_of_the_schema(name: str, small: bytes) -> None:
    for tag, known in ORDERS.items():
        for element in part(small, name).iter(qn(f"w:{tag}")):
            places = [known.index(etree.QName(child).localname) for child in element if etree.QName(child).localname in known]
            assert places == sorted(places), etree.tostring(element)


def test_a_footnote_names_document_page_and_paragraph(small: bytes) -> None:
    found = notes(small).values()
    line = "“Washington announced normalization in July 1995” Trade and investment since normalization: a report to the committee"
    assert any(note.startswith(line) and note.endswith("page 4, paragraph 2.") for note in found)


def test_a_long_quote_is_cut_at_a_word_and_marked() -> None:
    line = sample.lines()[0]
    told = (replace(line.evidence[0], quote="word " * 200),)
    (note, *_) = notes(chronology_docx(sample.chronicle(lines=(replace(line, evidence=told),), ladder=()))).values()
    assert re.match(r"“(word )+word…” ", note)


def test_years_are_headings_that_stay_with_what_follows(small: bytes) -> None:
    document = opened(small)
    headings = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Heading 2"]
    assert "1995" in headings
    assert document.styles["Heading 2"].element.pPr.find(qn("w:keepNext")) is not None


def test_what_is_told_once_shares_one_table() -> None:
    (first, *rest) = sample.series()
    once = tuple(replace(view, label=f"series {number}", points=view.points[:1]) for number, view in enumerate((first, *rest, first)))
    document = opened(chronology_docx(sample.chronicle(series=(first, *once))))
    assert [p.text for p in document.paragraphs].count("Told once") == 1
    assert [len(table.rows) - 1 for table in document.tables] == [len(first.points), len(once)]
    assert document.tables[1].rows[1].cells[0].text.startswith("Series 0")


def test_a_discrepancy_shows_both_sides_with_their_documents(small: bytes) -> None:
    body = texts(opened(small))
    for conflict in sample.conflicts():
        for side in (conflict.left, conflict.right):
            assert f"“{one_line(side.quote)}”" in body
            assert f"({document_name(side.document)}" in body


def test_what_a_person_decided_is_said() -> None:
    line = sample.lines()[0]
    ruled = replace(line, fact=replace(line.fact, review=Review.EDITED))
    plain, said = (entries(opened(chronology_docx(sample.chronicle(lines=(one,)))))[-3] for one in (line, ruled))
    assert "reviewed" not in plain
    assert "reviewed: read otherwise by ruling" in said


def test_files_that_gave_nothing_are_listed_by_name(small: bytes) -> None:
    assert "Refused: broken.docx; truncated: the file ends too early" in texts(opened(small))


def test_an_empty_chronology_is_a_document_that_says_so() -> None:
    empty = sample.chronicle(lines=(), ladder=(), series=(), conflicts=(), commitments=())
    data = chronology_docx(empty)
    assert "No event is told of" in texts(opened(data))
    assert notes(data) == {}


@pytest.mark.parametrize("attack", [*ATTACKS, "\ufffe\uffff", "\ud800", "\x0b\x0c"])
def test_hostile_words_stay_words(attack: str, small: bytes) -> None:
    hostile = chronology_docx(poisoned(sample.chronicle(), attack))
    shapes = [[child.tag for child in part(data, "word/document.xml").iter() if child.tag != qn("w:br")] for data in (small, hostile)]
    assert [tag for tag in shapes[1] if tag not in shapes[0]] == []
    assert len(opened(hostile).paragraphs) == len(opened(small).paragraphs)
    assert len(notes(hostile)) == len(notes(small))


def test_libreoffice_opens_it_and_draws_every_line(long: tuple[Chronicle, dict[str, Read], bytes], tmp_path: Path) -> None:
    office, reader = shutil.which("soffice"), shutil.which("pdftotext")
    if office is None or reader is None:
        pytest.skip("LibreOffice (soffice) and pdftotext are not here")
    made = tmp_path / "long.docx"
    made.write_bytes(long[2])
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    command = [office, home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(made)]
    subprocess.run(command, check=True, capture_output=True, timeout=150)
    printed = subprocess.run([reader, str(tmp_path / "long.pdf"), "-"], check=True, capture_output=True, text=True, timeout=60)
    shown = printed.stdout
    told = long[0]
    words = re.sub(r"\s+", "", shown)
    years = {section_year(line.fact.date) for line in told.dated}
    assert len(years) > 10
    assert [year for year in years if not re.search(rf"^\s*{year}$", shown, re.MULTILINE)] == []
    assert [line.fact.title for line in told.dated[:20] if re.sub(r"\s+", "", line.fact.title)[:20] not in words] == []
