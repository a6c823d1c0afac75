"""An event's own date: the one that its clause states, not the nearest one.

A time is scoped by where it hangs in the sentence. From the word it hangs on, the way leads up through its phrase to a verb, and from there along the
verbs that share their time ("visited and signed", "was opened when ...", "by signing"). The cheapest way wins; a time behind "since" or in a clause
of its own time is not reached at all. Failing these come the heading above, and in a news story told in the simple past, the story's day.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from detente.extract.events.context import Context, times_in
from detente.extract.events.frames import Trigger
from detente.extract.events.grammar import until
from detente.extract.events.reach import FARTHEST, VERBS, clause_verb, reach
from detente.extract.events.scene import Scene
from detente.model.document import BlockKind
from detente.model.edtf import Edtf
from detente.model.mention import TimeMention, TimexType
from detente.model.statement import StatedDate
from detente.rules.status import status_words

_TYPES = frozenset({TimexType.DATE, TimexType.TIME})
_STEPS = 8
_BLOCKED = frozenset({"since", "until", "till", "before", "after"})
"""A time after one of these bounds a stretch or an order; the event is not on that day."""
_LOOSE = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.CAPTION, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW})
"""Blocks whose only date is that of whatever they tell."""
_LIST_HEAD = 2


def find_date(trigger: Trigger, scene: Scene, context: Context) -> StatedDate | None:
    """When the trigger's event took or takes place, or None where the text gives no date."""
    usable = [t for t in scene.times if t.edtf is not None and t.type in _TYPES]
    near = reach(trigger)
    scored = []
    for time in usable:
        cost = _cost(trigger, scene, time, near, only=len(usable) == 1)
        if cost is not None and cost <= FARTHEST:
            scored.append((cost, abs(time.span.start - scene.span(trigger.head).start), time))
    if scored:
        return _stated(min(scored, key=lambda item: item[:2])[2], trigger)
    return _from_heading(scene, context) or _from_story(trigger, scene, context)


def listed_dates(date: StatedDate | None, scene: Scene) -> list[StatedDate]:
    """The further dates of a list that begins with ``date``: "the accords of 1984, *1994* and *2017*" were signed one in each year."""
    if date is None or date.span is None or date.basis in ("heading", "story"):
        return []
    first = next((t for t in scene.tokens(date.span) if t.head.i not in {u.i for u in scene.tokens(date.span)}), None)
    if first is None:
        return []
    listed = {t.i for t in _conjuncts(first)} - {first.i}
    out = []
    for time in scene.times:
        if time.edtf is not None and time.type in _TYPES and time.span != date.span and any(t.i in listed for t in scene.tokens(time.span)):
            out.append(StatedDate(time.edtf, time.basis, time.span, time.alternatives))
    return out


