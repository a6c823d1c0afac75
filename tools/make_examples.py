"""Write the documents of examples/vietnam-us that are not plain text, from the text in tools/examples; the same each time.

A Word file with a table, a PDF of three pages, an e-mail with an attachment, and a Word file cut short as a broken download is.
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from docx import Document
from fpdf import FPDF

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "tools" / "examples"
TARGET = ROOT / "examples" / "vietnam-us"

WRITTEN = datetime(2019, 12, 2, 9, 0, tzinfo=UTC)
"""The briefing paper's own date, for the properties of the Word file."""

REPORTED = datetime(2022, 6, 15, 9, 0, tzinfo=UTC)
"""The report's own date, for the properties of the PDF."""

ZIP_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest day a zip entry can bear."""

BROKEN_AFTER = 0.6
"""Share of the Word file that the cut copy keeps: the zip's table of contents, at the end, is lost."""


def word(text: str) -> bytes:
    """A Word file: ``#`` and ``##`` lines are headings, ``|`` lines one table, the rest paragraphs."""
    document = Document()
    properties = document.core_properties
    properties.title = text.partition("\n")[0].lstrip("# ")
    properties.author = "Seminar office"
    properties.created = properties.modified = WRITTEN.replace(tzinfo=None)
    for block in filter(None, (part.strip() for part in text.split("\n\n"))):
        if block.startswith("|"):
            rows = [[cell.strip() for cell in line.strip("| ").split("|")] for line in block.splitlines()]
            table = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
            for row in rows:
                for cell, value in zip(table.add_row().cells, row, strict=True):
                    cell.text = value
        elif match := re.match(r"(#+) (.*)", block):
            document.add_heading(match[2], len(match[1]) - 1)
        else:
            document.add_paragraph(block)
    buffer = io.BytesIO()
    document.save(buffer)
    return with_fixed_dates(buffer.getvalue())


def with_fixed_dates(package: bytes) -> bytes:
    """The same zip with its entries under one date."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, ZIP_DAY), old.read(name), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


class Report(FPDF):
    """Pages with a running head and a numbered foot, which a reader of the text must not take for its sentences."""

    def header(self) -> None:
        """The line at the top of each page."""
        self.set_font("Helvetica", "I", 8)
        self.cell(0, 8, "Trans-Pacific Legacy Fund - Report to members 2022", new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        """The line at the bottom of each page."""
        self.set_y(-15)
        self.set_font("Helvetica", "I", 8)
        self.cell(0, 8, f"Page {self.page_no()}", align="C")


def pdf(text: str) -> bytes:
    """A PDF: a form feed begins a page, ``#`` lines are headings."""
    report = Report()
    report.set_compression(False)
    report.set_creation_date(REPORTED)
    report.set_title("Cleaning two airfields")
    report.set_margins(25, 20)
    for page in text.split("\f"):
        report.add_page()
        for block in filter(None, (part.strip() for part in page.split("\n\n"))):
            heading = block.startswith("# ")
            report.set_font("Helvetica", "B" if heading else "", 14 if heading else 11)
            report.multi_cell(0, 6, block.removeprefix("# "), new_x="LMARGIN", new_y="NEXT", align="L")
            report.ln(3)
    return bytes(report.output())


def email(text: str) -> bytes:
    """An e-mail as a mail program saves it: header lines, a body, one attached text file."""
    head, _, rest = text.partition("\n\n")
    body, name, attached = re.split(r"\n---attachment (\S+)---\n", rest)
    message = EmailMessage(policy=SMTP)
    for line in head.splitlines():
        field, _, value = line.partition(": ")
        message[field] = value
    message.set_content(f"{body}\n", cte="quoted-printable")
    message.add_attachment(attached, filename=name, cte="quoted-printable")
    message.set_boundary("=_notebook_1992_1995")
    return message.as_bytes()


def documents() -> dict[str, bytes]:
    """Every file this script writes, by name."""
    text = {path.stem: path.read_text(encoding="utf-8") for path in sorted(SOURCE.iterdir())}
    briefing = word(text["visits-2008-2019"])
    return {
        "visits-2008-2019.docx": briefing,
        "visits-2008-2019-copy.docx": briefing[: int(len(briefing) * BROKEN_AFTER)],
        "dioxin-2022.pdf": pdf(text["dioxin"]),
        "embargo.eml": email(text["embargo"]),
    }


def main() -> None:
    """Write the files, and say which of them changed."""
    differ = []
    for name, data in documents().items():
        path = TARGET / name
        if not path.is_file() or path.read_bytes() != data:
            differ.append(name)
            path.write_bytes(data)
    print(f"written: {', '.join(differ) or 'nothing changed'}")


if __name__ == "__main__":
    main()
