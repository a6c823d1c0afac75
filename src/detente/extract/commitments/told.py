"""A promise in the grammar of its sentence: the verb that makes it, whether the text tells it as made, by whom and towards whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from detente.extract.commitments.makers import coordinated
from detente.extract.commitments.scene import Scene
from detente.extract.events.frames import Trigger
from detente.extract.events.grammar import Slots, is_negated, is_passive, verb_slots
from detente.extract.events.scene import Scene as Parsed
from detente.extract.events.status import find_status
from detente.model.document import BlockKind, Sentence
from detente.model.mention import ActorKind, ActorMention
from detente.model.span import Span
from detente.model.statement import Participant, Status
from detente.rules.codebook import Frame
from detente.rules.commitments import Clause, commitment_rules
from detente.rules.offices import tenures

HEADLINE = 16
"""Words of a headline, at most; in longer sentences the parser knows a verb when it sees one."""
_CONDITION = 3
"""Words before a clause among which those of a condition may stand ("as long as")."""
_VERBS = frozenset({"VERB", "AUX"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_STATES = frozenset({ActorKind.COUNTRY, ActorKind.GOVERNMENT, ActorKind.PAIR, ActorKind.ORGANISATION})
_PERSONS = frozenset({ActorKind.OFFICE, ActorKind.PERSON})
_PARLIAMENT = "LEG"
_FRAME = Frame("promise", "promise", "verb", ())
"""Stands for a promise where its standing is asked for like that of an event."""


@dataclass(frozen=True, slots=True)
class Told:
    """One promise of a parsed sentence."""

    scene: Parsed
    verb: Token
    slots: Slots

    @property
    def deeds(self) -> list[Token]:
        """The verbs of what is promised: "agreed to *build* and *run* a dam"."""
        return [t for t in self.slots.get("complement", ()) if t.pos_ in _VERBS]


def parsed_scene(scene: Scene, doc: Doc) -> Parsed:
    """A sentence with its grammar."""
    return Parsed(Sentence(scene.span, BlockKind.PARAGRAPH, 0), 0, doc, scene.actors, (), ())


def is_unread(parsed: Parsed, words: Span) -> bool:
    """Whether the parser took the verb among ``words`` for a noun, as it does with headlines ("London and Dublin *plan* summits")."""
    return len(parsed.doc) <= HEADLINE and any(token.pos_ in ("NOUN", "PROPN") for token in parsed.tokens(words))


def told(parsed: Parsed, words: Span) -> Told | None:
    """The promise that ``words`` make, or None where the parser sees no verb in them."""
    for token in parsed.tokens(words):
        if token.pos_ in _VERBS and token.dep_ not in _AUXILIARIES:
            return Told(parsed, token, verb_slots(token))
    return None


def is_made(promise: Told, future: bool) -> bool:
    """Whether the text tells the promise as made: not asked for, thought of, denied or made under a condition.

    ``future`` says that its wording itself is in the future tense ("will hold a summit every year").
    """
    verb, rules = promise.verb, commitment_rules()
    last = next((t for t in reversed(promise.scene.doc) if not t.is_space and t.text not in "\"')"), verb)
    if last.text == "?" or any(c.dep_ == "mark" and c.lower_ in rules.pending for c in verb.children):
        return False
    if verb.tag_ == "VB" and not future and not any(c.dep_ == "aux" and c.lemma_.lower() == "do" for c in verb.children):
        return False
    if (not future and verb.dep_ in ("pcomp", "csubj")) or _is_attitude(verb) or _is_only_believed(verb) or _under_condition(verb):
        return False
    status = find_status(Trigger(_FRAME, verb, promise.slots, (verb,), (0.0, 0)), None, None)
    return status in (Status.HAPPENED, Status.ONGOING) or (future and status is Status.PLANNED)


def _is_only_believed(verb: Token) -> bool:
    """Whether someone only thinks that it was promised, or a noun only speaks of it: "*thought* that", "*reports* that"."""
    at = verb
    while at.dep_ == "conj" and at.head.pos_ in _VERBS:
        at = at.head
    if at.dep_ not in ("ccomp", "acl", "relcl") or (at.dep_ == "relcl" and not _is_that(at)):
        return False
    if at.head.pos_ in _VERBS:
        return at.head.lemma_.lower() in commitment_rules().believed
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in at.children)


def _is_that(verb: Token) -> bool:
    """Whether a clause that the parser takes for a relative one only follows "that" and has all its own parts ("*rumours that* ...")."""
    return any(c.dep_ == "mark" for c in verb.children)


def _under_condition(verb: Token) -> bool:
    """Whether its clause opens with words of a condition: "*as long as* they agreed to"."""
    clause = " ".join(t.lower_ for t in verb.doc[max(0, verb.left_edge.i - _CONDITION) : verb.i])
    return any(f" {words} " in f" {clause} " for words in commitment_rules().conditions)


def _is_attitude(verb: Token) -> bool:
    """Whether someone only is in a state of being bound: "remained *committed* to reform", "felt *obliged* to stay"."""
    if verb.lemma_.lower() not in commitment_rules().binding:
        return False
    return is_passive(verb) or verb.dep_ in ("acomp", "oprd", "amod") or (verb.tag_ == "VBN" and verb.dep_ in ("ccomp", "xcomp", "acl"))


def is_future(promise: Told, clause: Clause, makers: Sequence[Participant]) -> bool:
    """Whether the clause behind a promise tells what will be done, by whoever ``clause`` says: not what is or should be the case."""
    told_in = [deed for deed in promise.deeds if deed.dep_ == "ccomp"]
    for deed in told_in:
        if not any(c.dep_ == "aux" and c.lower_ in commitment_rules().future for c in deed.children):
            continue
        if clause is Clause.ANY or is_passive(deed) or _is_own(promise, deed, makers):
            return True
    return False


def _is_own(promise: Told, deed: Token, makers: Sequence[Participant]) -> bool:
    """Whether those who promise are those who will act: by a pronoun, or named again."""
    subjects = [c for c in deed.children if c.dep_ == "nsubj"]
    known = {maker.party.country for maker in makers}
    named = {p.country for s in subjects for m in promise.scene.near(s) for p in m.parties}
    return any(s.pos_ == "PRON" or s.lower_ in commitment_rules().each for s in subjects) or bool(named and named <= known)


def makers_told(promise: Told) -> tuple[Participant, ...]:
    """Who promises: the verb's subject, or whom a text binds ("the treaty commits *both sides* to")."""
    found = _acting(promise.scene, promise.slots.get("subject", ()), promise.verb)
    if promise.verb.lemma_.lower() in commitment_rules().binding:
        found = _acting(promise.scene, promise.slots.get("object", ()), promise.verb) or found
    return tuple(found.values())


