"""Whose figure it is: the two sides of trade, giver and receiver, those who suffer."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from detente.extract.figures.frame import Frame
from detente.extract.figures.naming import Naming
from detente.model.mention import ActorKind, ActorMention
from detente.model.reading import Reading
from detente.model.span import Span
from detente.model.statement import Participant

_TO = re.compile(r"(?i)\b(?:to|into|in|for|towards?|against|with)\s+(?:the\s+)?\Z")
_FROM = re.compile(r"(?i)\b(?:from|by|of)\s+(?:the\s+)?\Z")
_BILATERAL = re.compile(r"(?i)\b(?:bilateral|two-way|mutual|reciprocal|between)\b")
_STATES = (ActorKind.COUNTRY, ActorKind.GOVERNMENT, ActorKind.PAIR, ActorKind.ORGANISATION)


@dataclass(frozen=True, slots=True)
class Sides:
    """Source and target of a figure."""

    source: tuple[Participant, ...] = ()
    target: tuple[Participant, ...] = ()


def document_pair(reading: Reading) -> ActorMention | None:
    """The mention that best tells which two parties the document is about: the commonest pair it names outright."""
    pairs = [actor for actor in reading.actors if actor.kind is ActorKind.PAIR and len({p.country for p in actor.parties} - {None}) == 2]
    if not pairs:
        return None
    counts = Counter(tuple(sorted(str(p.country) for p in pair.parties)) for pair in pairs)
    best = max(sorted(counts), key=lambda key: counts[key])
    return next(pair for pair in pairs if tuple(sorted(str(p.country) for p in pair.parties)) == best)


def find_sides(frame: Frame, naming: Naming, previous: Sides | None, pair: ActorMention | None) -> Sides:
    """The parties of a figure, from the actors of its clause, else of its sentence, else of the figure before it."""
    roles = naming.series.roles if naming.series is not None else "directed"
    near = _states(frame, frame.before.start, frame.after.end)
    if not near and previous is not None and (previous.source or previous.target):
        return previous
    actors = near or _states(frame, frame.sentence.span.start, frame.sentence.span.end)
    if roles == "pair":
        return _both(frame, naming, actors, pair)
    sides = _directed(frame, actors)
    if roles == "harmed":
        return Sides((), sides.source or sides.target)
    return sides


def _states(frame: Frame, low: int, high: int) -> list[ActorMention]:
    return [
        actor
        for actor in frame.actors
        if low <= actor.span.start < high and actor.kind in _STATES and any(party.country for party in actor.parties)
    ]


def _participants(actors: list[ActorMention]) -> tuple[Participant, ...]:
    """One participant a country, in the order named."""
    found: dict[str, Participant] = {}
    for actor in actors:
        for party in actor.parties:
            if party.country is not None:
                found.setdefault(party.country, Participant(party, actor.span))
    return tuple(found.values())


def _both(frame: Frame, naming: Naming, actors: list[ActorMention], pair: ActorMention | None) -> Sides:
    named = [actor for actor in actors if actor.kind is ActorKind.PAIR][:1] or actors
    both = _participants(named)[:2]
    countries = {participant.party.country for participant in both}
    words = naming.span or frame.quantity.span
    missing = pair is not None and len(both) < 2 and countries <= {party.country for party in pair.parties}
    if missing and pair is not None and (both or _BILATERAL.search(words.of(frame.text))):
        rest = tuple(Participant(party, words) for party in pair.parties if party.country not in countries)
        both = (*both, *rest)
    return Sides(both, both)


def _directed(frame: Frame, actors: list[ActorMention]) -> Sides:
    """Giver and receiver by the preposition before each; one without comes first as the giver."""
    givers: list[ActorMention] = []
    takers: list[ActorMention] = []
    for actor in actors:
        before = frame.text[max(frame.sentence.span.start, actor.span.start - 16) : actor.span.start]
        if actor.kind is ActorKind.PAIR and len(actor.parties) > 1:
            continue
        if _FROM.search(before) or not _TO.search(before):
            givers.append(actor)
        else:
            takers.append(actor)
    sources = _participants(givers)
    targets = tuple(p for p in _participants(takers) if p.party.country not in {s.party.country for s in sources[:1]})
    if not targets and len(sources) > 1:
        return Sides(sources[:1], sources[1:2])
    return Sides(sources[:1], targets[:1])


def span_of(participants: tuple[Participant, ...]) -> list[Span]:
    """Where they stand."""
    return [participant.span for participant in participants]
