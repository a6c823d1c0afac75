"""Who did it, to or with whom: read from the slots of an event's frame and, failing that, from the document by a named rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from detente.extract.events.context import Context
from detente.extract.events.frames import Trigger
from detente.extract.events.grammar import governor, is_mutual
from detente.extract.events.home import DOMESTIC, compatriots, of_one_country, people_of, to_own_people
from detente.extract.events.lending import MUTUAL, Roles, leaning, nobody_named, of_the_other, unless_others, unresolved
from detente.extract.events.named import doer_slots, first_foreign, first_named, goal_slots, named_at
from detente.extract.events.scene import Scene, as_participant, participants
from detente.extract.events.sides import CITIES, countries, states, to_itself
from detente.extract.events.together import mutual_roles, together
from detente.extract.events.writers import RULE as WRITER
from detente.model.mention import ActorKind
from detente.model.statement import Participant
from detente.rules.codebook import Shape, codebook
from detente.rules.status import status_words

_ALONE = frozenset({"protest and coercion", "rules", "people and culture"})
"""Families whose deeds are told without saying to whom. Of others it was not told of two countries in two of three cases (read by hand)."""

_SPOKEN = frozenset({"words"})
"""Families of what is said, of which a noun too tells who says it."""


def find_roles(trigger: Trigger, scene: Scene, context: Context) -> Roles | None:
    """The parties, or None when nobody's country can be told or the event is one party's own affair where two are wanted."""
    roles = _found(trigger, scene, context)
    if roles is not None and not roles.rule and any(_is_writer(p, scene) for p in (*roles.source, *roles.target)):
        return replace(roles, rule=WRITER)
    if roles is None or roles.rule or all(_stands_in(p, scene) for p in (*roles.source, *roles.target)):
        return roles
    return replace(roles, rule="part")


def _is_writer(participant: Participant, scene: Scene) -> bool:
    """Whether a party is whoever wrote the paper, who is named in its head alone."""
    return any(m.rule == WRITER and m.span == participant.span for m in scene.actors)


def _stands_in(participant: Participant, scene: Scene) -> bool:
    """Whether it is the sentence that names a party; "the guest" stands for one of the visit told before."""
    return participant.span is None or scene.sentence.span.overlaps(participant.span)


def _found(trigger: Trigger, scene: Scene, context: Context) -> Roles | None:
    finder = {Shape.RECIPROCAL: together, Shape.VISIT: _visit, Shape.DIRECTED: _directed, Shape.SINGLE: _single}[trigger.frame.shape]
    one_way = trigger.frame.shape in (Shape.VISIT, Shape.DIRECTED)
    if one_way and any(is_mutual(t) for slot in goal_slots(trigger) for t in trigger.slots.get(slot, ())):
        return mutual_roles(trigger, scene, context)
    return finder(trigger, scene, context)


def _visit(trigger: Trigger, scene: Scene, context: Context) -> Roles | None:
    visitors = first_named(trigger, scene, context, doer_slots(trigger))
    own = countries(visitors)
    hosts = _hosts(trigger, scene, own)
    if not visitors and unresolved(trigger, scene, doer_slots(trigger)):
        return None
    if not own:
        guessed = of_the_other(visitors, hosts, context, leaning=context.firm)
        return unless_others(guessed, trigger, scene, context) if guessed is not None else None
    if hosts and len(states(visitors)) > 1 and _is_venue(hosts, scene):
        return None
    if hosts:
        return Roles(tuple(visitors), tuple(hosts))
    if _stays_home(trigger, scene, own) or len(own) != 1 or not context.firm:
        return None
    other = context.other(next(iter(own)))
    return unless_others(Roles(tuple(visitors), (other,), "pair"), trigger, scene, context) if other is not None else None


def _received(noun: Token) -> bool:
    """Whether a noun's event came to the subject of its verb: "suffered *an attack*", "received *a letter*"."""
    verb, direct = governor(noun)
    return verb is not None and direct and noun.dep_ == "dobj" and verb.lemma_.lower() in status_words()["receiving"]