def is_private(promise: Told, makers: Sequence[Participant]) -> bool:
    """Whether one person promises to do by word of mouth what binds no country: "agreed to *report* it to the cabinet"."""
    subject = [m for t in promise.slots.get("subject", ()) for m in promise.scene.near(t)]
    if len(makers) != 1 or not any(m.kind in _PERSONS or m.rule == "pronoun" for m in subject):
        return False
    rules = commitment_rules()
    handed = ([*verb_slots(deed).get("object", ()), *_behind(deed, "with")] for deed in promise.deeds)
    said = any(deed.lemma_.lower() in rules.private for deed in promise.deeds)
    return said or any(thing.lemma_.lower() in rules.private_things for things in handed for thing in things)


def is_a_threat(promise: Told) -> bool:
    """Whether what is vowed is done against someone: "vowed to *punish* the rebels"."""
    return any(deed.lemma_.lower() in commitment_rules().adverse and not is_negated(deed) for deed in promise.deeds[:1])


def is_a_vote(promise: Told, makers: Sequence[Participant]) -> bool:
    """Whether a parliament only decides what it will do itself: "the assembly *agreed to* meet again in May"."""
    return (
        len(makers) == 1 and makers[0].party.sector == _PARLIAMENT and makers[0].party.office is None and not receiver_told(promise, makers)
    )


def receiver_told(promise: Told, makers: Sequence[Participant]) -> tuple[Participant, ...]:
    """Towards whom: the one it is promised to, or the one whom the deed is done for or with."""
    known = {maker.party.country for maker in makers}
    for heads in (*_addressed(promise), *(() if _is_said_to(promise) else _served(promise))):
        for mention in (m for head in heads for m in promise.scene.near(head)):
            other = next((p for p in mention.parties if p.country is not None and p.country not in known), None)
            if other is not None:
                return (Participant(other, mention.span),)
    return ()


def _addressed(promise: Told) -> Iterator[Sequence[Token]]:
    """Who stands as the one spoken to: "promised *Turkey* that", "agreed with *Chad* to"."""
    binding = promise.verb.lemma_.lower() in commitment_rules().binding
    for slot in ("indirect", "to", "with") if binding else ("indirect", "object", "to", "with"):
        yield promise.slots.get(slot, ())


def _is_said_to(promise: Told) -> bool:
    """Whether somebody is spoken to, known or not: "vowed *to the nation* that"."""
    return bool(promise.slots.get("to") or promise.slots.get("indirect"))


