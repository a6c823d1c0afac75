"""A Word document gives its blocks by style, tables row by row, and is refused when it is cut short or a bomb."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from detente.model.document import BlockKind
from detente.model.errors import ReadError
from detente.read.word import read_docx


def test_blocks_by_style(word_file: Path) -> None:
    content = read_docx(word_file.read_bytes(), "border.docx")
    assert [(block.kind, block.span.of(content.text)) for block in content.blocks] == [
        (BlockKind.TITLE, "Somalia and Kenya: the sea border"),
        (BlockKind.HEADING, "The judgment"),
        (BlockKind.PARAGRAPH, "The Court drew the line on 12 October 2021. Kenya had walked out of the case in March."),
        (BlockKind.LIST_ITEM, "Kenya recalled its ambassador in February 2019."),
        (BlockKind.TABLE_ROW, "Year | Trade, million dollars"),
        (BlockKind.TABLE_ROW, "2020 | 135"),
        (BlockKind.CAPTION, "The court at The Hague. Photo: Kismayo Post"),
    ]


def test_title_and_date(word_file: Path) -> None:
    content = read_docx(word_file.read_bytes(), "border.docx")
    assert content.title == "Somalia and Kenya: the sea border"
    assert str(content.published) == "2021-10-20"


def test_the_date_of_the_empty_template_dates_nothing(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_paragraph("The ministers met.")
    document.save(str(tmp_path / "new.docx"))
    assert read_docx((tmp_path / "new.docx").read_bytes(), "new.docx").published is None


@pytest.mark.parametrize("share", [5, 50, 95])
def test_a_file_cut_short_is_named(word_file: Path, share: int) -> None:
    raw = word_file.read_bytes()
    with pytest.raises(ReadError, match="damaged"):
        read_docx(raw[: len(raw) * share // 100], "x.docx")


def test_a_bomb_is_refused_before_it_unpacks(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b" " * (6 * 1024 * 1024))
    monkeypatch.setenv("DETENTE_MAX_MB", "1")
    with pytest.raises(ReadError, match="too_large"):
        read_docx(packed.getvalue(), "bomb.docx")


def test_parts_that_are_not_xml_are_named(word_file: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word_file.read_bytes())) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<not xml" if name == "word/document.xml" else old.read(name))
    with pytest.raises(ReadError, match="damaged"):
        read_docx(packed.getvalue(), "x.docx")
