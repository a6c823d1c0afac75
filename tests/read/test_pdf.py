"""A PDF gives paragraphs with their pages, without running heads, with broken words joined."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from detente.model.document import BlockKind
from detente.model.errors import ReadError
from detente.read.pdf import read_pdf


def test_blocks_know_their_page(paper: Path) -> None:
    content = read_pdf(paper.read_bytes(), "paper.pdf")
    pages = [block.page for block in content.blocks]
    assert pages == sorted(pages, key=lambda page: page or 0)
    assert (pages[0], pages[-1]) == (1, 2)


def test_running_heads_and_page_numbers_are_no_text(paper: Path) -> None:
    text = read_pdf(paper.read_bytes(), "paper.pdf").text
    assert "Horn Policy Review" not in text
    assert "Page 2" not in text


def test_lines_are_joined_into_paragraphs_and_broken_words_mended(paper: Path) -> None:
    content = read_pdf(paper.read_bytes(), "paper.pdf")
    assert "ten years after the fighting at Ras Doumeira in which several dozen soldiers were killed." in content.text
    assert content.text.count("the boundary has not been marked and the well-known question") >= 8
    kinds = [block.kind for block in content.blocks]
    assert kinds[:3] == [BlockKind.TITLE, BlockKind.PARAGRAPH, BlockKind.HEADING]
    assert kinds.count(BlockKind.LIST_ITEM) == 9


def test_properties(paper: Path) -> None:
    content = read_pdf(paper.read_bytes(), "paper.pdf")
    assert content.title == "Djibouti and Eritrea after 2018"
    assert str(content.published) == "2019-05-03"
    assert content.title_span is not None
    assert content.title_span.of(content.text) == "Djibouti and Eritrea after the handshake"


def test_rows_of_figures_stay_rows() -> None:
    from fpdf import FPDF

    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Times", "", 11)
    pdf.multi_cell(0, 5, "The table gives exports in millions of dollars.", new_x="LMARGIN", new_y="NEXT")
    with pdf.table() as table:
        for cells in (("Year", "To Rwanda", "From Rwanda"), ("2018", "212.0", "10.1"), ("2019", "140.4", "8.8")):
            row = table.row()
            for cell in cells:
                row.cell(cell)
    pdf.ln(4)
    pdf.multi_cell(0, 5, "Exports fell after the crossing was closed in February 2019.")
    content = read_pdf(bytes(pdf.output()), "x.pdf")
    blocks = [(block.kind, block.span.of(content.text)) for block in content.blocks]
    assert blocks[-3:] == [
        (BlockKind.TABLE_ROW, "2018 212.0 10.1"),
        (BlockKind.TABLE_ROW, "2019 140.4 8.8"),
        (BlockKind.PARAGRAPH, "Exports fell after the crossing was closed in February 2019."),
    ]


def made(encrypt: bool, words: str) -> bytes:
    from fpdf import FPDF

    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Times", "", 11)
    if words:
        pdf.multi_cell(0, 5, words)
    pdf.rect(10, 60, 50, 50)
    if encrypt:
        pdf.set_encryption("owner", "user")
    return bytes(pdf.output())


def reason(raw: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read_pdf(raw, "x.pdf")
    return caught.value.reason


def test_a_locked_pdf_is_named() -> None:
    assert reason(made(True, "The ministers met.")) == "encrypted"


def test_a_pdf_of_pictures_is_named() -> None:
    assert reason(made(False, "")) == "no_text"


def test_a_pdf_cut_short_is_named_or_read_as_far_as_it_goes(paper: Path) -> None:
    raw = paper.read_bytes()
    with pytest.raises(ReadError, match=r"damaged|no_text"):
        read_pdf(raw[: len(raw) // 20], "x.pdf")
    for share in (50, 90):
        with contextlib.suppress(ReadError):
            content = read_pdf(raw[: len(raw) * share // 100], "x.pdf")
            assert all(block.span.end <= len(content.text) for block in content.blocks)
