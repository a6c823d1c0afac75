"""Who a mention stands for, inside one document."""

from __future__ import annotations

from detente.model.document import Document, Layout
from detente.model.mention import ActorMention


def resolve_actors(document: Document, layout: Layout, mentions: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """``mentions`` with parties filled in by named rules, so far as the document tells."""
    return mentions
