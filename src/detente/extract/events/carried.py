"""Dates that an event leans on when its own clause gives none: its visit's, its heading's, what opened the telling, the story's day."""

from __future__ import annotations

import re
from datetime import date as Date
from datetime import timedelta

from spacy.tokens import Token

from detente.extract.events.context import Context, is_current, times_in
from detente.extract.events.frames import Trigger
from detente.extract.events.reach import VERBS, clause_verb, perfect
from detente.extract.events.scene import Scene
from detente.model.document import BlockKind
from detente.model.edtf import Edtf
from detente.model.mention import TimexType
from detente.model.statement import StatedDate
from detente.rules.grammar import grammar_words
from detente.rules.status import status_words

BORROWED = frozenset({"visit", "heading", "carried_on", "story"})
"""Bases of dates that the event's own sentence does not give, in the order in which they are asked."""
_TYPES = frozenset({TimexType.DATE, TimexType.TIME})
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}~?")
_OPENING = 14
"""Characters of a preposition and article before a date that opens its sentence ("By the end of 1952")."""
_VISIT_TOLD = 900
"""Characters after which "the visit" may be another one."""
_DAY = 10
"""Characters of a date that is a day."""
_DAYS = {"first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_POINTING = frozenset({"this", "that", "the", "his", "her", "their", "same"})
_CARRY = 2
"""Sentences that a telling goes on without saying when."""


def carried_date(trigger: Trigger, scene: Scene, context: Context) -> StatedDate | None:
    """The date that the text around the sentence gives an event, with the rule that found it as its basis; None where it gives none."""
    return (
        _from_visit(trigger, scene, context)
        or _from_heading(scene, context)
        or _carried_on(trigger, scene, context)
        or _from_story(trigger, scene, context)
    )


def _from_visit(trigger: Trigger, scene: Scene, context: Context) -> StatedDate | None:
    """The days of the visit just told, for what is said to have been done during it, or on its first or second day."""
    verb, visit = clause_verb(trigger), context.visit
    if verb is None:
        return None
    recent = visit is not None and scene.sentence.span.start - visit.span.end <= _VISIT_TOLD
    date = visit.date if visit is not None and recent else None
    number = _day_of_visit(scene)
    if number is not None:
        return _counted(date or context.story, number)
    clauses = (verb, *(a for a in verb.ancestors if a.pos_ in VERBS and not perfect(verb)))
    during = any(_during(c) for one in clauses for c in one.children)
    return StatedDate(date.edtf, "visit", date.span) if date is not None and during else None


def _counted(begins: StatedDate | None, number: int) -> StatedDate | None:
    """A day of a stay that begins on a known day."""
    if begins is None or begins.basis == "visit_day":
        return begins
    first = begins.edtf.earliest if len(begins.edtf.text) >= _DAY else None
    if first is None:
        return None
    try:
        day = Date(first.year, first.month, first.day) + timedelta(days=number - 1)
    except (ValueError, OverflowError):
        return None
    return StatedDate(Edtf.parse(day.isoformat()), "visit_day", begins.span)


def _during(child: Token) -> bool:
    """Whether a circumstance is "during this visit", "on the trip"."""
    nouns = [o for o in child.children if o.dep_ == "pobj"] if child.dep_ == "prep" and child.lower_ in ("during", "on", "in", "at") else []
    return any(o.lower_ in grammar_words()["visits"] and any(c.lower_ in _POINTING for c in o.children) for o in nouns)


def _day_of_visit(scene: Scene) -> int | None:
    """Which day of a visit the sentence opens with ("On the second day ...")."""
    match = re.match(r"\W*(?:on|during)\s+(?:the|his|her|their)\s+(\w+)\s+(?:and\s+\w+\s+)?day\b", scene.doc.text, re.IGNORECASE)
    return None if match is None else _DAYS.get(match[1].lower())


def _from_heading(scene: Scene, context: Context) -> StatedDate | None:
    layout = context.reading.layout
    for number in reversed(scene.sentence.headings):
        for time in times_in(context.reading.times, layout.blocks[number].span):
            if time.edtf is not None and time.type in _TYPES:
                return StatedDate(time.edtf, "heading", time.span, time.alternatives)
    return None


def _carried_on(trigger: Trigger, scene: Scene, context: Context) -> StatedDate | None:
    """The year or month that opened the sentence before, where the telling goes on in the simple past.

    "*In 1952* he acceded. His fleet came." A date inside a sentence is that of its own clause; one set before a sentence frames what is
    told next in the paragraph. A day does not: what a history tells behind it came later as often as not (essays on foreign relations).
    """
    verb = clause_verb(trigger)
    if context.last is None or verb is None or scene.sentence.kind is not BlockKind.PARAGRAPH or scene.times:
        return None
    number, block, date = context.last
    opened = date.span is not None and date.span.start - context.reading.layout.sentences[number].span.start <= _OPENING
    near = block == scene.sentence.block and 0 < scene.number - number <= _CARRY
    if date.basis != "stated" or not (opened and near and _coarse(date) and _goes_on(verb)) or is_current(date.edtf, context.published):
        return None
    return StatedDate(date.edtf, "carried_on", date.span)


def _coarse(date: StatedDate) -> bool:
    """Whether a date is a month, a season, a year or more."""
    first, last = date.edtf.earliest, date.edtf.latest
    months = first is not None and last is not None and (first.year, first.month) != (last.year, last.month)
    return months or _MONTH.fullmatch(date.edtf.text) is not None


def _goes_on(verb: Token) -> bool:
    """Whether a clause takes the story on: simple past, no aside ("had proposed, but Britain *insisted*"), no circumstance."""
    aside = verb.dep_ == "conj" and perfect(verb.head)
    return simple_past(verb) and not aside and verb.dep_ not in ("advcl", "relcl")


def _from_story(trigger: Trigger, scene: Scene, context: Context) -> StatedDate | None:
    """The story's day, for what a news story tells in the simple past without a date of its own."""
    verb = clause_verb(trigger)
    if context.story is None or verb is None or _day_of_visit(scene) is not None:
        return None
    pictured = scene.sentence.kind is BlockKind.CAPTION and verb.tag_ in ("VBZ", "VBP", "VBG")
    if not (pictured or (simple_past(verb) and scene.sentence.kind is not BlockKind.CAPTION)) or _elsewhen(verb, scene, context):
        return None
    return StatedDate(context.story.edtf, "story", context.story.span)


def _elsewhen(verb: Token, scene: Scene, context: Context) -> bool:
    """Whether the verb's own words lead to another time than the story's: "sent aid *hours after the floods of last February*"."""
    for time in scene.times:
        tokens = scene.tokens(time.span)
        if tokens and time.edtf is None and tokens[0].i <= 1 and any(t.lemma_ in ("year", "month", "decade", "week") for t in tokens):
            return True  # "The year before, ..."
        if not tokens or time.edtf is None or is_current(time.edtf, context.published):
            continue
        at = next((t for t in tokens if t.head not in tokens), tokens[0])
        while at.dep_ != "ROOT" and at != verb and (at.pos_ not in VERBS or at in tokens):
            if at.dep_ == "prep" and at.head == verb and at.lower_ in ("after", "before", "since", "until"):
                return True
            at = at.head
    return False


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
