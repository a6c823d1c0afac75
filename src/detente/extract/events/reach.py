"""Which verbs of a sentence share their time with an event, and what the way to each costs.

A time hangs on one verb; the events of a sentence often stand at others: "*met* in May and *signed*", "*opened* when the minister *came*",
"became the first *to visit*". The dearer the way, the likelier that a nearer time is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from detente.extract.events.frames import Trigger
from detente.extract.events.grammar import core, governor
from detente.rules.codebook import codebook
from detente.rules.grammar import grammar_words
from detente.rules.status import status_words

FARTHEST = 9
"""The dearest way still taken: beyond it, times were wrong more often than right on the press sentences."""
VERBS = ("VERB", "AUX")
_NOUN_TO_VERB = 1
_PREPOSITION = 2
_BESIDE = 2
_AGREED = frozenset({"relations", "missions", "agreements", "words"})
"""Families of kinds that are done by agreeing to them: two states that agree to resume relations have resumed them."""
_WITHIN = frozenset({"by", "in", "with", "while", "upon", "on"})


def reach(trigger: Trigger) -> dict[int, int]:
    """The words whose time is the event's, with what the way to each costs."""
    found: dict[int, int] = {}
    queue = list(_starts(trigger))
    while queue:
        token, cost = queue.pop(0)
        if cost > FARTHEST or found.get(token.i, FARTHEST + 1) <= cost:
            continue
        found[token.i] = cost
        queue.extend((near, cost + step) for near, step in _same_time(token))
    return found


def only_planned(trigger: Trigger) -> bool:
    """Whether the deed is what someone agreed or planned to do: when they did so is not when it is done ("agreed on Monday *to meet*")."""
    verb, above = trigger.head, trigger.head.head
    planned = verb.dep_ == "xcomp" and verb.tag_ == "VB" and above.tag_ in ("VBD", "VBN")
    if not planned or above.lemma_.lower() not in status_words()["planning"]:
        return False
    return codebook().kinds[trigger.frame.kind].family not in _AGREED


def clause_verb(trigger: Trigger) -> Token | None:
    """The verb in whose clause the event is told."""
    start = _start(trigger)
    return start[0] if start is not None else None


def perfect(verb: Token) -> bool:
    """Whether a verb tells of another time than its sentence: what had been, has been or would be."""
    return any(c.dep_ == "aux" and c.lower_ in ("had", "has", "have", "would", "will") for c in verb.children)


