"""Dates that an event leans on when its own clause gives none: its visit's, its heading's, what opened the telling, the story's day."""

from __future__ import annotations

import re
from datetime import date as Date
from datetime import timedelta

from spacy.tokens import Token

from detente.extract.events.context import Context, is_current, times_in
from detente.extract.events.frames import Trigger
from detente.extract.events.grammar import governor
from detente.extract.events.reach import VERBS, clause_verb, perfect, told_with
from detente.extract.events.scene import Scene
from detente.model.document import BlockKind
from detente.model.edtf import Edtf
from detente.model.mention import TimeMention, TimexType
from detente.model.statement import StatedDate
from detente.rules.codebook import codebook
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
_LEADS = frozenset({"in", "on", "by", "during", "at", "the", "early", "late", "then", "but", "and", "meanwhile,", "however,"})
"""Words before a date that opens its sentence; "after 1952" and "since 1952" open another stretch of time."""
_BULLET = 4
"""Characters of a list mark before the date of its entry."""
_CARRY = 2
"""Sentences that a telling goes on without saying when."""


def carried_date(trigger: Trigger, scene: Scene, context: Context) -> StatedDate | None:
    """The date that the text around the sentence gives an event, with the rule that found it as its basis; None where it gives none."""
    own = _from_visit(trigger, scene, context) or _from_entry(scene, context) or _from_heading(scene, context)
    if own is not None:
        return own
    opened = _opened(scene, context)
    return _carried_on(trigger, opened) if opened is not None else _from_story(trigger, scene, context)


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


def _from_entry(scene: Scene, context: Context) -> StatedDate | None:
    """The date that opens the list's entry or the table's row, for what stands behind: "*24 May 2003*: Armed men attack. Both deny it."."""
    if scene.sentence.kind not in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW):
        return None
    block = context.reading.layout.blocks[scene.sentence.block].span
    for time in times_in(context.reading.times, block):
        if time.span.start - block.start > _BULLET:
            return None
        if time.edtf is not None and time.type in _TYPES:
            return StatedDate(time.edtf, "heading", time.span, time.alternatives)
    return None


def _from_heading(scene: Scene, context: Context) -> StatedDate | None:
    """The date of a heading above the sentence; the day of publication under a title is that of writing, not of what is told."""
    layout = context.reading.layout
    for number in reversed(scene.sentence.headings):
        for time in times_in(context.reading.times, layout.blocks[number].span):
            if time.edtf is None or time.type not in _TYPES or _is_era(time.edtf) or time.edtf == context.published:
                continue
            if all(_within(t.edtf, time.edtf) for t in scene.times):
                return StatedDate(time.edtf, "heading", time.span, time.alternatives)
    return None


def _is_era(date: Edtf) -> bool:
    """Whether a heading names years ("The Johnson years, 1963-1969"): what a chapter is about, and no date of what it tells."""
    first, last = date.earliest, date.latest
    return first is None or last is None or first.year != last.year


def _within(date: Edtf | None, whole: Edtf) -> bool:
    """Whether a date falls into a heading's; a sentence that tells of another time is no entry under it."""
    if date is None or date.earliest is None or date.latest is None or whole.earliest is None or whole.latest is None:
        return True
    return whole.earliest <= date.earliest and date.latest <= whole.latest


def _carried_on(trigger: Trigger, opened: TimeMention) -> StatedDate | None:
    """The year or month that opened a sentence before, where the telling goes on: "*In 1952* he acceded. His fleet came."

    A day is not carried on: what a history tells behind it came later as often as not (essays on foreign relations).
    """
    verb = clause_verb(trigger)
    if trigger.frame.part == "noun" and not governor(trigger.head)[1]:
        return None
    stated = opened.edtf is not None and opened.basis == "stated" and _coarse(opened.edtf)
    if opened.edtf is None or not stated or verb is None or not _goes_on(verb):
        return None
    return StatedDate(opened.edtf, "carried_on", opened.span, opened.alternatives)


def _opened(scene: Scene, context: Context) -> TimeMention | None:
    """The time, not of these days, that opened the sentence before in the paragraph, or the one before that: it frames what is told next.

    A date inside a sentence is only that of its own clause.
    """
    first = scene.doc[0].lower_ if len(scene.doc) else ""
    if scene.sentence.kind is not BlockKind.PARAGRAPH or scene.times or first in grammar_words()["moving_on"]:
        return None
    layout, text = context.reading.layout, context.reading.document.text
    for number in range(scene.number - 1, max(-1, scene.number - 1 - _CARRY), -1):
        before = layout.sentences[number]
        times = times_in(context.reading.times, before.span)
        if before.block != scene.sentence.block or (times and times[0].span.start - before.span.start > _OPENING):
            return None
        if times:
            lead = text[before.span.start : times[0].span.start].lower().split()
            date = times[0].edtf if _frames(times[0], lead) else None
            return times[0] if date is not None and not is_current(date, context.published) else None
    return None


