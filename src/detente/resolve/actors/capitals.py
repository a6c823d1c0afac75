"""Capitals whose name is another country's city: Tripoli in Lebanon, Salisbury in England."""

from __future__ import annotations

from detente.model.span import Span
from detente.resolve.actors.story import Story, country_of
from detente.rules.folding import fold
from detente.rules.places import gazetteer

_TOWN = 30_000
"""People from which on another country's city can be the one that is meant."""


def misplaced(story: Story) -> frozenset[Span]:
    """Capitals that stand for nobody here: their country is not named otherwise, and one that has a city of that name is."""
    named = {country_of(m) for m in story.mentions if m.rule not in ("metonym", "locative")}
    refused: set[Span] = set()
    for mention in story.mentions:
        if mention.rule in ("metonym", "locative") and country_of(mention) not in named:
            cities = gazetteer().get(fold(mention.span.of(story.text)).text, ())
            if any(city.country in named and city.country is not None and city.population >= _TOWN for city in cities):
                refused.add(mention.span)
    return frozenset(refused)
