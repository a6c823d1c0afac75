"""What a letter, a telegram or minutes tell as done, apart from what they only weigh, ask, wish, or say that somebody should do.

A paper tells a deed in the past tense, or as the known circumstance of another; a day that only the paper's main story has is not the day
of everything told in it; and what is said at a recorded talk by one side to the other was said on its day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from detente.extract.events.context import Context
from detente.extract.events.frames import Trigger
from detente.extract.events.grammar import is_negated
from detente.extract.events.scene import PEOPLE, Scene
from detente.extract.events.sides import countries, is_state
from detente.model.document import BlockKind
from detente.model.identity import statement_id
from detente.model.mention import ActorKind, ActorMention
from detente.model.statement import Participant, StatedDate, Statement, Status
from detente.rules.codebook import codebook
from detente.rules.grammar import grammar_words
from detente.rules.papers import paper_words, wholes
from detente.rules.status import status_words

_VERBS = ("VERB", "AUX")
_HEADS = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.BYLINE, BlockKind.DATELINE})
"""Blocks that say what a paper is about: its subject line names what is to be talked of."""
_SAID = "words"
_ASKING = frozenset({"ask", "request", "inquire"})
"""Verbs by which persons ask one another all the time in a talk, and states demand."""
_LENT = frozenset({"story", "heading"})
_MARKS = frozenset({"if", "unless", "whether", "lest", "provided"})
_BY = frozenset({"by", "after", "before", "in", "upon", "on", "since", "while", "following", "from", "for"})
"""Prepositions before a deed in -ing that was done."""
_WHEN = frozenset({"when", "after", "before", "since", "while", "as", "because", "although", "though"})
_PRESENT = ("VBZ", "VBP")


def told_in_paper(statements: Sequence[Statement], trigger: Trigger, scene: Scene, context: Context) -> list[Statement]:
    """The statements as a paper tells them: those that it only weighs are left out. In other documents, all as they are."""
    if not context.paper:
        return list(statements)
    if scene.sentence.kind in _HEADS or scene.doc.text.rstrip().endswith("?"):
        return []
    to_do = any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in trigger.head.children)  # "agreed *to look* into it", not only "agreed"
    if (trigger.frame.name in paper_words()["weighed"] and not to_do) or _only_asked(trigger) or _is_claimed(trigger.head):
        return []
    return [_on_its_day(s, trigger, context) for s in statements if _is_told(s, trigger) and _is_between(s, trigger, scene, context)]


def _is_told(statement: Statement, trigger: Trigger) -> bool:
    """Whether the sentence tells the event as done, agreed or going on."""
    if statement.status is Status.DENIED or (statement.status is Status.PLANNED and codebook().kinds[statement.kind].family == _SAID):
        return False
    verbs = [t for t in (trigger.head, *trigger.head.ancestors) if t.pos_ in _VERBS]
    planned = statement.status is Status.PLANNED
    if any(_is_open(verb, planned) for verb in verbs) or any(_is_wished(v, planned) for v in _governing(trigger.head)):
        return False
    if trigger.frame.part == "noun" and not _is_presupposed(trigger.head):
        return False
    if any(is_negated(verb) for verb in _governing(trigger.head)) or _is_named_only(trigger.head):
        return False
    tensed = next((verb for verb in verbs if _is_tensed(verb)), None)
    if tensed is None:
        return False
    if planned:
        return True
    return _is_past(tensed) or (tensed == trigger.head and _is_performed(tensed, statement))


def _is_open(verb: Token, planned: bool) -> bool:
    """Whether a verb stands in an if-clause, or beside an auxiliary of what may or should be."""
    if any(c.dep_ == "mark" and c.lower_ in _MARKS for c in verb.children):
        return True
    unsure = status_words()["possible"] | {"be"} | (frozenset() if planned else status_words()["future"])
    helpers = [c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")]
    tensed = any(h in ("to", "will", "would", "has", "have", "had") for h in helpers)
    return any(h in unsure and not (planned and h == "would") and not (h == "be" and tensed) for h in helpers)


def _governing(token: Token) -> Iterator[Token]:
    """The verbs of whose clause a word is part, up to where a clause says only when: "*asked*, when the envoy had come, whether ..."."""
    below = token
    for above in token.ancestors:
        if below.dep_ == "advcl" and any(c.dep_ in ("mark", "advmod") and c.lower_ in _WHEN for c in below.children):
            return
        if above.pos_ in _VERBS:
            yield above
        below = above


def _is_wished(verb: Token, planned: bool) -> bool:
    """Whether what hangs on a verb is asked, wished or thought of; what is expected on a day is planned."""
    words = status_words()
    supposed = frozenset({"hope", "assume", "suppose", "imagine"}) | (frozenset() if planned else frozenset({"expect"}))
    return verb.lemma_.lower() in words["asking"] | words["wishes"] | supposed


def _is_tensed(verb: Token) -> bool:
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return (
        verb.tag_ in ("VBD", *_PRESENT)
        or (verb.tag_ == "VBN" and verb.dep_ == "ROOT")
        or any(c.tag_ in ("VBD", *_PRESENT, "MD") for c in helpers)
    )


def _is_past(verb: Token) -> bool:
    """Whether a verb tells of the past, of what goes on now, or is a participle as telegrams write them."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if verb.tag_ == "VBG":
        return any(c.lemma_ == "be" and c.tag_ in ("VBD", *_PRESENT) for c in helpers)
    if verb.tag_ == "VBN":
        return not helpers or any(c.tag_ == "VBD" or c.lemma_ == "have" for c in helpers)
    return verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in helpers)


