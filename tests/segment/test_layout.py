"""The seeds and the press set fall apart as a reader would take them apart (by offsets into files that do not ship)."""

from __future__ import annotations

import json
from pathlib import Path

from detente.model.document import PROSE, BlockKind, Document, Layout
from detente.segment.layout import segment, with_title


def document(path: Path) -> Document:
    return Document(id=path.name, path=str(path), sha256="x", text=path.read_bytes().decode())


def kinds(layout: Layout, kind: BlockKind) -> int:
    return sum(block.kind is kind for block in layout.blocks)


def test_the_photo_story_among_the_seeds(shared: Path) -> None:
    layout = segment(document(next((shared / "seeds").glob("001*.txt"))))
    assert [block.kind for block in layout.blocks[:3]] == [BlockKind.PREFIX, BlockKind.TITLE, BlockKind.DATELINE]
    assert (kinds(layout, BlockKind.CAPTION), kinds(layout, BlockKind.CREDIT)) == (5, 6)
    assert any(sentence.span.end > layout.blocks[sentence.block].span.end for sentence in layout.sentences)


def test_the_headed_essay_among_the_seeds(shared: Path) -> None:
    layout = segment(document(next((shared / "seeds").glob("000*.txt"))))
    assert (kinds(layout, BlockKind.TITLE), kinds(layout, BlockKind.HEADING)) == (1, 3)


def test_every_labelled_statement_that_counts_lies_in_prose(shared: Path) -> None:
    lost = []
    for path in sorted((shared / "gold" / "press").glob("*/*.txt")):
        page = document(path)
        spans = [sentence.span for sentence in segment(page).sentences if sentence.kind in PROSE]
        for statement in json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["statements"]:
            at = page.text.find(statement["quote"])
            if at >= 0 and statement["core"] and not any(span.start <= at < span.end for span in spans):
                lost.append((path.name, statement["quote"]))
    assert lost == []


def test_offsets_are_code_points_of_the_files_own_text(inputs: Path) -> None:
    text = (inputs / "offsets.txt").read_bytes().decode("utf-8-sig")
    sentences = segment(Document(id="x", path=None, sha256="x", text=text)).sentences
    quotes = [text[s.span.start : s.span.end] for s in sentences]
    assert quotes[0] == "🇪🇷🤝🇪🇹 Peace at last"
    assert quotes[1].startswith("The so\u00adcalled “no war")
    assert quotes[2] == "President Isaias Afwerki said: “We are one.”"
    assert quotes[3].startswith("Vie\u0323\u0302t Nam welcomed it")
    assert quotes[3].endswith("wrote on 11.7.2018.")
    assert text.count("\r\n") == 5


def test_the_title_of_a_plain_text_comes_from_its_layout() -> None:
    text = "Border reopens in Bure\n\nThe presidents of both countries met in the capital on Monday and opened the border."
    page = Document(id="x", path=None, sha256="x", text=text)
    titled = with_title(page, segment(page))
    assert titled.title == "Border reopens in Bure"
    assert titled.title_span is not None
    assert titled.title_span.of(text) == titled.title
    assert with_title(titled, segment(titled)) is titled
