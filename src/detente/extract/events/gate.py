"""Which sentences are worth parsing: those of prose that hold a form of some trigger word. Cheap, and never why an event is missed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from detente.extract.events.frames import TERSE, head_words
from detente.extract.events.scene import PEOPLE
from detente.model.document import PROSE, Sentence
from detente.model.reading import Reading
from detente.rules.inflexion import forms_of

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@cache
def _forms() -> frozenset[str]:
    return frozenset(form for word in head_words() for form in forms_of(word))


def gated(reading: Reading) -> Iterator[tuple[int, Sentence]]:
    """The sentences that may tell an event, with their numbers, in order."""
    forms = _forms()
    text = reading.document.text
    people = sorted(m.span for m in reading.actors if m.kind in PEOPLE)
    for number, sentence in enumerate(reading.layout.sentences):
        if sentence.kind not in PROSE:
            continue
        named = sentence.kind in TERSE and any(sentence.span.contains(span) for span in people)
        if named or any(_hit(word, forms) for word in _WORD.findall(sentence.span.of(text).lower())):
            yield number, sentence


def _hit(word: str, forms: frozenset[str]) -> bool:
    return word in forms or any(part in forms for part in re.split(r"[-'’]", word))