def _is_performed(verb: Token, statement: Statement) -> bool:
    """Whether a deed is done by saying so: "my government *protests* against the raid"."""
    return verb.tag_ in _PRESENT and statement.kind in paper_words()["performed"]


def _is_presupposed(noun: Token) -> bool:
    """Whether a noun's event is what the clause tells of or its known circumstance, and not what is talked about."""
    words = paper_words()
    while noun.dep_ in ("conj", "appos", "compound") and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    above = noun.head
    if noun.dep_ in ("dobj", "nsubj", "nsubjpass", "attr"):
        return above.lemma_.lower() not in words["talking"]
    if noun.dep_ == "pobj" and above.lower_ in words["circumstances"]:
        return noun.pos_ == "PROPN" or any(c.dep_ in ("poss", "det") and c.lower_ not in ("a", "an", "any") for c in noun.children)
    return noun.dep_ == "ROOT" and noun.pos_ in _VERBS


def _is_named_only(verb: Token) -> bool:
    """Whether a deed in -ing is named as a thing or hangs on a noun, and nobody tells when it is done: "the votes on *lifting* the ban"."""
    progressive = any(c.lemma_ == "be" and c.dep_ in ("aux", "auxpass") for c in verb.children)
    return verb.tag_ == "VBG" and not progressive and verb.dep_ in ("acl", "appos", "attr", "dobj", "pobj", "nsubj", "nsubjpass")


def _is_claimed(token: Token) -> bool:
    """Whether a deed stands in what a noun says is claimed, or what something falls short of: "accusations that it *restricts* trade"."""
    claims = paper_words()["claims"] | status_words()["wishes"]
    above = (t.head for t in (token, *token.ancestors) if t.dep_ in ("acl", "relcl") and t.dep_ != "ROOT")
    return any(noun.lemma_.lower() in claims for noun in above) or (token.dep_ == "pcomp" and token.head.lower_ not in _BY)


def _only_asked(trigger: Trigger) -> bool:
    """Whether a view or a word is asked for: "asked for the *views* of Chile"."""
    asked = [t for slot in ("object", "for") for t in trigger.slots.get(slot, ())]
    return trigger.head.lemma_.lower() in ("ask", "request", "seek") and any(t.lemma_.lower() in paper_words()["questions"] for t in asked)