def _served(promise: Told) -> Iterator[Sequence[Token]]:
    """Who stands in what is promised as its receiver; nobody where it is left undone, or done against them."""
    for deed in promise.deeds:
        if is_negated(deed) or deed.lemma_.lower() in commitment_rules().adverse:
            continue
        slots = verb_slots(deed)
        yield slots.get("indirect", ())
        yield from (_behind(deed, name) for name in commitment_rules().receiving)
        objects = slots.get("object", ())
        yield from ([o for thing in objects for o in _behind(thing, name)] for name in commitment_rules().receiving)
        yield objects


def _behind(token: Token, preposition: str) -> list[Token]:
    return [o for c in token.children if c.dep_ in ("prep", "dative") and c.lower_ == preposition for o in c.children if o.dep_ == "pobj"]


def _acting(scene: Parsed, heads: Sequence[Token], verb: Token) -> dict[str, Participant]:
    """The parties of noun phrases that may promise for a country, each once."""
    found: dict[str, Participant] = {}
    for head in heads:
        named = [mention for mention in scene.near(head) if _speaks(scene, head, mention)]
        for mention in sorted({*named, *_joined(scene, named, verb)}, key=lambda m: m.span):
            for party in mention.parties:
                if party.country is not None:
                    found.setdefault(party.country, Participant(party, mention.span))
    return found


def _joined(scene: Parsed, named: Sequence[ActorMention], verb: Token) -> list[ActorMention]:
    """Everyone in the row that ends before the verb, where the parser hung some on something else ("*British* and U.S. negotiators")."""
    if not named or any(m.kind is ActorKind.PAIR for m in named):
        return []
    end, start = scene.span(verb).start, scene.sentence.span.start
    row = [m for m in scene.actors if m.span.end <= end and m.parties and (m in named or not _is_acted_on(scene, m))]
    last = max(named, key=lambda m: m.span)
    for size in range(len(row), 0, -1):
        found = coordinated(scene.doc.text, start, row[:size])
        if last in found:
            return found
    return []


def _is_acted_on(scene: Parsed, mention: ActorMention) -> bool:
    """Whether a mention is the object of another verb or of a preposition: "helped *Peru* and Chile agreed"."""
    own = scene.tokens(mention.span)
    rows = [(t, _first_of_row(t)) for t in own if t.head not in own]
    return any(first.dep_ in ("dobj", "pobj", "dative") and (first == t or scene.mentions_at(first)) for t, first in rows)


def _first_of_row(token: Token) -> Token:
    while token.dep_ == "conj":
        token = token.head
    return token


def _speaks(scene: Parsed, head: Token, mention: ActorMention) -> bool:
    """Whether a mention acts for its country here: not a private person, nor a country that only tells whose people act."""
    if mention.kind is ActorKind.PERSON and not any(p.office or _has_ruled(p.name, p.country) for p in mention.parties):
        return False
    if mention.kind not in _STATES | _PERSONS or _is_prefixed(scene, mention):
        return False
    at = scene.tokens(mention.full or mention.span)
    own = any(one in at for one in _conjoined(head))
    return own or head.lemma_.lower() in commitment_rules().acting


def _is_prefixed(scene: Parsed, mention: ActorMention) -> bool:
    """Whether a prefix makes the name another's: "*post-Soviet* states"."""
    first = next(iter(scene.tokens(mention.span)), None)
    return first is not None and first.i > 1 and first.nbor(-1).text == "-" and first.nbor(-2).is_lower


def _conjoined(head: Token) -> Iterator[Token]:
    yield head
    for child in head.children:
        if child.dep_ in ("conj", "appos"):
            yield from _conjoined(child)


@cache
def _has_ruled(name: str, country: str | None) -> bool:
    return any(not t.office.startswith("ambassador:") for t in tenures(name, country))


def end_told(promise: Told, end: int) -> int:
    """Where what is promised ends, at the latest ``end``: before a finite verb that is joined to it ("..., *and France left*")."""
    start, doc = promise.scene.sentence.span.start, promise.scene.doc
    for token in doc[promise.verb.i + 1 :]:
        if start + token.idx >= end:
            break
        if token.dep_ == "conj" and _is_finite(token):
            first = min([token.left_edge.i, *(c.i for c in token.head.children if c.dep_ == "cc" and promise.verb.i < c.i < token.i)])
            while first > promise.verb.i and (doc[first - 1].dep_ == "cc" or doc[first - 1].text == ","):
                first -= 1
            return start + doc[first - 1].idx + len(doc[first - 1]) if first > promise.verb.i + 2 else end
    return end


def _is_finite(verb: Token) -> bool:
    return verb.pos_ in _VERBS and (verb.tag_ in ("VBD", "VBZ") or (verb.tag_ == "VBP" and any(c.dep_ == "nsubj" for c in verb.children)))
