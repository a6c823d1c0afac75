"""Sentences that never end, cut to a length in which everything may be compared with everything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from detente.model.document import PROSE, Layout, Sentence
from detente.model.span import Span

LONGEST = 2500
"""Characters. No sentence of prose is nearly so long; text without full stops is, and would take time by its square."""


def prose(layout: Layout, text: str) -> Iterator[Sentence]:
    """The sentences that may state something about the world, in order, those longer than ``LONGEST`` cut at white space."""
    for sentence in layout.sentences:
        if sentence.kind not in PROSE:
            continue
        start, end = sentence.span.start, sentence.span.end
        while end - start > LONGEST:
            cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
            cut = start + LONGEST if cut < 0 else cut + 1
            yield replace(sentence, span=Span(start, cut))
            start = cut
        yield sentence if start == sentence.span.start else replace(sentence, span=Span(start, end))