def _is_between(statement: Statement, trigger: Trigger, scene: Scene, context: Context) -> bool:
    """Whether the parties are those of the deed: not a country and its own officials, nor "both sides" who are not at the talk, nor
    whoever is named only as the speaker, nor a place where it is said to happen."""
    source, target = _as_one(countries(statement.source)), _as_one(countries(statement.target))
    both = statement.source == statement.target
    if (both and len(_as_one(source | target)) < 2) or (not both and target and _as_one(target | source) == source):
        return False
    spans = {p.span for p in (*statement.source, *statement.target)}
    pairs = {m.span for m in scene.actors if m.kind is ActorKind.PAIR}
    if spans & pairs and not source | target <= _as_one(context.present or _most_named(context)):
        return False
    text = context.reading.document.text
    if any(span is not None and text[span.end : span.end + 1] == ":" for span in spans):
        return False
    if trigger.head.lemma_.lower() in _ASKING and any(m.kind in PEOPLE and m.span in spans for m in scene.actors):
        return False
    if any(_is_anybody(m, context) for m in scene.actors if m.span in spans):
        return False
    said = codebook().kinds[statement.kind].family == _SAID
    return not (said and statement.target and all(_is_where(p, context) for p in statement.target))


def _most_named(context: Context) -> frozenset[str]:
    """The two states that a paper whose head names no sides speaks of most: "the two sides" are those two."""
    found = Counter(p.country for m in context.reading.actors if m.kind is not ActorKind.PAIR for p in m.parties if is_state(p.country))
    ranked = sorted(((n, country) for country, n in found.items() if country is not None), key=lambda item: (-item[0], item[1]))
    return frozenset(country for _, country in ranked[:2])


def _is_anybody(mention: ActorMention, context: Context) -> bool:
    """Whether an office alone may be that of either side: "the President" in a paper that names presidents of two countries, or before it
    names any."""
    if mention.rule not in ("office_before", "office_after") or {p.country for p in mention.parties} <= context.present:
        return False
    named = (m for m in context.reading.actors if m.cue == mention.cue and m.kind is ActorKind.PERSON and m.rule != "pronoun")
    holders = {p.country for m in named for p in m.parties if p.country}
    return mention.rule == "office_after" or len(holders) > 1


def _as_one(found: Iterable[str]) -> frozenset[str]:
    """Countries, with a divided one that stands beside one of its halves taken for that half."""
    known = frozenset(found)
    return known - {whole for whole, halves in wholes().items() if known & set(halves)}


def _is_where(participant: Participant, context: Context) -> bool:
    """Whether a party's name stands after a preposition of place."""
    if participant.span is None:
        return False
    before = context.reading.document.text[max(0, participant.span.start - 40) : participant.span.start].lower().split()
    before = [word for word in before if word not in ("the", "communist", "red")]
    return bool(before) and before[-1] in paper_words()["inside"]


def _on_its_day(statement: Statement, trigger: Trigger, context: Context) -> Statement:
    """The statement without a day that is only lent to it, and with that of the talk at which one side said it to the other."""
    if statement.date is not None and statement.date.basis not in _LENT:
        return statement
    kind = codebook().kinds[statement.kind]
    sides = countries((*statement.source, *statement.target))
    day = context.minuted if kind.family == _SAID and sides <= context.present and _is_said_there(trigger) else None
    if day is None and statement.date is None:
        return statement
    rule = statement.rule.removesuffix("+story").removesuffix("+heading") + ("+minutes" if day is not None else "")
    text = day.edtf.text if day is not None else None
    return replace(
        statement, id=statement_id(statement.document, statement.fact, statement.kind, statement.span, rule, text), rule=rule, date=day
    )


def _is_said_there(trigger: Trigger) -> bool:
    """Whether a deed of words is what the minutes tell, or what one who spoke there is told to have said in the present."""
    chain = [t for t in (trigger.head, *trigger.head.ancestors) if t.pos_ in _VERBS]
    if any(c.lower_ in ("had", "has", "have") for v in chain for c in v.children if c.dep_ == "aux"):
        return False
    above = [v for v in chain if v != trigger.head]
    told = all(v.lemma_.lower() in grammar_words()["telling"] for v in above) or trigger.head.dep_ in ("pcomp", "advcl", "dobj", "conj")
    return told and bool(chain) and chain[-1].tag_ == "VBD"


def minuted_day(statements: Sequence[Statement]) -> StatedDate | None:
    """The day of the talk that a paper's head tells."""
    return next((s.date for s in statements if s.source == s.target), None)