def _conjuncts(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ in ("conj", "appos") and child.pos_ in ("NUM", "PROPN", "NOUN"):
            yield from _conjuncts(child)


def _stated(time: TimeMention, trigger: Trigger) -> StatedDate | None:
    if time.edtf is None:
        return None
    edtf = time.edtf
    if edtf.text.endswith("/..") and trigger.frame.dated:
        edtf = Edtf.parse(edtf.text.removesuffix("/.."))
    return StatedDate(edtf, time.basis, time.span, time.alternatives)


def _cost(trigger: Trigger, scene: Scene, time: TimeMention, near: dict[int, int], only: bool) -> int | None:
    """How far the time is from the event, 0 nearest; None when it belongs to something else."""
    tokens = scene.tokens(time.span)
    if not tokens:
        return None
    if _list_head(scene, tokens):
        return _LIST_HEAD
    if _bounded(tokens) and not trigger.frame.dated and not (trigger.frame.part == "verb" and until(trigger.head)):
        return None
    head = next((t for t in tokens if t.head not in tokens), tokens[0])
    phrase = {t.i for t in trigger.phrase}
    if _of_another(head, tokens, phrase):
        return None
    for at, steps in _upward(head, tokens):
        if at.i in phrase:
            return steps
        if at.i in near:
            return steps + near[at.i] + _fronted(at, tokens, trigger)
    if any(t.i in near for t in tokens):
        return min(near[t.i] for t in tokens if t.i in near)
    return FARTHEST if only and scene.sentence.kind in _LOOSE else None


def _of_another(head: Token, tokens: list[Token], phrase: set[int]) -> bool:
    """Whether the date is part of what another noun is called: "the revision of *the treaty of 1923*", "the *1998* declaration"."""
    above = head.head
    if above.lower_ == "of" and above.dep_ == "prep":
        above = above.head
    elif head.dep_ not in ("compound", "nummod", "amod", "nmod", "poss"):
        return False
    return above not in tokens and above.pos_ in ("NOUN", "PROPN") and above.i not in phrase and not above.ent_type_


def _fronted(at: Token, tokens: list[Token], trigger: Trigger) -> int:
    """A time between its verb and a later one joined to it belongs to the first rather than to both."""
    return 1 if at.i < tokens[0].i < trigger.head.i else 0


def _upward(head: Token, tokens: list[Token]) -> Iterator[tuple[Token, int]]:
    """What a time hangs on, step by step up to and including the first verb; prepositions cost nothing, nouns between cost one."""
    at, cost, steps = head.head, 0, 0
    while steps < _STEPS:
        if at not in tokens:
            yield at, cost
        if at.pos_ in VERBS or at.dep_ == "ROOT":
            return
        if at.pos_ in ("NOUN", "PROPN") and at not in tokens:
            cost += 1
        at, steps = at.head, steps + 1


def _bounded(tokens: list[Token]) -> bool:
    first = tokens[0]
    return (
        first.lower_ in _BLOCKED or (first.i > 0 and first.nbor(-1).lower_ in _BLOCKED) or first.head.lower_ in ("since", "until", "till")
    )


def _list_head(scene: Scene, tokens: list[Token]) -> bool:
    """Whether the time opens an entry of a chronology: "July 2000: ...", "2 May 1997 - ..."."""
    if tokens[0].i > 1:
        return False
    after = scene.doc[tokens[-1].i + 1 : tokens[-1].i + 2]
    return bool(after) and after[0].text in (":", "-", "--", "—", "|", ".")


def _from_heading(scene: Scene, context: Context) -> StatedDate | None:
    layout = context.reading.layout
    for number in reversed(scene.sentence.headings):
        for time in times_in(context.reading.times, layout.blocks[number].span):
            if time.edtf is not None and time.type in _TYPES:
                return StatedDate(time.edtf, "heading", time.span, time.alternatives)
    return None


def _from_story(trigger: Trigger, scene: Scene, context: Context) -> StatedDate | None:
    """The story's day, for what a news story tells in the simple past without a date of its own."""
    verb = clause_verb(trigger)
    if context.story is None or verb is None:
        return None
    pictured = scene.sentence.kind is BlockKind.CAPTION and verb.tag_ in ("VBZ", "VBP", "VBG")
    return StatedDate(context.story.edtf, "story", context.story.span) if pictured or simple_past(verb) else None


def simple_past(verb: Token) -> bool:
    """Whether a verb, or the auxiliary that carries its time, is in the simple past."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if any(c.lower_ == "earlier" and c.dep_ == "advmod" for c in verb.children) and any(c.lower_ == "had" for c in auxiliaries):
        return True  # "had earlier been welcomed": earlier on the story's day
    if any(c.lower_ in _NOT_PAST or c.lower_ in status_words()["possible"] for c in auxiliaries):
        return False
    if verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in auxiliaries):
        return True
    if verb.dep_ in ("conj", "xcomp", "advcl", "acl", "pcomp") and verb.head.pos_ in VERBS:
        return simple_past(verb.head)
    return False


_NOT_PAST = frozenset({"had", "has", "have", "'s", "'ve", "will", "would", "to"})
