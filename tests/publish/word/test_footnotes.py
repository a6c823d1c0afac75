from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from detente.publish.word.footnotes import MARK_STYLE, SEPARATORS, TEXT_STYLE, Footnotes

ELEMENT = dict[str, etree._Element]


@pytest.fixture(scope="module")
def parts() -> ELEMENT:
    """The parts of a document with two notes, by name."""
    document = Document()
    notes = Footnotes(document)
    paragraph = document.add_paragraph("They met in Hue.")
    assert notes.call(paragraph, [("“They met in Hue.” ", False), ("Notes for the desk", True)]) == 1
    assert notes.call(paragraph, [("“Hue, again.”", False)]) == 2
    notes.close()
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as file:
        return {name: etree.fromstring(file.read(name)) for name in file.namelist() if name.endswith((".xml", ".rels"))}


def test_every_mark_has_its_note(parts: ELEMENT) -> None:
    marks = [mark.get(qn("w:id")) for mark in parts["word/document.xml"].iter(qn("w:footnoteReference"))]
    notes = [note.get(qn("w:id")) for note in parts["word/footnotes.xml"] if note.get(qn("w:type")) is None]
    assert marks == notes == ["1", "2"]


def test_a_note_says_its_words_and_sets_the_document_apart(parts: ELEMENT) -> None:
    note = parts["word/footnotes.xml"].findall(qn("w:footnote"))[2]
    assert "".join(text.text or "" for text in note.iter(qn("w:t"))).strip() == "“They met in Hue.” Notes for the desk"
    italic = [run for run in note.iter(qn("w:r")) if run.find(f"{qn('w:rPr')}/{qn('w:i')}") is not None]
    assert ["".join(map(str, run.itertext())) for run in italic] == ["Notes for the desk"]


def test_the_separators_are_notes_and_named_in_the_settings_before_the_compatibility_settings(parts: ELEMENT) -> None:
    settings = parts["word/settings.xml"]
    named = settings.find(qn("w:footnotePr"))
    assert named is not None
    assert [note.get(qn("w:id")) for note in named] == list(SEPARATORS)
    assert [note.get(qn("w:id")) for note in parts["word/footnotes.xml"] if note.get(qn("w:type")) is not None] == list(SEPARATORS)
    after = named.getnext()
    assert after is not None
    assert after.tag == qn("w:compat")


def test_the_part_is_related_and_has_its_type(parts: ELEMENT) -> None:
    targets = [r.get("Target") for r in parts["word/_rels/document.xml.rels"] if str(r.get("Type")).endswith("/footnotes")]
    assert targets == ["footnotes.xml"]
    types = {o.get("PartName"): str(o.get("ContentType")) for o in parts["[Content_Types].xml"]}
    assert types["/word/footnotes.xml"].endswith("wordprocessingml.footnotes+xml")


def test_the_styles_are_words_own(parts: ELEMENT) -> None:
    styles = {style.find(qn("w:name")).get(qn("w:val")): style for style in parts["word/styles.xml"].findall(qn("w:style"))}  # type: ignore[union-attr]  # every style has a name
    for name in (TEXT_STYLE, MARK_STYLE):
        assert styles[name].get(qn("w:customStyle")) is None
