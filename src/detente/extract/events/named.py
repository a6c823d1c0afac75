"""Who stands in the grammatical slots of an event's frame: what the sentence itself says of its parties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from detente.extract.events.context import Context
from detente.extract.events.frames import Trigger
from detente.extract.events.grammar import antecedent_of_whose, is_negated, noun_slots, words
from detente.extract.events.scene import Scene, participants
from detente.extract.events.sides import CITIES, countries, deep, is_state, merge
from detente.model.statement import Participant
from detente.rules.anaphors import anaphors
from detente.rules.codebook import Shape, codebook
from detente.rules.grammar import grammar_words

_VERB_SOURCE = ("subject", "agent", "by")
_NOUN_SOURCE = ("owner", "by", "from", "support", "modifier")
_STEPS = 6
_PAPERS = frozenset({"agreements"})
"""Families of what is called by the city where it was signed."""
_MISSIONS = "missions"
_PARTNERS = frozenset({"with", "between", "among"})
_TARGET = ("object", "indirect", "to", "with", "against", "on", "from", "for", "of", "at", "toward", "in", "over")


def doer_slots(trigger: Trigger) -> tuple[str, ...]:
    """The slots in which those who do it may stand, the likeliest first."""
    if trigger.frame.shape is Shape.VISIT and "support" in trigger.frame.sources:
        return (*trigger.frame.sources, "circumstance")
    return trigger.frame.sources or (_VERB_SOURCE if trigger.frame.part == "verb" else _NOUN_SOURCE)


def goal_slots(trigger: Trigger) -> tuple[str, ...]:
    """The slots in which those to whom it is done may stand, the likeliest first."""
    return trigger.frame.targets or _TARGET


def named_at(scene: Scene, context: Context, heads: Sequence[Token]) -> list[Participant]:
    """Whom noun phrases stand for, each once."""
    out: list[Participant] = []
    for head in heads:
        found = participants(scene.near(_stand_for(scene, head))) or [p for t in _whose(head) for p in participants(scene.near(t))]
        merge(out, found or _in_part(head, context) or _theirs(scene, head))
    return out


def _in_part(head: Token, context: Context) -> tuple[Participant, ...]:
    """Who "the guest" and "the host" are: the sides of the visit last told."""
    if context.visit is None:
        return ()
    if head.lower_ in anaphors()["visitor"]:
        return context.visit.source
    return context.visit.target if head.lower_ in anaphors()["host"] else ()


def _whose(head: Token) -> list[Token]:
    """Whose something is that opens a relative clause: "Chad, *whose envoy* was expelled"."""
    return [antecedent_of_whose(c) for c in head.children if c.dep_ == "poss" and c.tag_ == "WP$"]


def _theirs(scene: Scene, head: Token) -> list[Participant]:
    """Whose "*their* envoys" are, where the sentence has named just two states before them."""
    their = next((c for c in head.children if c.dep_ == "poss" and c.lower_ in grammar_words()["theirs"]), None)
    if their is None or head.tag_ not in ("NNS", "NNPS") or scene.mentions_at(their):
        return []
    before = scene.span(their).start
    earlier = participants([m for m in scene.actors if m.span.end <= before and m.rule not in CITIES])
    named = [p for p in earlier if is_state(p.party.country)]
    return named if len(countries(named)) == 2 else []


def _stand_for(scene: Scene, head: Token) -> Token:
    """What an unresolved pronoun of reported speech stands for: the speaker ("Japan said *it* would ..."), or the subject before it."""
    if head.pos_ != "PRON" or scene.mentions_at(head):
        return head
    at, steps = head, 0
    while at.head != at and steps < _STEPS:
        at, steps = at.head, steps + 1
        owner = next((c for c in at.children if c.dep_ == "poss" and c.i < head.i and c.pos_ != "PRON"), None)
        if owner is not None and at.pos_ == "NOUN" and scene.near(owner):
            return owner  # "*Chad's* withdrawal from the land that it had taken"
        if at.pos_ in ("VERB", "AUX"):
            subject = next((c for c in at.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < head.i and c.pos_ != "PRON"), None)
            if subject is not None and scene.near(subject):
                return subject
    return head


def first_named(trigger: Trigger, scene: Scene, context: Context, slots: Sequence[str]) -> list[Participant]:
    """Whoever stands in the first of the slots that holds someone with a country; else the first that holds anyone."""
    fallback: list[Participant] = []
    for slot in slots:
        found = named_at(scene, context, _not_where(trigger, scene, slot))
        if countries(found):
            return found
        fallback = fallback or found
    return fallback


def _not_where(trigger: Trigger, scene: Scene, slot: str) -> Sequence[Token]:
    """Who stands in a slot, a mission called by its city aside: "*Embassy Muscat* was opened" says where it is and not whose."""
    heads = trigger.slots.get(slot, ())
    if slot not in ("object", "modifier") or codebook().kinds[trigger.frame.kind].family != _MISSIONS:
        return heads
    return [h for h in heads if not (scene.near(h) and all(m.rule in CITIES for m in scene.near(h)))]


def first_foreign(trigger: Trigger, scene: Scene, context: Context, slots: Sequence[str], own: set[str]) -> list[Participant]:
    """Whoever of another country stands in the first of the slots that holds one; failing that, somewhere inside what stands there."""
    for below in (False, True):
        for slot in slots:
            heads = trigger.slots.get(slot, ())
            if below and _is_someone_else(scene, heads):
                return []
            if below and slot == "complement":
                heads = [h for h in heads if len(own) < 2 and not is_negated(h)]  # "both agreed to divide Korea"
            named = list(deep(scene, heads)) if below else named_at(scene, context, subjects(heads) if slot == "complement" else heads)
            found = [p for p in named if p.party.country and p.party.country not in own]
            if found:
                return _ours(found, context) if below else found
    return _meant(trigger, scene, slots, own)


def _is_someone_else(scene: Scene, heads: Sequence[Token]) -> bool:
    """Whether it is done to actors of no named country: "asked *its allies* for as much as it owed to Chad" asks nothing of Chad."""
    return any(words(h) & anaphors()["elsewhere"] and not scene.near(h) and not list(scene.deep(h)) for h in heads)


def _meant(trigger: Trigger, scene: Scene, slots: Sequence[str], own: set[str]) -> list[Participant]:
    """Whom a pronoun stands for where the sentence has named one other country before it: "accused Chad and called on *it* to leave"."""
    third = grammar_words()["third_persons"]
    heads = [h for slot in slots if slot != "complement" for h in trigger.slots.get(slot, ())]
    pronouns = [h for h in heads if h.lower_ in third and not scene.mentions_at(h)]
    if trigger.frame.part == "noun" and trigger.slots.get("owner"):  # "Chad's attack on *its* villages"
        pronouns += [c for h in heads for c in h.children if c.dep_ == "poss" and c.lower_ in third and not scene.mentions_at(c)]
    if not own or not pronouns:
        return []
    before = scene.span(pronouns[0]).start
    named = participants([m for m in scene.actors if m.span.end <= before and m.rule not in CITIES])
    foreign = [p for p in named if is_state(p.party.country) and p.party.country not in own]
    return foreign[:1] if len(countries(foreign)) == 1 else []


def _ours(found: list[Participant], context: Context) -> list[Participant]:
    """Of several countries that have a place of that name, the one that the document is about."""
    pair = context.pair or ()
    ours = {p.span for p in found if p.party.country in pair}
    return [p for p in found if p.party.country in pair or p.span not in ours]


def subjects(clauses: Sequence[Token]) -> list[Token]:
    """Of whom a clause speaks: in "demanded that *Chad* accept the plan of Libya" not everyone who is named."""
    return [c for clause in clauses for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")]


def acting(trigger: Trigger, scene: Scene, slot: str) -> list[Token]:
    """Who stands in a slot; not the city that a text is named for: "the *Bern* protocol of 1976" was signed there by others."""
    heads = list(trigger.slots.get(slot, ()))
    paper = codebook().kinds[trigger.frame.kind].family in _PAPERS
    if not (slot == "of" and trigger.frame.part == "noun" and paper) and (slot != "modifier" or not trigger.frame.dated):
        return heads
    return [h for h in heads if not any(m.rule in CITIES for m in scene.mentions_at(h))]


def partners_inside(scene: Scene, head: Token) -> Iterator[Participant]:
    """Partners named inside an object: "relations *with China*", "talks *between Iran and Iraq*"."""
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in _PARTNERS:
            for obj in child.children:
                yield from participants(scene.near(obj))


def _is_aside(child: Token) -> bool:
    """Whether a part of a phrase says what a treaty is about, where it was signed, or what else it is called."""
    return child.dep_ == "appos" or (child.dep_ == "prep" and child.lower_ in grammar_words()["topics"] | grammar_words()["venues"])


def _beside_parties(aside: Token) -> Iterator[Token]:
    """The words of an aside but for who stands "between" or "with" inside it: "the treaty on trade *between Chad and Mali*"."""
    yield aside
    for child in aside.children:
        if child.lower_ not in _PARTNERS:
            yield from _beside_parties(child)


def party_to(scene: Scene, things: Sequence[Token]) -> list[Participant]:
    """Who is named inside what is signed or held; not where it was signed ("the treaty *in Vienna*"), the city that it is called by, nor
    what it is about ("an accord *on Angola*"). Failing that, who made it: "the pact, which *Chad and Mali* had drafted, was signed"."""
    out: list[Participant] = []
    for thing in things:
        cities = CITIES if thing.pos_ == "PROPN" else CITIES - {"metonym"}
        topics = {t for c in thing.children if _is_aside(c) for t in _beside_parties(c)}
        merge(out, participants([m for m in scene.deep(thing) if m.rule not in cities and not topics & set(scene.tokens(m.span))]))
        if not out:
            merge(out, (p for h in noun_slots(thing, 0).get("by", ()) for p in participants(scene.near(h))))
    return out
