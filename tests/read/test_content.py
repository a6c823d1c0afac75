"""A stored text built block by block has true spans by construction."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from detente.model.document import BlockKind
from detente.read.content import TextBuilder, plain_line


def test_blanks_are_single_and_invisible_characters_dropped() -> None:
    assert plain_line("  Ten\u00a0million\u00ad aire\r\n\tcame\u200b. ") == "Ten million aire came."


def test_blank_words_add_nothing() -> None:
    builder = TextBuilder()
    assert builder.add(" \u200b\n", BlockKind.PARAGRAPH) is None
    assert builder.text == ""


@given(st.lists(st.text(max_size=30), max_size=10))
def test_each_block_is_what_was_added(parts: list[str]) -> None:
    builder = TextBuilder()
    spans = [builder.add(part, BlockKind.PARAGRAPH) for part in parts]
    kept = [part for part in map(plain_line, parts) if part]
    assert [span.of(builder.text) for span in spans if span is not None] == kept
    assert builder.text == "\n\n".join(kept)
