from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from detente.ask.evidence import block_at
from detente.model.document import Block, BlockKind
from detente.model.span import Span


@given(st.lists(st.integers(1, 9), max_size=8), st.integers(0, 99))
def test_the_block_that_holds_a_character(sizes: list[int], place: int) -> None:
    blocks, start = [], 0
    for number, size in enumerate(sizes):
        blocks.append(Block(Span(start, start + size), BlockKind.PARAGRAPH, paragraph=number))
        start += size + number % 2
    expected = next((b for b in blocks if b.span.start <= place < b.span.end), None)
    assert block_at(blocks, place) == expected
