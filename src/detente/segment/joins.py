"""A sentence broken over a blank line is one sentence."""

from __future__ import annotations

from detente.model.document import Block, BlockKind
from detente.rules.layout import LayoutRules

_FINAL = ".!?…:;"
_CLOSERS = "\"”’»)]'*_"


def unfinished(text: str, rules: LayoutRules) -> bool:
    """Whether ``text`` breaks off: it ends in a comma or in a word that cannot end a sentence."""
    bare = text.rstrip()
    if not bare or bare[-1] in _FINAL:
        return False
    return bare[-1] in ",–—-" or bare.rsplit(None, 1)[-1].lower() in rules.dangling


def continues(before: Block, after: Block, text: str, rules: LayoutRules) -> bool:
    """Whether the last sentence of ``before`` runs on into ``after``."""
    if before.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or after.kind is not BlockKind.PARAGRAPH:
        return False
    left, right = before.span.of(text).rstrip(), after.span.of(text)
    if not left or left.rstrip(_CLOSERS)[-1:] in _FINAL:
        return False
    return right[:1].islower() or unfinished(left, rules)
