"""Where the short inputs are, and PDF and DOCX files made on the spot."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def inputs(root: Path) -> Path:
    """The folder of short inputs; its README says what each shows."""
    return root / "tests" / "documents"


@pytest.fixture(scope="session")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A PDF of two pages with running heads, justified paragraphs, broken words and a heading."""
    from fpdf import FPDF

    class Paper(FPDF):
        def header(self) -> None:
            self.set_font("Times", "I", 8)
            self.cell(0, 6, "Horn Policy Review - Paper 14", align="C", new_x="LMARGIN", new_y="NEXT")
            self.ln(4)

        def footer(self) -> None:
            self.set_y(-15)
            self.set_font("Times", "", 8)
            self.cell(0, 6, f"Page {self.page_no()} of 2", align="C")

    pdf = Paper(format=(148, 210))
    pdf.set_title("Djibouti and Eritrea after 2018")
    pdf.set_creation_date(datetime(2019, 5, 3, 12, tzinfo=UTC))
    pdf.add_page()
    pdf.set_font("Times", "B", 18)
    pdf.multi_cell(0, 8, "Djibouti and Eritrea after the handshake", new_x="LMARGIN", new_y="NEXT")
    pdf.ln(4)
    pdf.set_font("Times", "", 11)
    opening = (
        "The foreign ministers of Djibouti and Eritrea met in Djibouti City on 6 September 2018, ten years after the fighting at Ras "
        "Doumeira in which several dozen soldiers were killed. It was the first visit of an Eritrean minister since the border clash."
    )
    pdf.multi_cell(0, 5, opening, new_x="LMARGIN", new_y="NEXT", align="J")
    pdf.ln(3)
    pdf.set_font("Times", "B", 14)
    pdf.multi_cell(0, 6, "What remains open", new_x="LMARGIN", new_y="NEXT")
    pdf.ln(2)
    pdf.set_font("Times", "", 11)
    entry = (
        "{}. Asmara released four prisoners in 2016 through the good offices of Qatar. The presidents agreed in Jeddah on 17 September "
        "2018 to normalise relations, but the bound-\nary has not been marked and the well-\nknown question of the missing stays open."
    )
    for number in range(1, 10):
        pdf.multi_cell(0, 5, entry.format(number), new_x="LMARGIN", new_y="NEXT")
        pdf.ln(2)
    place = tmp_path_factory.mktemp("pdf") / "paper.pdf"
    pdf.output(str(place))
    return place


@pytest.fixture(scope="session")
def word_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Word document with a title, headings, a list, a table and a caption."""
    import docx

    document = docx.Document()
    document.core_properties.created = datetime(2021, 10, 20)
    document.add_heading("Somalia and Kenya: the sea border", 0)
    document.add_heading("The judgment", 1)
    document.add_paragraph("The Court drew the line on 12 October\u00a02021. Kenya had walked out of the case in March.")
    document.add_paragraph("Kenya recalled its ambassador in February 2019.", style="List Bullet")
    table = document.add_table(2, 2)
    for row, cells in zip(table.rows, (("Year", "Trade, million dollars"), ("2020", "135")), strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    document.add_paragraph("The court at The Hague. Photo: Kismayo Post", style="Caption")
    place = tmp_path_factory.mktemp("docx") / "border.docx"
    document.save(str(place))
    return place
