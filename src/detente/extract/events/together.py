"""The parties of what is done together: meetings, talks, treaties, relations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from detente.extract.events.context import Context
from detente.extract.events.frames import Trigger
from detente.extract.events.grammar import governor, joined, noun_slots
from detente.extract.events.lending import MUTUAL, Roles, among_others, third_party, unless_others, unresolved
from detente.extract.events.named import acting, doer_slots, first_named, named_at, partners_inside, party_to
from detente.extract.events.scene import Scene, participants
from detente.extract.events.sides import WHOLE_COUNTRY, countries, is_state, merge, states
from detente.model.statement import Participant
from detente.rules.anaphors import anaphors
from detente.rules.codebook import codebook
from detente.rules.grammar import grammar_words
from detente.rules.status import status_words

_VERB_BOTH = ("subject", "agent", "object", "with", "between", "among", "by", "of")
_NOUN_BOTH = ("owner", "by", "of", "between", "with", "among", "from", "modifier", "support", "circumstance", "beside")
_SOMEONE = frozenset({"@party", "@person"})
_LENT = frozenset({"support", "circumstance", "beside"})
"""Slots that a noun borrows from the verb it hangs on: whoever stands there may only host, broker or praise what others do."""


def mutual_roles(trigger: Trigger, scene: Scene, context: Context) -> Roles | None:
    """The parties of what is done both ways: those who do it to each other, or the document's two where they are not named."""
    named = first_named(trigger, scene, context, doer_slots(trigger))
    both = named if len(countries(named)) > 1 else context.both()
    known = countries(named) <= countries(both) and len(countries(both)) > 1
    return Roles(tuple(both), tuple(both), "" if both == named else "pair") if known else None


def together(trigger: Trigger, scene: Scene, context: Context) -> Roles | None:
    """Everybody who takes part in what is done together, in whatever slot; completed from the document where one side is unsaid."""
    names = _VERB_BOTH if trigger.frame.part == "verb" else _NOUN_BOTH
    asked = (slot for slot, entries in trigger.frame.needs if any(e in _SOMEONE for e in entries))  # "called *on the president*"
    names = tuple(dict.fromkeys((*names, *trigger.frame.sources, *trigger.frame.targets, *asked)))
    out: list[Participant] = []
    among: list[Participant] = []
    for slot in names:
        if slot in _LENT and len(states(among)) > 1:
            continue  # "*Carter* welcomed the treaty between Egypt and Israel"; but "*Kenya* held talks with Chad and Mali"
        before = len(out)
        heads = _not_of_topic(trigger, scene, acting(trigger, scene, slot))
        if slot == "subject":
            merge(out, (p for h in heads for p in _companions(scene, h)))
        if slot == "object" and trigger.head.lemma_.lower() in grammar_words()["topic_verbs"]:
            continue  # "discussed *Germany*" is no talk with it
        if slot == "object" and heads and not any(scene.near(h) for h in heads):
            merge(out, party_to(scene, heads))
        elif slot == "object" and heads:
            merge(out, named_at(scene, context, heads))
            merge(out, (p for h in heads for p in partners_inside(scene, h)))
        else:
            merge(out, named_at(scene, context, heads))
        among += out[before:] if slot != "with" else []
    held = trigger.frame.part == "noun" and _taking_place(trigger.head)
    plural = (
        held
        or bool(trigger.slots.get("between"))
        or any(
            h.lower_ in anaphors()["plurals"] and not scene.mentions_at(h)
            for slot in ("subject", "owner", "agent", "object")
            for h in trigger.slots.get(slot, ())
        )
    )
    if trigger.frame.party and not out and not plural:
        return None
    return _complete(out, trigger, scene, context)


def _not_of_topic(trigger: Trigger, scene: Scene, heads: Sequence[Token]) -> list[Token]:
    """Those who do not share what others do and what was talked about: "discussed a meeting of the king *with the president*"."""
    if trigger.frame.part != "verb" or trigger.head.lemma_.lower() not in grammar_words()["topic_verbs"]:
        return list(heads)
    topics = [t for t in trigger.slots.get("object", ()) if any(scene.near(o) for o in noun_slots(t).get("of", ()))]
    return [h for h in heads if not any(t.is_ancestor(h) and t.i < h.i for t in topics)]


def _sits_alone(trigger: Trigger, scene: Scene) -> bool:
    """Whether a body meets by itself: "the *Congress* met", where "the ministers met" met those of another side."""
    if trigger.frame.part != "verb" or any(trigger.slots.get(slot) for slot in ("with", "object", "between", "agent", "on", "by")):
        return False
    heads = trigger.slots.get("subject", [])
    mentions = [m for h in heads for m in scene.mentions_at(h)]
    alone = len(heads) == 1 and len(joined(heads[0])) == 1 and not scene.is_person(heads[0]) and not scene.is_plural(heads[0])
    return alone and bool(mentions) and all(m.rule not in WHOLE_COUNTRY for m in mentions)


def _companions(scene: Scene, head: Token) -> Iterator[Participant]:
    """Who acts beside a subject: "Chad, *together with Mali*, signed"."""
    for child in head.children:
        for prep in (child, *child.children):
            beside = prep.lower_ == "with" and {prep.head.lower_, *(c.lower_ for c in prep.children)} & grammar_words()["besides"]
            yield from (p for obj in prep.children if beside and obj.dep_ == "pobj" for p in participants(scene.near(obj)))


def _taking_place(noun: Token) -> bool:
    """Whether a noun's event is said to take place ("rounds of *talks* were held"), so that somebody held it."""
    verb, direct = governor(noun)
    if verb is not None and not direct and verb.pos_ in ("NOUN", "PROPN"):
        verb, direct = governor(verb)
    return verb is not None and direct and verb.pos_ in ("VERB", "AUX") and verb.lemma_.lower() in status_words()["occurring"]


def _complete(out: list[Participant], trigger: Trigger, scene: Scene, context: Context) -> Roles | None:
    known = countries(out)
    if len(known) >= 2:
        return Roles(tuple(out), tuple(out))
    named_for = countries(named_at(scene, context, [*trigger.slots.get("modifier", ()), *trigger.slots.get("owner", ())]))
    if named_for and not any(is_state(code) for code in named_for | known):
        return None  # "the NATO summit" is NATO's
    if known and not any(is_state(code) for code in known) and not trigger.frame.both:
        known = set()  # an organisation that brokered or hosted it
    if trigger.frame.both or unresolved(trigger, scene, ("subject", "agent", "with", "between", "by")) or among_others(trigger, scene):
        return None
    if _sits_alone(trigger, scene):
        return None
    if not context.firm and codebook().kinds[trigger.frame.kind].family not in MUTUAL:
        return None
    if len(known) == 1:
        other = context.other(next(iter(known)))
        if other is None:
            return None
        out.append(other)
        return unless_others(Roles(tuple(out), tuple(out), "pair"), trigger, scene, context)
    both = context.both()
    named_alone = trigger.frame.dated and not context.firm  # "the treaty of 1901" in a text about several countries
    if len(both) < 2 or named_alone or third_party(trigger, scene, context):
        return None
    merge(out, both)
    return unless_others(Roles(tuple(out), tuple(out), "pair"), trigger, scene, context)
