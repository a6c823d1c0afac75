"""Capitals that are not today's: another country's city (Tripoli in Lebanon), or a former state's seat (Moscow of the Soviet Union)."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from detente.model.mention import Party
from detente.model.span import Span
from detente.resolve.actors.story import Story, country_of
from detente.rules.actors import country_names, shared_seats
from detente.rules.folding import fold
from detente.rules.places import gazetteer

_TOWN = 30_000
"""People from which on another country's city can be the one that is meant."""


def former_seats(story: Story) -> None:
    """Give a shared seat to the former state where the document names that one and not today's: "Prague" beside "Czechoslovakia"."""
    named = Counter(country_of(m) for m in story.mentions if m.rule not in ("metonym", "locative"))
    for index, mention in enumerate(story.mentions):
        if mention.rule not in ("metonym", "locative"):
            continue
        former = shared_seats().get(fold(mention.span.of(story.text)).text)
        if former is not None and named[former] > named[country_of(mention)]:
            party = Party(country_names()[former], former)
            story.mentions[index] = replace(mention, parties=(party,))


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
