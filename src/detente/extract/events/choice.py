"""Keeping one reading of each event: of several frames that fit the same words, and of several words that tell the same event."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from detente.extract.events.carried import BORROWED
from detente.extract.events.context import Context, is_current
from detente.extract.events.frames import Trigger
from detente.extract.events.grammar import governor, words
from detente.extract.events.sides import countries
from detente.extract.events.upward import among
from detente.model.document import BlockKind, Sentence
from detente.model.statement import Statement, Status
from detente.rules.codebook import Shape, codebook
from detente.rules.grammar import grammar_words
from detente.rules.status import status_words

_TOPIC_PREPOSITIONS = frozenset({"on", "about", "regarding", "over", "concerning", "from", "to", "like", "as", "of"})
_IN_PLACE = 14
"""Words behind a measure within which "in place since" is said of it."""
_YEAR = re.compile(r"1[5-9][0-9]{2}|20[0-9]{2}")
_ARGUMENTS = ("owner", "of", "to", "with", "between", "by", "among", "from")


def choose(triggers: Sequence[Trigger]) -> list[list[Trigger]]:
    """For each word the frames that fit it, the closest first; a noun that is only part of another's event, or a topic, falls away."""
    by_word: dict[tuple[int, str], list[Trigger]] = {}
    for trigger in triggers:
        by_word.setdefault((trigger.head.i, trigger.frame.kind if trigger.frame.also else ""), []).append(trigger)
    ranked = [sorted(found, key=lambda t: t.rank, reverse=True) for _, found in sorted(by_word.items())]
    best = [found[0] for found in ranked]
    return [
        found for found in ranked if not _topic(found[0]) and not any(_swallows(other, found[0]) for other in best if other is not found[0])
    ]


def _topic(trigger: Trigger) -> bool:
    """Whether a noun only says what a text or talk is about: "agreements on *joint patrols*", "documents covering *prisoner swaps*"."""
    if trigger.frame.part != "noun" or trigger.slots.get("owner"):
        return False
    head = _first_joined(trigger.head)
    if trigger.frame.dated:
        return _aimed_at(head)
    if head.dep_ == "dobj" and head.head.lemma_.lower() in grammar_words()["topic_verbs"] and head.head.tag_ == "VBG":
        return True
    if head.dep_ != "pobj" or head.head.lower_ not in _TOPIC_PREPOSITIONS - {"of"}:
        return False
    if head.head.lower_ == "on" and trigger.frame.shape is Shape.VISIT:
        return False
    above, _ = governor(head)
    if above is None:
        return False
    return above.pos_ in ("NOUN", "PROPN") or above.lemma_.lower() in grammar_words()["topic_verbs"]


def _aimed_at(head: Token) -> bool:
    """Whether a text is only what others work for or weigh, so that the date is theirs: "negotiations for *a treaty in 1958*"."""
    if _named_by_year(head):
        return False
    if head.dep_ == "dobj":
        return any(among(head.head, kind) for kind in ("wanting", "arranging", "weighing"))
    worked_for = head.dep_ == "pobj" and head.head.lower_ in ("for", "toward", "towards")
    return worked_for and bool(words(head.head.head) & status_words()["drafting"])


def _first_joined(head: Token) -> Token:
    while head.dep_ == "conj" and head.head.pos_ in ("NOUN", "PROPN"):
        head = head.head
    return head


def _swallows(big: Trigger, small: Trigger) -> bool:
    """Whether the small trigger is only a word of the big one's event: its object ("signed *an agreement*") or part of its phrase."""
    if small.head in big.phrase and big.rank[0] >= small.rank[0]:
        return True
    if big.frame.part != "verb" or small.frame.part != "noun":
        return False
    kinds = codebook().kinds
    if (
        small.frame.dated
        and kinds[big.frame.kind].group != kinds[small.frame.kind].group
        and (_named_by_year(small.head) or _stands(small))
    ):
        return False  # "the accord of May 1994 entered into force" tells of two events, "lifted the ban, in place since 2013" too
    needed = {slot: {entry.split()[-1] for entry in entries} for slot, entries in big.frame.needs}
    same = kinds[big.frame.kind].family == kinds[small.frame.kind].family
    for slot in ("object", "subject", "to", "from", "complement", "on"):
        if small.head in big.slots.get(slot, ()) and (words(small.head) & needed.get(slot, set()) or (same and slot == "object")):
            return True
    return False