def _frames(time: TimeMention, lead: list[str]) -> bool:
    """Whether a date stands before its sentence by itself: "In 1952", not "The 1952 treaty" nor "In the 1952 elections"."""
    if time.type not in _TYPES or not lead or not all(word in _LEADS for word in lead):
        return False
    return not (time.text.isdigit() and "the" in lead)


def _coarse(date: Edtf) -> bool:
    """Whether a date is a month, a season, a year or more."""
    first, last = date.earliest, date.latest
    months = first is not None and last is not None and (first.year, first.month) != (last.year, last.month)
    return months or _MONTH.fullmatch(date.text) is not None


def _goes_on(verb: Token) -> bool:
    """Whether a clause takes the story on: simple past, no aside ("had proposed, but Britain *insisted*"), no circumstance."""
    aside = verb.dep_ == "conj" and perfect(verb.head)
    return simple_past(verb) and not aside and verb.dep_ not in ("advcl", "relcl")


def _from_story(trigger: Trigger, scene: Scene, context: Context) -> StatedDate | None:
    """The story's day, for what a news story tells in the simple past without a date of its own."""
    verb = clause_verb(trigger)
    if context.story is None or verb is None or _day_of_visit(scene) is not None or (context.paper and _spoken_of(trigger, verb)):
        return None
    pictured = scene.sentence.kind is BlockKind.CAPTION and verb.tag_ in ("VBZ", "VBP", "VBG")
    told = pictured or _stands_today(trigger, verb) or (simple_past(verb) and scene.sentence.kind is not BlockKind.CAPTION)
    if not told or _elsewhen(verb, scene, context):
        return None
    return StatedDate(context.story.edtf, "story", context.story.span)


def _stands_today(trigger: Trigger, verb: Token) -> bool:
    """Whether a story places its own visit or talks in the present tense: "*the trip comes* a week after the quarrel"."""
    own = codebook().kinds[trigger.frame.kind].group in ("visit", "meeting")
    subject = trigger.frame.part == "noun" and trigger.head.dep_ == "nsubj" and trigger.head.head == verb
    return own and subject and verb.tag_ == "VBZ" and verb.lemma_.lower() in grammar_words()["standing"]


def _spoken_of(trigger: Trigger, verb: Token) -> bool:
    """Whether minutes tell what was said of an event, by a noun or in a clause under another: it was as often long before."""
    if trigger.frame.part == "noun" and not governor(trigger.head)[1]:
        return True
    return any(t.dep_ in ("ccomp", "advcl", "relcl", "acl") for t in (verb, *verb.ancestors) if t.pos_ in VERBS)


def _elsewhen(verb: Token, scene: Scene, context: Context) -> bool:
    """Whether the verb's own words lead to another time than the story's: "sent aid *hours after the floods of last February*"."""
    for time in scene.times:
        tokens = scene.tokens(time.span)
        if tokens and time.edtf is None and tokens[0].i <= 1 and any(t.lemma_ in ("year", "month", "decade", "week") for t in tokens):
            return True  # "The year before, ..."
        if not tokens or time.edtf is None or is_current(time.edtf, context.published):
            continue
        at = next((t for t in tokens if t.head not in tokens), tokens[0])
        while at.dep_ != "ROOT" and at != verb and (at.pos_ not in VERBS or at.dep_ == "pobj" or at in tokens):
            if at.dep_ == "prep" and at.head == verb and at.lower_ in ("after", "before", "since", "until"):
                return True
            at = at.head
    return False


def simple_past(verb: Token) -> bool:
    """Whether a verb, or the auxiliary that carries its time, is in the simple past."""
    teller = told_with(verb)
    if teller is not None:
        return simple_past(teller)
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if any(c.lower_ == "earlier" and c.dep_ == "advmod" for c in verb.children) and any(c.lower_ == "had" for c in auxiliaries):
        return True  # "had earlier been welcomed": earlier on the story's day
    if any(c.lower_ in _NOT_PAST or c.lower_ in status_words()["possible"] for c in auxiliaries):
        return False
    if verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in auxiliaries):
        return True
    if verb.dep_ in ("conj", "xcomp", "advcl", "acl", "pcomp", "csubj", "csubjpass") and verb.head.pos_ in VERBS:
        return simple_past(verb.head)
    return False


_NOT_PAST = frozenset({"had", "has", "have", "'s", "'ve", "will", "would", "to"})
