"""Deeds within one country: a government and its own people, bodies and towns."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from detente.extract.events.context import Context
from detente.extract.events.frames import Trigger
from detente.extract.events.grammar import joined, words
from detente.extract.events.named import named_at, subjects
from detente.extract.events.scene import Scene, as_participant, participants
from detente.extract.events.sides import WHOLE_COUNTRY, at_home, countries, placed
from detente.model.mention import Party
from detente.model.statement import Participant
from detente.rules.anaphors import anaphors
from detente.rules.codebook import codebook

DOMESTIC = frozenset({"words", "protest and coercion", "rules", "security", "people and culture"})
"""Families of deeds that a country's own people and bodies do to one another."""
_SAID = frozenset({"words"})
"""Families of what is said to someone."""
_AT_HOME = frozenset({"protest and coercion"})
"""Families whose deeds are done to a country's own people where they are done on its own ground."""
_VIOLENCE = "ASSAULT"
"""The type of deeds that are likewise done at home, unless the text is about two countries."""
_MOVED = "MOBILIZE"
"""The type of deeds done with one's own forces, which are not done to them."""
_WHERE = frozenset({"in", "of", "from", "throughout", "across", "at", "around"})
"""Prepositions under which a place tells whose people they are."""


def compatriots(trigger: Trigger, scene: Scene, context: Context, slots: Sequence[str], source: Sequence[Participant]) -> list[Participant]:
    """Others of the doer's own country to whom it is done: that country's own affair, not done to the document's other party."""
    family = codebook().kinds[trigger.frame.kind].family
    if family not in DOMESTIC or codebook().kinds[trigger.frame.kind].plover == _MOVED:
        return []  # "sent *American troops*": they are what was sent
    doers = {p.span for p in source}
    abroad = not to_own_people(trigger, scene, context, countries(source))
    for slot in slots:
        heads = trigger.slots.get(slot, ())
        named = [m for h in heads for m in (scene.near(h) or scene.deep(h))]
        bodies = [m for h in heads for m in scene.near(h) if not scene.mentions_at(h) and words(h) & anaphors()["compatriots"]]
        found = participants([m for m in named if m.attributive or m.rule not in WHOLE_COUNTRY or m in bodies])
        found = [p for p in found if p.party.country and p.span not in doers and (abroad or p.party.country in countries(source))]
        found = found or [p for h in heads if h.tag_ == "NNS" for p in placed(scene, h, countries(source))]
        if found:
            return found
    own_people = of_one_country(trigger, scene, context, slots, countries(source))
    if own_people:
        return own_people
    violent = codebook().kinds[trigger.frame.kind].plover == _VIOLENCE
    if violent and context.firm:
        return at_home(trigger, scene, ("object",), countries(source))  # "Ethiopian troops attacked *Tigray*"
    return at_home(trigger, scene, (*slots, "in", "object"), countries(source)) if violent or family in _AT_HOME else []


def of_one_country(trigger: Trigger, scene: Scene, context: Context, slots: Sequence[str], own: set[str]) -> list[Participant]:
    """Those of no told country, in a text that names a single one: "Chad's army fired on *protesters*" tells of Chad alone."""
    if len(own) != 1 or set(context.names) != own:
        return []
    country = next(iter(own))
    heads = [one for slot in slots for head in trigger.slots.get(slot, ()) for one in joined(head)]
    people = [h for h in heads if not countries(participants(scene.near(h))) and _is_compatriot(h, scene)]
    return [Participant(Party(h.text, country), scene.span(h)) for h in people[:1]]


def _is_compatriot(head: Token, scene: Scene) -> bool:
    """Whether a noun is for people or bodies such as any country has, or a person's name."""
    return bool(words(head) & anaphors()["compatriots"]) or (head.pos_ == "PROPN" and scene.is_person(head))


def to_own_people(trigger: Trigger, scene: Scene, context: Context, own: set[str]) -> bool:
    """Whether words are said to the speaker's own people: "urged *Congress* to forgive Jordan's debts" and "asked
    that *Congress* forgive them" ask nothing of Jordan."""
    if trigger.frame.part != "verb" or codebook().kinds[trigger.frame.kind].family not in _SAID:
        return False
    told = countries(named_at(scene, context, trigger.slots.get("object", ()) or subjects(trigger.slots.get("complement", ()))))
    return bool(own) and bool(told) and told <= own


def people_of(trigger: Trigger, scene: Scene, slots: Sequence[str]) -> list[Participant]:
    """The country of people told by where they are: "students *throughout Indonesia*", "demonstrators *in Baghdad*"."""
    if codebook().kinds[trigger.frame.kind].family not in _AT_HOME:
        return []
    heads = [h for slot in slots for head in trigger.slots.get(slot, ()) for h in joined(head) if h.tag_ == "NNS"]
    where = [o for h in heads for c in h.children if c.dep_ == "prep" and c.lower_ in _WHERE for o in c.children if o.dep_ == "pobj"]
    found = participants([m for o in where for m in scene.near(o)]) or [
        p for o in where for place in scene.deep_places(o) if (p := as_participant(place)) is not None
    ]
    return [p for p in found if p.party.country][:1]