def _stands(trigger: Trigger) -> bool:
    """Whether a measure is said to stand since a time: "its ban on beef, *in place since* 2013"."""
    after = [t.lower_ for t in trigger.head.doc[trigger.head.i + 1 : trigger.head.i + _IN_PLACE]]
    standing = grammar_words()["standing_measure"]
    return any(word == "since" and n > 0 and after[n - 1] in standing for n, word in enumerate(after))


def _named_by_year(noun: Token) -> bool:
    """Whether a noun is called by its date: "the *1930* convention", "the pact *of 4 April 1949*"."""
    before = [c for c in noun.children if c.i < noun.i]
    after = [t for c in noun.children if c.dep_ == "prep" and c.lower_ == "of" for o in c.children for t in (o, *o.children)]
    return any(_YEAR.fullmatch(t.text) for t in (*before, *after))


def remember(context: Context, trigger: Trigger, statement: Statement, sentence: Sentence) -> bool:
    """Add the statement to the document's, unless it repeats one that says as much; move the story's day along."""
    if _repeats(context, trigger, statement) or (sentence.kind is BlockKind.TITLE and _told(context, statement)):
        return False
    context.statements = [s for s in context.statements if not _said_better(s, statement)]
    context.statements.append(statement)
    if codebook().kinds[statement.kind].shape is Shape.VISIT and statement.status is Status.HAPPENED:
        context.visit = statement
    date = statement.date
    if statement.status is Status.HAPPENED and date is not None and date.basis not in BORROWED and is_current(date.edtf, context.published):
        context.story = date
    return True


def _repeats(context: Context, trigger: Trigger, statement: Statement) -> bool:
    """Whether an earlier statement says the same: a bare noun that points back to it, or the same deed again without anything new."""
    group = codebook().kinds[statement.kind].group
    alike = [s for s in context.statements if codebook().kinds[s.kind].group == group]
    if trigger.frame.part == "noun" and not any(trigger.slots.get(slot) for slot in _ARGUMENTS) and not _own_date(statement):
        return any(_same_sides(s, statement) for s in alike)
    if _points_back(trigger) and not _own_date(statement) and statement.status is Status.HAPPENED:
        return any(s.kind == statement.kind and s.status is Status.HAPPENED and _same_sides(s, statement) for s in alike)
    return any(_same_event(s, statement, group) and not _said_better(s, statement) for s in alike)


def _points_back(trigger: Trigger) -> bool:
    """Whether a noun tells of what is known already: "*the* closure of the legation"."""
    return trigger.frame.part == "noun" and any(c.dep_ == "det" and c.lower_ in ("the", "this", "that") for c in trigger.head.children)


def _said_better(old: Statement, new: Statement) -> bool:
    """Whether a new statement names in its own words the sides that an overlapping one of its group took from the document."""
    kinds = codebook().kinds
    if "+pair" not in old.rule or "+pair" in new.rule or kinds[old.kind].group != kinds[new.kind].group:
        return False
    return old.span.overlaps(new.span) and _same_sides(old, new)


def _told(context: Context, statement: Statement) -> bool:
    """Whether the text tells what its title tells: an event of the same family by the same sides."""
    family = codebook().kinds[statement.kind].family
    return any(codebook().kinds[s.kind].family == family and _same_sides(s, statement) for s in context.statements)


def _own_date(statement: Statement) -> bool:
    return statement.date is not None and statement.date.basis not in BORROWED


def _same_sides(one: Statement, other: Statement) -> bool:
    return countries(one.source) == countries(other.source) and countries(one.target) == countries(other.target)


def _same_event(one: Statement, other: Statement, group: str) -> bool:
    """The same sides, date and status; visits by the same side in one story are one, meetings need the same persons."""
    if not _same_sides(one, other) or one.status != other.status:
        return False
    overlap = one.span.overlaps(other.span)
    dates = {s.date.edtf.text if s.date is not None else None for s in (one, other)}
    if overlap:
        return len(dates) == 1 or None in dates
    if group != "visit":
        return False
    people = ({p.party.name for p in one.persons}, {p.party.name for p in other.persons})
    return (len(dates) == 1 or not _own_date(other)) and bool(people[0] & people[1] or not people[1])
