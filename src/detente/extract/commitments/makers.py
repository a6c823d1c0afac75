"""Who makes a promise, and towards whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.extract.commitments.scene import Scene
from detente.model.mention import ActorKind, ActorMention
from detente.model.span import Span
from detente.model.statement import Participant
from detente.rules.commitments import commitment_rules

SUBJECT_REACH = 160
"""Characters before a promise in which the one who makes it is looked for."""

_ACTING = (ActorKind.COUNTRY, ActorKind.GOVERNMENT, ActorKind.PAIR, ActorKind.ORGANISATION, ActorKind.OFFICE, ActorKind.PERSON)
_SUBORDINATE = re.compile(r"[;:]|\.\s")


def makers_of(scene: Scene, position: int) -> tuple[Participant, ...]:
    """Who promises: the actors of the clause before ``position``, those that "and" joins together, or a pair."""
    low = max(scene.span.start, position - SUBJECT_REACH)
    cut = low + max((match.end() for match in _SUBORDINATE.finditer(scene.text[low:position])), default=0)
    actors = [actor for actor in scene.actors if cut <= actor.span.start and actor.span.end <= position and _acts(actor)]
    if not actors:
        return ()
    named = [actor for actor in actors if not _object(scene, actor)] or actors[-1:]
    pair = next((actor for actor in reversed(named) if actor.kind is ActorKind.PAIR), None)
    found: dict[str, Participant] = {}
    for actor in [pair] if pair is not None else coordinated(scene.text, 0, named):
        for party in actor.parties:
            found.setdefault(str(party.country), Participant(party, actor.span))
    return tuple(found.values())


def receiver_of(scene: Scene, span: Span, makers: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Towards whom: the first other country in the phrase ("trade with Kazakhstan", "help Madagascar")."""
    known = {maker.party.country for maker in makers}
    for actor in scene.actors:
        plain = actor.kind is ActorKind.COUNTRY and not actor.attributive
        if span.contains(actor.span) and (plain or _object(scene, actor)):
            others = [party for party in actor.parties if party.country is not None and party.country not in known]
            if others:
                return (Participant(others[0], actor.span),)
    return ()


def _acts(actor: ActorMention) -> bool:
    """Whether the actor can promise for a party: a private person cannot."""
    if actor.kind not in _ACTING or actor.attributive:
        return False
    private = actor.kind is ActorKind.PERSON and not any(party.office for party in actor.parties)
    return not private and any(party.country for party in actor.parties)


def _object(scene: Scene, actor: ActorMention) -> bool:
    """Whether a preposition makes the actor no subject ("to Japan", "of Greece")."""
    return commitment_rules().objects.search(scene.text[max(0, actor.span.start - 14) : actor.span.start]) is not None


def coordinated(text: str, start: int, actors: Sequence[ActorMention]) -> list[ActorMention]:
    """The last actor, with those that "and" and the commas before it join to it; ``start`` is where ``text`` begins in the document."""
    rules, chosen = commitment_rules(), [actors[-1]]
    for actor in reversed(actors[:-1]):
        later = chosen[0].full or chosen[0].span
        between = text[actor.span.end - start : later.start - start] if actor.span.end <= later.start else ""
        if rules.row.fullmatch(between) is None or (len(chosen) == 1 and rules.row_joint not in between.split()):
            break
        chosen.insert(0, actor)
    return chosen
