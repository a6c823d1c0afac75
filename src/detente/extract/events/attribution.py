"""Who says so: the speaker of reported speech around an event."""

from __future__ import annotations

from spacy.tokens import Token

from detente.extract.events.frames import Trigger
from detente.extract.events.grammar import verb_slots
from detente.extract.events.scene import Scene
from detente.model.span import Span
from detente.model.statement import Attribution
from detente.rules.status import status_words

_STEPS = 8


def find_attribution(trigger: Trigger, scene: Scene) -> Attribution | None:
    """The subject of the verb of saying that the event is told under, or of "according to"; None when the text says it itself."""
    below, steps = trigger.head, 0
    while steps < _STEPS and below.head != below:
        above = below.head
        if above.lemma_.lower() in status_words()["reporting"] and above.pos_ == "VERB" and below.dep_ in ("ccomp", "xcomp"):
            return _speaker(above, scene)
        below, steps = above, steps + 1
    for child in below.children:
        if (
            child.dep_ in ("parataxis", "ccomp")
            and child.lemma_.lower() in status_words()["reporting"]
            and trigger.head not in child.subtree
        ):
            return _speaker(child, scene)
        if child.lower_ == "according":
            return _according(child, scene)
    return None


def _speaker(verb: Token, scene: Scene) -> Attribution | None:
    for subject in verb_slots(verb).get("subject", ()):
        for mention in scene.mentions_at(subject):
            name = mention.parties[0].name if mention.parties else None
            if name:
                return Attribution(name, mention.span)
        if subject.pos_ in ("NOUN", "PROPN"):
            return Attribution(subject.text, scene.span(subject))
    return None


def _according(word: Token, scene: Scene) -> Attribution | None:
    for token in word.subtree:
        if token.dep_ == "pobj":
            if token.lemma_.lower() in status_words()["measures"]:
                return None
            first = token.left_edge
            span = Span(scene.span(first).start, scene.span(token).end)
            return Attribution(scene.doc[first.i : token.i + 1].text, span)
    return None
