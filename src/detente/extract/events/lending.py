"""What a sentence leaves unsaid of an event's parties, taken from the document by a named rule, and when nothing may be taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from detente.extract.events.context import Context
from detente.extract.events.frames import Trigger
from detente.extract.events.grammar import core, joined, words
from detente.extract.events.named import acting
from detente.extract.events.scene import Scene
from detente.extract.events.sides import CITIES, countries, is_state
from detente.model.statement import Participant
from detente.rules.anaphors import anaphors
from detente.rules.codebook import Shape, codebook

_ACTING = ("subject", "object", "agent", "by", "of", "with", "between", "among", "to", "from", "owner", "modifier", "support", "against")
"""Slots in which a third country would be taking part, not only be where it happens."""
_CARRYING = frozenset({"economy", "aid and legacy"})
"""Families whose measures are spoken of again without their parties."""
MUTUAL = frozenset({"relations", "missions"})
"""Families whose events concern both of a document's parties even when a sentence names neither ("Ties were cut on ...")."""


@dataclass(frozen=True, slots=True)
class Roles:
    """The parties of one event, and the rule that completed them (empty when the sentence names them all)."""

    source: tuple[Participant, ...]
    target: tuple[Participant, ...]
    rule: str = ""


def unless_others(roles: Roles, trigger: Trigger, scene: Scene, context: Context) -> Roles | None:
    """Parties of which some are taken from the document; None in a history whose sentence names a third country: it may be that one's.

    A story of a day keeps to its two countries; there the doubt cost four right statements for one wrong (press corpus).
    """
    pair = set(context.pair or ())
    if context.published is not None or codebook().kinds[trigger.frame.kind].family in MUTUAL:
        return roles
    here = scene.sentence.span
    named = {p.country for m in scene.actors if here.overlaps(m.span) and m.rule not in CITIES for p in m.parties}
    return roles if all(code in pair for code in named if is_state(code)) else None


def unresolved(trigger: Trigger, scene: Scene, slots: Sequence[str], who: str = "others") -> bool:
    """Whether a slot holds a noun for an actor whom no mention names: whoever it is, it is not the document's other party."""
    things = {slot for slot, entries in trigger.frame.needs if not any(entry.startswith("@") for entry in entries)}
    heads = [
        one for slot in slots for head in trigger.slots.get(slot, ()) for one in joined(head) if slot not in things or one.lower_ != "it"
    ]
    return any(
        words(h) & anaphors()[who] and not scene.near(h) and not (h.lower_ in anaphors()["plurals"] and not scene.mentions_at(h))
        for h in heads
    )


def among_others(trigger: Trigger, scene: Scene) -> bool:
    """Whether something is told between those whom no mention names, and who are no sides: "fighting between *the warlords*"."""
    heads = [t for slot in ("between", "among") for head in trigger.slots.get(slot, ()) for t in joined(head)]
    return any(not (scene.near(t) or words(t) & (anaphors()["plurals"] | anaphors()["sides"])) for t in heads)


def third_party(trigger: Trigger, scene: Scene, context: Context) -> bool:
    """Whether the event's own clause names a country other than the document's two: then it may be that one's event."""
    pair = set(context.pair or ())
    own = [t for slot in _ACTING for head in acting(trigger, scene, slot) for t in core(head)]
    return any(is_state(p.country) and p.country not in pair for t in own for m in scene.mentions_at(t) for p in m.parties)


def _carried(family: str, scene: Scene, context: Context) -> Roles | None:
    """The sides of the last event of the family, if measures of it are spoken of again ("the embargo") or it is in the same sentence."""
    for earlier in reversed(context.statements):
        if family not in _CARRYING and not scene.sentence.span.contains(earlier.span):
            return None
        kind = codebook().kinds[earlier.kind]
        if kind.family == family and kind.shape is Shape.DIRECTED and countries(earlier.target):
            return Roles(earlier.source, earlier.target, "carried")
    return None


def of_the_other(doers: Sequence[Participant], to_whom: Sequence[Participant], context: Context, leaning: bool) -> Roles | None:
    """Doers whose country the text does not tell, and whose deed is to one of the document's two parties, are taken to be of the other."""
    found = countries(to_whom)
    other = context.other(next(iter(found))) if len(found) == 1 and leaning else None
    if other is None:
        return None
    named = tuple(replace(p, party=replace(p.party, country=other.party.country)) for p in doers)
    return Roles(named or (other,), tuple(to_whom), "pair")


def leaning(trigger: Trigger, scene: Scene, context: Context) -> bool:
    """Whether a deed told of one party may be given the document's other one: in their relations, or in a text about them alone."""
    if codebook().kinds[trigger.frame.kind].family in MUTUAL:
        return True
    return context.firm and not unresolved(trigger, scene, ("object", "indirect", "to", "on", "against", "with"), "elsewhere")


def nobody_named(trigger: Trigger, scene: Scene, context: Context) -> Roles | None:
    """The parties of an event whose clause names none: the document's two for their relations, or those of the measure told before."""
    if trigger.frame.party or trigger.frame.both or third_party(trigger, scene, context):
        return None
    family = codebook().kinds[trigger.frame.kind].family
    if family in MUTUAL and context.both():
        return Roles(tuple(context.both()), tuple(context.both()), "pair")
    return _carried(family, scene, context)
