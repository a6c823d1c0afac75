"""The example is what a newcomer meets first: it must be whole, our own, and show what it says it shows."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from detente.model.errors import ReadError
from detente.read.sources import expand, read
from tools.make_examples import documents

BROKEN = "visits-2008-2019-copy.docx"
OVERLAP = 9
"""Words in a row. Fixed phrases ("the president of the united states of america") are shorter; a copied sentence is longer."""


@pytest.fixture(scope="module")
def example(root: Path) -> Path:
    return root / "examples" / "vietnam-us"


@pytest.fixture(scope="module")
def texts(example: Path) -> dict[str, str]:
    """The stored text of everything readable, by file name; attachments under their own."""
    return {
        f"{source.path}#{n}": document.text
        for source in expand([str(example)])
        if not source.path.endswith(BROKEN)
        for n, document in enumerate(read(source))
    }


def test_it_holds_every_format(example: Path) -> None:
    suffixes = [p.suffix for p in example.iterdir()]
    assert len(suffixes) >= 12
    assert set(suffixes) == {".txt", ".md", ".html", ".docx", ".pdf", ".eml"}


def test_the_page_about_it_names_every_file(example: Path) -> None:
    page = (example.parent / "README.md").read_text(encoding="utf-8")
    assert [p.name for p in example.iterdir() if f"`{p.name}`" not in page] == []


def unpacked(data: bytes) -> dict[str, bytes] | bytes:
    """A zip's entries, so that two compressors may differ; other bytes as they are."""
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize("name", ["visits-2008-2019.docx", "dioxin-2022.pdf", "embargo.eml"])
def test_the_binary_documents_are_what_their_source_makes(example: Path, name: str) -> None:
    assert unpacked((example / name).read_bytes()) == unpacked(documents()[name])


def test_the_broken_file_is_a_word_file_cut_short(example: Path) -> None:
    broken = (example / BROKEN).read_bytes()
    assert (example / "visits-2008-2019.docx").read_bytes().startswith(broken)
    with pytest.raises(ReadError) as refused:
        [read(source) for source in expand([str(example / BROKEN)])]
    assert refused.value.path.endswith(BROKEN)
    assert refused.value.advice


@pytest.mark.parametrize(
    "quote",
    [
        "3/2/1994: Clinton lifts",
        "04.02.1994",
        "11/7/1995: Clinton announces",
        "12.07.1995",
        "$124.3 billion in 2023",
        "nearly $111 billion",
        "$7.8 billion and the airline at about $10 billion",
        "eight billion dollars and he himself at fifteen to seventeen",
        "some 22,000 Vietnamese",
        "some 1,240 remain unaccounted for",
        "He presented his credentials on May 14, 1997",
        "9/5/1997: Pete Peterson",
        "Trade Minister Vu Khoan put their names",
        "Minister Trương Đình Tuyển",
        "we have been strategic partners",
        "22-25 May 2016",
        "put it off for ninety days",
    ],
)
def test_what_is_planted_can_be_read(texts: dict[str, str], quote: str) -> None:
    spaced = [re.sub(r"\s+", " ", text) for text in texts.values()]
    assert any(quote in text for text in spaced)


def shingles(text: str) -> set[tuple[str, ...]]:
    """Every run of ``OVERLAP`` words."""
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + OVERLAP]) for i in range(len(words) - OVERLAP + 1)}


def test_no_sentence_is_copied_from_the_labelled_sets(texts: dict[str, str], shared: Path) -> None:
    ours = set().union(*map(shingles, texts.values()))
    theirs = [*shared.glob("seeds/*.txt"), *shared.glob("gold/press/*/*.txt"), *shared.glob("corpora/milestones/*.txt")]
    assert [
        (p.name, " ".join(run)) for p in theirs for run in sorted(ours & shingles(p.read_text(encoding="utf-8", errors="replace")))
    ] == []
