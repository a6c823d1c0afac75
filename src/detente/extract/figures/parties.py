"""Whose figure it is: the two sides of trade, giver and receiver, those who suffer."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from detente.extract.figures.frame import Frame
from detente.extract.figures.naming import Naming
from detente.model.mention import ActorKind, ActorMention
from detente.model.reading import Reading
from detente.model.statement import Participant
from detente.rules.clauses import figure_clauses
from detente.rules.series import MONEY

_IN_WHOSE_ORDER = figure_clauses()["in_whose_order"]
_TO = figure_clauses()["receiver"]
_ORIGIN = figure_clauses()["origin"]
_SAYS = figure_clauses()["says"]
_RECEIVES = figure_clauses()["receives"]
_OWNED = re.compile(r"(?:['’]s?)?(?:\s+[\w-]+){0,2}\s+")
RECEIVES_REACH = 60
"""Characters behind an actor in which a verb makes it the receiver."""

_FROM = figure_clauses()["giver"]
_STATES = (ActorKind.COUNTRY, ActorKind.GOVERNMENT, ActorKind.PAIR, ActorKind.ORGANISATION, ActorKind.OFFICE, ActorKind.PERSON)


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
    """The parties of a figure: of its clause, completed from its sentence and from the figure before it."""
    roles = naming.series.roles if naming.series is not None else "directed"
    near = _states(frame, frame.before.start, frame.after.end)
    if not near and previous is not None and (previous.source or previous.target):
        return previous
    actors = near or _states(frame, frame.sentence.span.start, frame.sentence.span.end)
    if roles == "pair":
        return _both(frame, naming, actors, pair)
    if roles == "harmed":
        return _harmed(frame, naming, actors)
    if frame.unit_class == "rank":
        return _ranked(frame)
    return _completed(frame, _directed(frame, naming, actors), previous)


def _completed(frame: Frame, sides: Sides, previous: Sides | None) -> Sides:
    """Fills a missing giver from the figure before, a missing receiver from the rest of the sentence."""
    source, target = sides.source, sides.target
    if not source and target and previous is not None:
        source = tuple(p for p in previous.source if p.party.country != target[0].party.country)
    if source and not target:
        rest = [actor for actor in _states(frame, frame.quantity.span.end, frame.sentence.span.end) if _takes(frame, actor)]
        target = tuple(p for p in _participants(rest) if p.party.country != source[0].party.country)[:1]
    return Sides(source, target)


def _states(frame: Frame, low: int, high: int) -> list[ActorMention]:
    """The countries and organisations named between ``low`` and ``high``; "US" in "US dollars" is none."""
    return [
        actor
        for actor in frame.actors
        if low <= actor.span.start < high
        and actor.kind in _STATES
        and any(party.country for party in actor.parties)
        and not _SAYS.match(frame.text, actor.span.end)
        and not (frame.unit_class == MONEY and frame.quantity.span.contains(actor.span))
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
    named = [actor for actor in actors if actor.kind is ActorKind.PAIR and len(_participants([actor])) > 1][:1] or actors
    both = _participants(named)[:2]
    countries = {participant.party.country for participant in both}
    words = naming.span or frame.quantity.span
    if pair is not None and len(both) < 2 and countries <= {party.country for party in pair.parties}:
        rest = (Participant(party, words) for party in pair.parties if party.country not in countries)
        both = (*both, *rest)
    return Sides(both, both)


def _harmed(frame: Frame, naming: Naming, actors: list[ActorMention]) -> Sides:
    """Those who suffer: of the nation named in the count; who did it only where the verb stands between the two."""
    own = [actor for actor in actors if frame.quantity.span.contains(actor.span)]
    victims = _participants(own)[:1]
    verb = naming.span
    doers = [
        actor
        for actor in actors
        if verb is not None
        and actor.span.end <= verb.start < frame.quantity.span.start
        and not actor.attributive
        and not _takes(frame, actor)
    ]
    harmed = {victim.party.country for victim in victims}
    return Sides(tuple(p for p in _participants(doers[-1:]) if p.party.country not in harmed)[:1], victims)


def _ranked(frame: Frame) -> Sides:
    """Who holds a rank, and in whose order: "Chile is Bolivia's third-largest market", "the largest partner of the United States"."""
    at = frame.quantity.span
    actors = _states(frame, frame.sentence.span.start, frame.sentence.span.end)
    text = frame.text
    owner = next((a for a in actors if a.span.end <= at.start and re.fullmatch(r"['’]s?\s+", text[a.span.end : at.start])), None)
    behind = [a for a in actors if a.span.start >= at.end and _IN_WHOSE_ORDER.search(text[at.end : a.span.start])]
    judge = owner or (behind[0] if behind else None)
    holders = [a for a in actors if a is not judge and a.span.end <= at.start and not _takes(frame, a)]
    judged = _participants([judge] if judge is not None else [])
    countries = {p.party.country for p in judged}
    return Sides(tuple(p for p in _participants(holders) if p.party.country not in countries)[:1], judged[:1])


def _takes(frame: Frame, actor: ActorMention) -> bool:
    before = frame.text[max(frame.sentence.span.start, actor.span.start - 20) : actor.span.start]
    return _TO.search(before) is not None


def _owner(frame: Frame, naming: Naming, actors: list[ActorMention]) -> ActorMention | None:
    """Whose series it is: the nation of those counted, or the actor right before the words ("Vietnam's exports")."""
    for actor in actors:
        if frame.quantity.span.contains(actor.span):
            return actor
        named = naming.span
        if named is not None and actor.span.end <= named.start and _OWNED.fullmatch(frame.text[actor.span.end : named.start]):
            return actor
    return None


def _directed(frame: Frame, naming: Naming, actors: list[ActorMention]) -> Sides:
    """Giver and receiver: the owner of the series gives (of imports: takes), "from" marks the giver and "to" the receiver."""
    owner = _owner(frame, naming, actors)
    single = [actor for actor in actors if not (actor.kind is ActorKind.PAIR and len(actor.parties) > 1)]
    inward = naming.series is not None and naming.series.key == "imports"
    origin = [actor for actor in single if actor is not owner and _gives(frame, actor, inward)]
    if inward:
        sources = _participants(origin)
        targets = _participants([owner] if owner is not None else [actor for actor in single if actor not in origin])
    else:
        takers = [actor for actor in single if _takes(frame, actor)]
        if naming.series is not None and naming.series.roles == "imposed":
            takers, origin = [*takers, *origin], []
        givers = [actor for actor in single if actor not in takers and actor not in origin]
        if owner is None and givers and _RECEIVES.search(frame.text[givers[0].span.end : frame.quantity.span.start][:RECEIVES_REACH]):
            takers, givers = [givers[0], *takers], givers[1:]
        sources = _participants([owner] if owner is not None else [*origin, *givers])
        targets = _participants([*takers, *givers] if owner is not None or origin else takers) or sources[1:]
    first = sources[:1]
    return Sides(first, tuple(p for p in targets if p.party.country not in {s.party.country for s in first})[:1])


def _gives(frame: Frame, actor: ActorMention, inward: bool) -> bool:
    """Whether "from" or "by" stands before the actor; of imports also "of" ("imports of Russian gas")."""
    before = frame.text[max(frame.sentence.span.start, actor.span.start - 14) : actor.span.start]
    return (_ORIGIN if inward else _FROM).search(before) is not None
