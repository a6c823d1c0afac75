"""Whether a noun's event is told as done, or is only wanted, weighed, arranged or feared by what the noun hangs on."""

from __future__ import annotations

import re

from spacy.tokens import Token

from detente.extract.events.grammar import words
from detente.extract.events.upward import among, has_auxiliary
from detente.model.statement import Status
from detente.rules.grammar import grammar_words
from detente.rules.status import status_words

_POINTING = frozenset({"the", "this", "that", "these", "those"})
_YEAR = re.compile(r"1[5-9][0-9]{2}|20[0-9]{2}")
_TOWARD = frozenset({"toward", "towards"})
_NOUNS = ("NOUN", "PROPN")
_STEPS = 6


def talked_of(noun: Token) -> Status | None:
    """The status of a noun's event by what it hangs on; None where that tells nothing against its having happened."""
    noun = _first(noun)
    above = noun.head
    if noun.dep_ == "dobj":
        return _by_verb(above, noun)
    if noun.dep_ == "pobj":
        return _by_preposition(above, noun)
    if noun.dep_ in ("nsubj", "nsubjpass") and above.lemma_.lower() not in status_words()["occurring"]:
        return _by_modal(above, noun)
    return None


def is_definite(noun: Token) -> bool:
    """Whether a noun names a known event: "*the* attack", "*Chad's* visit", "the *1930* pact"; a new one has "a" or nothing before it."""
    if noun.pos_ == "PROPN":
        return True
    if any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in _POINTING) or _YEAR.fullmatch(c.text) for c in noun.children):
        return True
    return any(c.dep_ == "amod" and c.lower_ in status_words()["known"] for c in noun.children)


def _first(noun: Token) -> Token:
    """The noun whose place a joined or counted one shares: "an apology and *talks*", "a round of *talks*"."""
    for _ in range(_STEPS):
        if noun.dep_ in ("conj", "appos") and noun.head.pos_ in _NOUNS:
            noun = noun.head
        elif noun.dep_ == "pobj" and noun.head.lower_ == "of" and words(noun.head.head) & grammar_words()["quantities"]:
            noun = noun.head.head
        else:
            break
    return noun


def _by_verb(verb: Token, noun: Token) -> Status | None:
    """What a verb says of its object: one wants it, arranges it, or weighs it without its being known."""
    if among(verb, "wanting"):
        return Status.HYPOTHETICAL
    if among(verb, "arranging"):
        return Status.PLANNED
    if among(verb, "weighing") and not is_definite(noun):
        return Status.HYPOTHETICAL
    return None


def _by_preposition(preposition: Token, noun: Token) -> Status | None:
    """What a verb or noun says of what it has after a preposition: "called *for*", "a step *toward*", "in the event *of*"."""
    if preposition.lower_ in _TOWARD and not is_definite(noun):
        return Status.HYPOTHETICAL
    above = preposition.head
    if above.pos_ in ("VERB", "AUX"):
        with_it = {f"{form} {preposition.lower_}" for form in words(above)}
        for kind, status in (("wanting", Status.HYPOTHETICAL), ("arranging", Status.PLANNED)):
            if with_it & status_words()[kind]:
                return status
        if with_it & status_words()["weighing"] and not is_definite(noun):
            return Status.HYPOTHETICAL
    if above.pos_ == "NOUN" and words(above) & status_words()["events"] and above.head.lower_ == "in":
        return Status.HYPOTHETICAL
    return None if is_definite(noun) else _far_modal(preposition)


def _by_modal(verb: Token, noun: Token) -> Status | None:
    """An event not known that *would* bring something has not happened."""
    return Status.HYPOTHETICAL if has_auxiliary(verb, "possible") and not is_definite(noun) else None


def _far_modal(token: Token) -> Status | None:
    """The same of one deeper in the phrase: "would serve as a prelude to *talks*"."""
    for _ in range(_STEPS):
        if token.pos_ in ("VERB", "AUX") or token.dep_ not in ("prep", "pobj", "dobj", "attr", "agent"):
            break
        token = token.head
    return Status.HYPOTHETICAL if token.pos_ in ("VERB", "AUX") and has_auxiliary(token, "possible") else None
