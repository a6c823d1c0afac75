"""Parses put right where the parser goes wrong in the same way again and again, and every rule that reads them would go wrong with it.

Each mend asks for what no sound sentence has - a finite verb without a subject - so that right parses stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc, Token

_YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_VERBS = frozenset({"VERB", "AUX"})
_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
_HELPING = frozenset({"aux", "auxpass", "neg", "advmod"})
_FRONTED = frozenset({"advcl", "prep"})


def mend(doc: Doc) -> Doc:
    """The parse with its known faults mended, in place."""
    for verb in doc:
        if verb.pos_ in _VERBS and verb.dep_ in ("ROOT", "conj", "ccomp"):
            _give_back_subject(verb)
            _reduced(verb)
    return doc


def _give_back_subject(verb: Token) -> None:
    """Take a list's end, which stands before a verb without a subject, out of the clause or phrase in front of it.

    "When Ethiopia invaded Somalia, *Kenya and Chad* met": the comma ends the clause and does not join a list.
    """
    if not _is_finite(verb) or any(c.dep_ in ("nsubj", "nsubjpass", "csubj", "expl") for c in verb.children):
        return
    last = next((t for t in _before(verb) if t.dep_ not in _HELPING), None)
    if last is None or last.pos_ not in _NAMING:
        return
    if _after_date(last, verb):
        return
    listed = _listed(_top_of(last, verb))
    front = next((a for a in (listed[0], *listed[0].ancestors) if a.head == verb), None)
    begun = _new_start(listed)
    if begun is None or front is None or front.dep_ not in _FRONTED or front.i > verb.i:
        return
    subject, comma = begun
    subject.head, comma.head = verb, verb
    subject.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj"


def _after_date(noun: Token, verb: Token) -> bool:
    """Take the subject that stands right behind a date out of its phrase: "On 4 May 2019 *Turkey* informed"."""
    date = next((c for c in noun.lefts if any(_YEAR.fullmatch(t.text) for t in c.subtree)), None)
    if noun.dep_ != "pobj" or noun.head.head != verb or date is None:
        return False
    for one in [c for c in noun.lefts if c.i < date.i]:
        one.head = date
    date.head, date.dep_ = noun.head, "pobj"
    noun.head, noun.dep_ = verb, "nsubj"
    return True


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in _FINITE or any(c.dep_ in ("aux", "auxpass") and c.tag_ in (*_FINITE, "MD") for c in verb.children)


def _before(verb: Token) -> Iterator[Token]:
    """The words before a verb, the nearest first."""
    return (verb.doc[i] for i in range(verb.i - 1, -1, -1))


def _top_of(noun: Token, verb: Token) -> Token:
    """The first member of the list that a word before the verb ends, or is the last part of."""
    top = noun
    for above in (noun, *noun.ancestors):
        if above == verb or above.pos_ in _VERBS:
            break
        if above.dep_ != "conj" and any(c.dep_ == "conj" and (noun == c or c.is_ancestor(noun)) for c in above.children):
            top = above
    return top


def _listed(head: Token) -> list[Token]:
    """A noun and what is joined to it, in order."""
    return [head, *(one for c in head.children if c.dep_ == "conj" and c.pos_ in _NAMING for one in _listed(c))]


def _new_start(listed: list[Token]) -> tuple[Token, Token] | None:
    """The member of a list before which it can end, with the comma between: after the first member, or after "one *and* another"."""
    anded = [any(c.dep_ == "cc" and c.i > one.i for c in one.children) for one in listed]
    for n, (one, other) in enumerate(pairwise(listed)):
        comma = next((c for c in one.children if c.text == "," and one.i < c.i < other.i), None)
        if comma is not None and not anded[n] and (not any(anded[:-2]) or (n > 0 and anded[n - 1])):
            return other, comma
    return None


def _reduced(verb: Token) -> None:
    """Make the second verb of "Cuban troops sent to Angola *fought* there" the main one, and the participle before it the noun's."""
    if verb.dep_ != "ROOT" or verb.tag_ != "VBN" or any(c.dep_ in ("aux", "auxpass", "cc") for c in verb.children):
        return
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < verb.i), None)
    told = next((c for c in verb.children if c.dep_ == "conj" and c.tag_ in _FINITE and c.i > verb.i), None)
    if subject is None or told is None or any(c.dep_ in ("nsubj", "nsubjpass") for c in told.children):
        return
    told.dep_, told.head = "ROOT", told
    for child in [c for c in verb.children if c.i > told.i]:
        child.head = told
    subject.dep_, subject.head = "nsubj", told
    verb.dep_, verb.head = "acl", subject
