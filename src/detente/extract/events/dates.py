"""An event's own date: the one that its clause states, not the nearest one.

A time is scoped by where it hangs in the sentence: on the event's word or the verb it goes with, in front of the whole sentence, at the head of a
list entry. Failing these come the heading above, and in a news story told in the simple past, the day the story is about.
"""

from __future__ import annotations

from spacy.tokens import Token

from detente.extract.events.context import Context, times_in
from detente.extract.events.frames import Trigger
from detente.extract.events.grammar import governor, joined
from detente.extract.events.scene import Scene
from detente.model.document import BlockKind
from detente.model.edtf import Edtf
from detente.model.mention import TimeMention, TimexType
from detente.model.span import Span
from detente.model.statement import StatedDate
from detente.rules.status import status_words

_TYPES = frozenset({TimexType.DATE, TimexType.TIME})
_TRANSPARENT = frozenset({"xcomp", "conj", "pcomp", "advcl", "prep", "pobj"})
_STEPS = 5
_BLOCKED = frozenset({"since", "until", "till"})
"""A time after one of these bounds a stretch; the event is not on that day."""
_LOOSE = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.CAPTION, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW})
"""Blocks whose only date is that of whatever they tell."""


def find_date(trigger: Trigger, scene: Scene, context: Context) -> StatedDate | None:
    """When the trigger's event took or takes place, or None where the text gives no date."""
    usable = [t for t in scene.times if t.edtf is not None and t.type in _TYPES]
    scored = []
    for time in usable:
        score = _scope(trigger, scene, time, only=len(usable) == 1)
        if score is not None:
            scored.append((score, abs(time.span.start - scene.span(trigger.head).start), time))
    if scored:
        return _stated(min(scored, key=lambda item: item[:2])[2], trigger)
    return _from_heading(scene, context) or _from_story(trigger, context)


def _stated(time: TimeMention, trigger: Trigger) -> StatedDate | None:
    if time.edtf is None:
        return None
    edtf = time.edtf
    if edtf.text.endswith("/..") and trigger.frame.dated:
        edtf = Edtf.parse(edtf.text.removesuffix("/.."))
    return StatedDate(edtf, time.basis, time.span, time.alternatives)


def _scope(trigger: Trigger, scene: Scene, time: TimeMention, only: bool) -> int | None:
    """How closely the time belongs to the event, 0 closest; None when it belongs to something else."""
    tokens = scene.tokens(time.span)
    if not tokens:
        return None
    if _list_head(scene, tokens):
        return 2
    head = next((t for t in tokens if t.head not in tokens), tokens[0])
    if _bounded(tokens, head) and not trigger.frame.dated:
        return None
    anchor = _anchor(head, tokens)
    direct = _direct(trigger, anchor)
    if direct is not None:
        return direct
    verb = _clause_verb(trigger)
    above = _above(verb, anchor, tokens) if verb is not None else None
    if above is not None:
        return above
    return 9 if only and scene.sentence.kind in _LOOSE else None


def _bounded(tokens: list[Token], head: Token) -> bool:
    return head.head.lower_ in _BLOCKED or tokens[0].lower_ in _BLOCKED or (tokens[0].i > 0 and tokens[0].nbor(-1).lower_ in _BLOCKED)


def _list_head(scene: Scene, tokens: list[Token]) -> bool:
    """Whether the time opens an entry of a chronology: "July 2000: ...", "2 May 1997 - ..."."""
    if tokens[0].i > 1:
        return False
    after = scene.doc[tokens[-1].i + 1 : tokens[-1].i + 2]
    return bool(after) and after[0].text in (":", "-", "--", "—", "|", ".")


def _anchor(head: Token, tokens: list[Token]) -> Token:
    """What a time hangs on, its preposition passed over."""
    at, steps = head.head, 0
    while (
        steps < _STEPS and (at.pos_ == "ADP" or at.dep_ in ("prep", "advmod", "npadvmod", "quantmod") or at in tokens) and at.head is not at
    ):
        at, steps = at.head, steps + 1
    return at


def _direct(trigger: Trigger, anchor: Token) -> int | None:
    head = trigger.head
    if anchor in trigger.phrase or anchor is head:
        return 0
    if trigger.frame.part == "noun":
        verb, direct = governor(head)
        if verb is anchor:
            return 1 if direct else 3
        return None
    for slot in ("object", "subject", "with", "to", "in", "at", "on", "between", "by", "agent", "complement", "from"):
        if any(anchor is one for t in trigger.slots.get(slot, ()) for one in joined(t)):
            return 1
    return None


def _clause_verb(trigger: Trigger) -> Token | None:
    if trigger.frame.part == "verb":
        return trigger.head
    verb, _ = governor(trigger.head)
    while verb is not None and verb.pos_ not in ("VERB", "AUX"):
        above, _ = governor(verb)
        if above is verb:
            return None
        verb = above
    return verb


def _above(verb: Token, anchor: Token, tokens: list[Token]) -> int | None:
    """The time of a clause that the event's clause hangs on, where it covers both."""
    at, steps = verb, 0
    while steps < _STEPS:
        if at is anchor:
            fronted = tokens[-1].i < min((c.i for c in at.children if c.dep_ in ("nsubj", "nsubjpass")), default=at.i)
            reporting = at.lemma_.lower() in status_words()["reporting"] and at is not verb
            if at is verb or fronted or (not reporting and tokens[-1].i < verb.i):
                return 2 + steps
            return None
        if at.dep_ == "ROOT" or at.head is at:
            return None
        if at.dep_ not in _TRANSPARENT and not (at.dep_ in ("ccomp", "relcl", "acl") and tokens[0].i < 3 and at.dep_ == "ccomp"):
            return None
        at, steps = at.head, steps + 1
    return None


def _from_heading(scene: Scene, context: Context) -> StatedDate | None:
    layout = context.reading.layout
    for number in reversed(scene.sentence.headings):
        for time in times_in(context.reading.times, layout.blocks[number].span):
            if time.edtf is not None and time.type in _TYPES:
                return StatedDate(time.edtf, "heading", time.span, time.alternatives)
    return None


def _from_story(trigger: Trigger, context: Context) -> StatedDate | None:
    """The story's day, for what a news story tells in the simple past without a date of its own."""
    verb = _clause_verb(trigger)
    if context.story is None or verb is None or not simple_past(verb):
        return None
    return StatedDate(context.story.edtf, "story", context.story.span)


def simple_past(verb: Token) -> bool:
    """Whether a verb, or the auxiliary that carries its time, is in the simple past."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if any(
        c.lower_ in ("had", "has", "have", "'s", "'ve", "will", "would", "could", "may", "might", "should", "can", "to")
        for c in auxiliaries
    ):
        return False
    if verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in auxiliaries):
        return True
    if verb.dep_ in ("conj", "xcomp", "advcl", "acl", "pcomp") and verb.head is not verb and verb.head.pos_ in ("VERB", "AUX"):
        return simple_past(verb.head)
    return False


def span_of(date: StatedDate | None) -> Span | None:
    """The characters that state a date, if any do."""
    return date.span if date is not None else None
