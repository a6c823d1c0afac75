"""Names of countries, governments, organisations, people and offices, as they are written."""

from __future__ import annotations

from detente.model.document import Document, Layout
from detente.model.mention import ActorMention


def find_actors(document: Document, layout: Layout) -> tuple[ActorMention, ...]:
    """Every mention of an actor, in order; pairs, short names, offices and pronouns have no parties yet."""
    return ()
