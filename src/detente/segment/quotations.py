"""Directly quoted speech, by offsets."""

from __future__ import annotations

import re

from detente.model.document import Block
from detente.model.span import Span

_QUOTED = re.compile(
    r"“[^“”]{1,2000}”|«[^«»]{1,2000}»|„[^„“”]{1,2000}[“”]|\"[^\"]{1,2000}\"|(?<![\w])‘[^‘’]{1,400}(?:’\w[^‘’]{0,400}){0,20}’(?!\w)"
)


def quotations(text: str, blocks: tuple[Block, ...]) -> tuple[Span, ...]:
    """Every quotation that opens and closes within one block, marks included."""
    return tuple(Span(m.start(), m.end()) for block in blocks for m in _QUOTED.finditer(text, block.span.start, block.span.end))
