"""A sentence broken over a blank line is one; a heading or a caption is never swallowed."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.model.document import BlockKind, Document
from detente.segment.layout import segment


def prose(text: str) -> list[str]:
    layout = segment(Document(id="x", path=None, sha256="x", text=text))
    return [s.span.of(text) for s in layout.sentences if s.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)]


LEAD = "The two governments have talked about the crossing since the spring of 2019, and the lorries are waiting. "


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Kenya is one of Uganda's largest trading partners and", "Rwanda's first market for tea. More follows."),
        ("The ministers met in Gatuna,", "Katuna and Kabale. They agreed."),
        ("The meeting was called off the day before it was to take place", "as the neighbours fell out. They made up."),
        ("He may travel to Kigali after the summit he hosts in", "May. The date is open."),
    ],
)
def test_broken_sentences_are_one(left: str, right: str) -> None:
    first, _, rest = right.partition(". ")
    assert prose(f"{LEAD}{left}\n\n{right}")[1:] == [f"{left}\n\n{first}.", rest]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The crossing reopened on 31 January.", "Rwanda welcomed it."),
        ("The crossing reopened on 31 January.", "de Klerk had said so."),
        ("The crossing reopened on 31 January", "Rwanda welcomed it."),
    ],
)
def test_whole_sentences_stay_apart(left: str, right: str) -> None:
    assert prose(f"{LEAD}{left}\n\n{right}")[1:] == [left, right]


def test_a_caption_between_the_halves_is_not_swallowed(inputs: Path) -> None:
    text = (inputs / "broken.txt").read_text(encoding="utf-8")
    layout = segment(Document(id="x", path=None, sha256="x", text=text))
    captions = [s.span.of(text) for s in layout.sentences if s.kind is BlockKind.CAPTION]
    assert captions == ["The survey team at base camp."]
    assert not any("base camp" in sentence for sentence in prose(text))
    assert any(sentence.startswith("The Chinese surveyors") and sentence.endswith("a year earlier.") for sentence in prose(text))
