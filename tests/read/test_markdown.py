"""Markdown keeps the file's own text; blocks point at the words without their markup."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from detente.model.document import BlockKind
from detente.read.markdown import read_markdown


def test_blocks_leave_the_markup_out(inputs: Path) -> None:
    raw = (inputs / "note.md").read_bytes()
    content = read_markdown(raw, "note.md")
    assert content.text == raw.decode()
    blocks = [(block.kind, block.span.of(content.text)) for block in content.blocks]
    assert blocks[0] == (BlockKind.TITLE, "Morocco and Spain: the road map")
    assert (BlockKind.HEADING, "Background") in blocks
    assert (BlockKind.HEADING, "High-level meeting") in blocks
    assert (BlockKind.LIST_ITEM, "She returned on 20 March 2022.") in blocks
    assert (BlockKind.TABLE_ROW, "2022 | €19.5 billion") in blocks
    assert (BlockKind.CAPTION, "The signing in Rabat. Photo: Strait Notes") in blocks
    assert not any("make trade" in words for _, words in blocks)


def test_levels_of_headings(inputs: Path) -> None:
    content = read_markdown((inputs / "note.md").read_bytes(), "note.md")
    assert [block.level for block in content.blocks if block.kind is BlockKind.HEADING] == [2, 2]


def test_front_matter_is_metadata(inputs: Path) -> None:
    content = read_markdown((inputs / "note.md").read_bytes(), "note.md")
    assert (content.title, str(content.published), content.outlet) == (
        "Morocco and Spain: the road map of April 2022",
        "2023-02-05",
        "Strait Notes",
    )


def test_a_text_that_only_begins_with_a_rule_has_no_front_matter() -> None:
    content = read_markdown(b"---\nTalks resumed.\n\nIn Rabat.\n", "x")
    assert content.title is None
    assert [block.span.of(content.text) for block in content.blocks] == ["Talks resumed.", "In Rabat."]


def test_line_ends_of_windows() -> None:
    content = read_markdown(b"# Talks\r\n\r\nIn Rabat\r\nthey met.\r\n", "x")
    assert [block.span.of(content.text) for block in content.blocks] == ["Talks", "In Rabat\r\nthey met."]


@given(st.text(alphabet="#-*>|`~=_ 1.\r\n\t[]()!aé🤝\u2028", max_size=80))
def test_spans_are_true_for_any_markup(text: str) -> None:
    content = read_markdown(text.encode(), "x")
    end = 0
    for block in content.blocks:
        assert end <= block.span.start < block.span.end <= len(content.text)
        end = block.span.end
