"""A document's blocks, sentences and quotations, by offsets only. The text is never changed."""

from __future__ import annotations

from dataclasses import replace

from detente.model.document import Block, BlockKind, Document, Layout, Sentence
from detente.model.span import Span
from detente.rules.layout import LayoutRules, layout_rules
from detente.segment.blocks import classify
from detente.segment.joins import continues
from detente.segment.lines import paragraphs
from detente.segment.quotations import quotations
from detente.segment.sentences import sentences

_SPLIT = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION})
"""Kinds that hold several sentences; any other block is one unit."""


def segment(document: Document) -> Layout:
    """Blocks (completing what the format told), sentences and quotations of ``document``.

    Blocks are in order and disjoint. Sentences are in order and disjoint; each begins in its block, and one that a blank line
    broke reaches into the next.
    """
    rules = layout_rules()
    text = document.text
    rough = list(document.blocks) or [Block(span, BlockKind.PARAGRAPH) for span in paragraphs(text, rules)]
    if document.title_span is not None:
        rough = [replace(b, kind=BlockKind.TITLE) if b.span == document.title_span else b for b in rough]
    blocks = tuple(replace(b, paragraph=i) for i, b in enumerate(classify(text, rough, rules), 1))
    return Layout(blocks, tuple(_sentences(text, blocks, rules)), quotations(text, blocks))


def with_title(document: Document, layout: Layout) -> Document:
    """``document`` with the title that its layout shows, where reading could not tell one (plain text)."""
    if document.title is not None:
        return document
    block = next((b for b in layout.blocks if b.kind is BlockKind.TITLE), None)
    return document if block is None else replace(document, title=block.span.of(document.text), title_span=block.span)


def _sentences(text: str, blocks: tuple[Block, ...], rules: LayoutRules) -> list[Sentence]:
    found: list[Sentence] = []
    under: list[int] = []
    carried: Span | None = None
    for index, block in enumerate(blocks):
        headings = tuple(i for i in under if i != index)
        spans = sentences(text, block.span, rules) if block.kind in _SPLIT else [block.span]
        if carried is not None and found:
            found[-1] = replace(found[-1], span=found[-1].span.cover(spans[0]))
            spans = spans[1:]
        found.extend(Sentence(span, block.kind, index, headings) for span in spans)
        follows = blocks[index + 1] if index + 1 < len(blocks) else None
        carried = block.span if follows is not None and continues(block, follows, text, rules) else None
        under = _governing(blocks, under, index)
    return found


def _governing(blocks: tuple[Block, ...], under: list[int], index: int) -> list[int]:
    """The headings that govern what follows block ``index``, outermost first."""
    block = blocks[index]
    if block.kind is not BlockKind.HEADING:
        return under
    level = block.level or 1
    return [i for i in under if (blocks[i].level or 1) < level] + [index]
