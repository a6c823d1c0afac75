"""Names of places."""

from __future__ import annotations

from detente.model.document import Document, Layout
from detente.model.mention import ActorMention, PlaceMention


def find_places(document: Document, layout: Layout, actors: tuple[ActorMention, ...]) -> tuple[PlaceMention, ...]:
    """Every place named in ``document``, disambiguated by the countries that the document is about."""
    return ()
