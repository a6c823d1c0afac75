from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document

from tools.make_examples import documents, email, pdf, word


def test_a_table_and_headings_become_those_of_a_word_file() -> None:
    data = word("# Harbours\n\nShips called.\n\n| Port | Ship |\n| Massawa | Adulis |\n")
    read = Document(io.BytesIO(data))
    assert [p.text for p in read.paragraphs] == ["Harbours", "Ships called."]
    assert [[cell.text for cell in row.cells] for row in read.tables[0].rows] == [["Port", "Ship"], ["Massawa", "Adulis"]]


def test_the_cut_copy_has_lost_its_table_of_contents() -> None:
    with pytest.raises(zipfile.BadZipFile):
        zipfile.ZipFile(io.BytesIO(documents()["visits-2008-2019-copy.docx"]))


def test_every_document_is_the_same_each_time() -> None:
    assert documents() == documents()


def test_a_form_feed_begins_a_page() -> None:
    assert pdf("# One\n\nText.\f# Two\n\nText.").count(b"/Type /Page\n") == 2


def test_an_e_mail_carries_its_attachment() -> None:
    data = email("From: a@x.example\nSubject: Ports\n\nDear Ann\n\n---attachment list.txt---\n04.02.1994 Asmara\n")
    assert b'filename="list.txt"' in data
    assert b"04.02.1994 Asmara" in data
