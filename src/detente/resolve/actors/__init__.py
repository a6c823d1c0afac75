"""Who a mention stands for, inside one document."""

from __future__ import annotations

from detente.model.document import Document, Layout
from detente.model.mention import ActorMention
from detente.resolve.actors.capitals import former_seats, misplaced
from detente.resolve.actors.people import fill, gather
from detente.resolve.actors.phrases import resolve_phrases
from detente.resolve.actors.register import consult
from detente.resolve.actors.story import Story

_NEEDS_SOMEONE = frozenset(
    {"pronoun", "host", "guest", "former", "latter", "country", "bloc", "neighbour", "counterpart", "north", "south", "republic"}
)
"""Rules whose mentions say nothing when nobody was found for them."""


def resolve_actors(document: Document, layout: Layout, mentions: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """``mentions`` with parties filled in by named rules, so far as the document tells; pronouns that stay open are dropped."""
    story = Story(document, layout, mentions)
    people = gather(story)
    former_seats(story)
    consult(story, people)
    fill(story, people)
    resolve_phrases(story, people)
    elsewhere = misplaced(story)
    return tuple(m for m in story.mentions if (m.parties or m.rule not in _NEEDS_SOMEONE) and m.span not in elsewhere)
