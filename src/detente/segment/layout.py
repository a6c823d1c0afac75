"""A document's blocks and sentences, by offsets only."""

from __future__ import annotations

import re

from detente.model.document import Block, BlockKind, Document, Layout, Sentence
from detente.model.span import Span


def segment(document: Document) -> Layout:
    """Blocks (completing what the format told) and sentences of ``document``."""
    blocks = [Block(Span(m.start(), m.end()), BlockKind.PARAGRAPH) for m in re.finditer(r"\S[^\n]*", document.text)]
    sentences = [
        Sentence(Span(b.span.start + m.start(), b.span.start + m.end()), b.kind, i)
        for i, b in enumerate(blocks)
        for m in re.finditer(r"\S.*?(?:[.!?](?=\s+[A-Z])|$)", b.span.of(document.text))
    ]
    return Layout(tuple(blocks), tuple(sentences))