def _starts(trigger: Trigger) -> Iterator[tuple[Token, int]]:
    start = _start(trigger)
    if start is not None:
        yield start
    infinitive = trigger.head.dep_ == "acl" and trigger.head.tag_ == "VB"
    if trigger.frame.part == "verb" and not infinitive:
        return
    words = [*trigger.phrase, *([trigger.head.head] if infinitive else [])]
    objects = [c for word in words if word.pos_ in VERBS for c in word.children if c.dep_ == "dobj"]
    for nouns, made in ((words, "made"), (objects, "telling")):
        for noun in nouns:
            yield from ((c, 1) for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN" and c.lemma_.lower() in grammar_words()[made])


def _start(trigger: Trigger) -> tuple[Token, int] | None:
    if trigger.frame.part == "verb":
        return trigger.head, 0
    at, cost = trigger.head, 0
    if at.dep_ in ("conj", "appos") and at.head.pos_ in ("NOUN", "PROPN"):
        at, cost = at.head, _BESIDE
    verb, direct = governor(at)
    if verb is None and at.dep_ == "pobj" and at.head.dep_ == "agent":
        verb = at.head.head  # "were settled by the treaty": the time of what it did
    cost += _NOUN_TO_VERB if direct else _PREPOSITION
    while verb is not None and verb.pos_ not in VERBS:
        above, _ = governor(verb)
        if above is None or above == verb:
            return None
        verb, cost = above, cost + _PREPOSITION
    if verb is None:
        return None
    told_about = (
        trigger.head.dep_ in ("dobj", "pobj")
        and trigger.head.head.dep_ != "agent"
        and verb.lemma_.lower() in grammar_words()["looking_back"]
    )
    return None if told_about else (verb, cost)


def _same_time(verb: Token) -> Iterator[tuple[Token, int]]:
    """The verbs next to a verb in the sentence that share its time, with what each step costs."""
    if verb.dep_ != "ROOT":
        yield from _above(verb, verb.head)
    for child in verb.children:
        yield from _below(verb, child)


def _above(verb: Token, head: Token) -> Iterator[tuple[Token, int]]:
    dep = verb.dep_
    if dep in ("relcl", "acl"):
        yield from _above_noun(verb, head)
    elif dep == "pcomp" and head.lower_ in _WITHIN and head.head.pos_ in VERBS:
        yield head.head, 2
    elif dep == "xcomp" and head.pos_ == "ADJ" and head.head.pos_ in VERBS:
        yield head.head, 1
    if head.pos_ not in VERBS:
        return
    if dep in ("xcomp", "csubj", "csubjpass"):
        yield head, 1
    elif dep == "conj" or (dep == "advcl" and simultaneous(verb)):
        yield head, 3
    elif dep == "advcl" and verb.tag_ == "VB" and head.lemma_.lower() in grammar_words()["going"]:
        yield head, 4
    elif dep == "ccomp" and _goes_on(head, verb):
        yield head, 3
    elif dep == "ccomp" and head.lemma_.lower() in grammar_words()["telling"] and not perfect(verb):
        yield head, 5


def _above_noun(verb: Token, noun: Token) -> Iterator[tuple[Token, int]]:
    """From the clause of a noun: "in May, when ...", "Rome, where ...", "the day ...", "a note in which ...", "the first to ..."."""
    if perfect(verb):
        return
    if verb.dep_ == "relcl" and any(c.lower_ in ("when", "where", "whereupon") for c in verb.children):
        yield noun, 1
        yield from ((a, 3) for a in _first_verb(noun))
    elif verb.dep_ == "relcl" and noun.lemma_.lower() in grammar_words()["days"]:
        yield noun, 1
        yield from ((a, 2) for a in _first_verb(noun))
    elif verb.dep_ == "relcl" and noun.lemma_.lower() in grammar_words()["texts"] and verb.lemma_.lower() in grammar_words()["telling"]:
        yield from ((a, 3) for a in _first_verb(noun))  # "issued *a communiqué that announced* ..."
    elif verb.dep_ == "relcl" and any(_in_which(c) for c in verb.children):
        yield from ((a, 3) for a in _first_verb(noun))
    elif verb.dep_ == "relcl" and any(c.dep_ == "mark" for c in verb.children):
        yield from (
            (a, 5) for a in _first_verb(noun) if a.lemma_.lower() in grammar_words()["telling"]
        )  # "told the premier, X, *that* ...", misparsed
    elif verb.tag_ == "VB" and noun.dep_ in ("nsubj", "nsubjpass") and noun.head.lemma_.lower() in grammar_words()["made"]:
        yield noun.head, 2
    elif verb.tag_ == "VB" and noun.dep_ == "appos" and _first_of(noun):
        yield from ((a, 4) for a in _first_verb(noun))
    elif (verb.tag_ == "VB" or _to_be_done(verb)) and noun.dep_ in ("attr", "pobj", "conj") and _first_of(noun):
        yield from ((a, 2) for a in _first_verb(noun) if a.lemma_.lower() in ("be", "become", "remain"))


def _to_be_done(verb: Token) -> bool:
    """Whether a verb is a passive infinitive: "the first guest *to be received*"."""
    return verb.tag_ == "VBN" and {"to"} <= {c.lower_ for c in verb.children} and any(c.dep_ == "auxpass" for c in verb.children)


def told_with(verb: Token) -> Token | None:
    """The verb that tells what someone was the first to do: "Kerry, the first secretary *to come*, *told* a crowd"."""
    noun = verb.head
    if verb.tag_ != "VB" or verb.dep_ not in ("acl", "relcl") or noun.dep_ not in ("appos", "attr") or not _first_of(noun):
        return None
    return next(_first_verb(noun), None)


def _first_of(noun: Token) -> bool:
    """Whether an infinitive says what someone was the first to do: "became *the first leader to visit*"."""
    about = [*core(noun), *(core(noun.head.head) if noun.dep_ == "pobj" else ())]
    return any(t.lower_ in grammar_words()["firsts"] for t in about)


def _in_which(child: Token) -> bool:
    return (
        child.dep_ == "prep" and child.lower_ in ("in", "at", "by", "during", "under") and any(c.lower_ == "which" for c in child.children)
    )


def _below(verb: Token, child: Token) -> Iterator[tuple[Token, int]]:
    dep = child.dep_
    if dep == "xcomp" and child.pos_ in VERBS:
        yield child, 2
    elif dep == "conj" and child.pos_ in VERBS and (_subjectless(child) or _elliptic(verb, child)):
        yield child, 1 if verb.dep_ == "conj" else 5
    elif dep == "ccomp" and _goes_on(verb, child):
        yield child, 3
    elif dep == "advcl" and simultaneous(child):
        yield child, 4
    elif dep == "npadvmod" and child.lemma_.lower() in grammar_words()["days"]:
        yield from ((c, 3) for c in child.children if c.dep_ == "relcl" and not perfect(c))
    elif dep == "prep" and child.lower_ in ("by", "upon", "with"):
        yield from ((c, 3) for c in child.children if c.dep_ == "pcomp")
    elif dep == "prep":
        yield from _within_place(child)
    elif dep == "dobj":
        yield from (step for c in child.children if c.dep_ == "prep" for step in _within_place(c))


def _within_place(prep: Token) -> Iterator[tuple[Token, int]]:
    """A when-clause that the parser put inside a description of the place: "a post in what is now Benin *when it sent him*"."""
    if prep.lower_ in ("in", "at"):
        yield from ((g, 4) for c in prep.children if c.dep_ == "pcomp" for g in c.children if g.dep_ == "advcl" and simultaneous(g))


def _subjectless(verb: Token) -> bool:
    return not any(c.dep_ == "nsubj" for c in verb.children)


def _goes_on(verb: Token, clause: Token) -> bool:
    """Whether the second of three deeds was taken for a complement: "*had told* the premier, *had signed* the pact and had left"."""
    return verb.i < clause.i and clause.tag_ == "VBN" and _subjectless(clause) and perfect(verb) and perfect(clause)


def _elliptic(verb: Token, joined: Token) -> bool:
    """Whether two passives share their auxiliary: "ties *were cut*, and the flag *lowered*, on 4 January"."""
    return (
        joined.tag_ in ("VBN", "VBD")
        and any(c.dep_ == "auxpass" for c in verb.children)
        and not any(c.dep_ in ("aux", "auxpass", "dobj") for c in joined.children)
    )


def _first_verb(noun: Token) -> Iterator[Token]:
    for above in noun.ancestors:
        if above.pos_ in VERBS:
            yield above
            return


def simultaneous(verb: Token) -> bool:
    """Whether an adverbial clause says what went on at the same time."""
    marks = {c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod")}
    if marks & grammar_words()["meanwhile"]:
        return True
    return verb.tag_ == "VBG" and not any(c.dep_ == "mark" for c in verb.children)