def _hosts(trigger: Trigger, scene: Scene, own: set[str]) -> list[Participant]:
    for slot in goal_slots(trigger):
        for head in trigger.slots.get(slot, ()):
            places = [as_participant(p) for p in scene.deep_places(head)]
            found = participants(scene.near(head)) or [p for p in places if p is not None]
            foreign = [p for p in found if p.party.country and p.party.country not in own]
            if foreign:
                return foreign[:1] if len(countries(foreign)) == 1 else foreign
    return []


def _is_venue(hosts: Sequence[Participant], scene: Scene) -> bool:
    """Whether those of two states go where they meet, and visit nobody: "negotiators of both sides returned *to Geneva*"."""
    cities = {m.span for m in scene.actors if m.rule in CITIES}
    countries_named = {m.span for m in scene.actors if m.rule not in CITIES}
    return all(p.span in cities or p.span not in countries_named for p in hosts)


def _stays_home(trigger: Trigger, scene: Scene, own: set[str]) -> bool:
    """Whether the goal that is named lies in the visitor's own country."""
    for slot in ("to", "in", "object", "into"):
        for head in trigger.slots.get(slot, ()):
            if any(p.party.country in own for p in participants(scene.near(head))) or any(
                p.country in own for p in scene.deep_places(head)
            ):
                return True
    return False


def _directed(trigger: Trigger, scene: Scene, context: Context) -> Roles | None:
    between = named_at(scene, context, trigger.slots.get("between", ()))
    if len(countries(between)) > 1:
        return Roles(tuple(between), tuple(between))
    sources, targets = doer_slots(trigger), goal_slots(trigger)
    if trigger.frame.part == "noun" and _received(trigger.head):
        sources, targets = tuple(s for s in sources if s != "support"), ("support", *targets)
    source = first_named(trigger, scene, context, sources) or people_of(trigger, scene, sources)
    own = countries(source)
    target = [] if to_own_people(trigger, scene, context, own) else first_foreign(trigger, scene, context, targets, own)
    if not source and unresolved(trigger, scene, sources):
        return None
    if not own and not target:
        return None if source and trigger.frame.party else nobody_named(trigger, scene, context)
    if trigger.frame.both and not (own and target):
        return None
    return _one_to_other(trigger, scene, context, targets, source, target)


def _one_to_other(
    trigger: Trigger, scene: Scene, context: Context, targets: Sequence[str], source: list[Participant], target: list[Participant]
) -> Roles | None:
    """From whoever of doer and done-to is known, the other: named, of the doer's own country, or the document's other party."""
    own = countries(source)
    at_home_too = of_one_country(trigger, scene, context, doer_slots(trigger), countries(target))
    if not own and at_home_too and codebook().kinds[trigger.frame.kind].family in DOMESTIC:
        return Roles(tuple(at_home_too), tuple(target))
    if not own:
        guessed = of_the_other(source, target, context, leaning(trigger, scene, context))
        return unless_others(guessed, trigger, scene, context) if guessed is not None else None
    target = target or compatriots(trigger, scene, context, targets, source)
    if target:
        return None if to_itself(source, target) else Roles(tuple(source), tuple(target))
    if len(own) > 1:
        return None if _to_both(trigger, scene, targets) else Roles(tuple(source), tuple(source))
    other = context.other(next(iter(own))) if leaning(trigger, scene, context) else None
    family = codebook().kinds[trigger.frame.kind].family
    told = family in DOMESTIC and (trigger.frame.part == "verb" or family in _SPOKEN)  # "thwarted an attack" tells no doer
    if other is None and family not in _ALONE | MUTUAL and not (told and set(context.names) == own):
        return None  # in a text that names one country alone, its deeds are its own
    lent = unless_others(Roles(tuple(source), (other,), "pair"), trigger, scene, context) if other is not None else None
    return lent or (Roles(tuple(source), ()) if family in _ALONE or other is None else None)


def _to_both(trigger: Trigger, scene: Scene, targets: Sequence[str]) -> bool:
    """Whether two do something to a pair that is not named: "Britain and France cut off supplies to *both belligerents*"."""
    heads = [h for slot in targets if slot != "subject" for h in trigger.slots.get(slot, ())]
    return any(m.kind is ActorKind.PAIR for h in heads for m in scene.mentions_at(h))


def _single(trigger: Trigger, scene: Scene, context: Context) -> Roles | None:
    source = [p for p in first_named(trigger, scene, context, doer_slots(trigger)) if p.party.country]
    return Roles(tuple(source), ()) if source else None
