"""Which sentences are worth parsing: those of prose that hold the words which some frame asks for. Cheap, and never why an event is missed.

A trigger word alone lets a sentence through only where its frame asks for nothing more: "be" and "have" stand in nearly every sentence, but
few of them hold "ally" too. Of every slot that must hold a word one of its words must stand in the sentence, of a slot that must hold a
person or place some person or place, and of a slot that a preposition names the preposition.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from detente.extract.events.frames import TERSE, head_word
from detente.extract.events.grammar import TOWARD
from detente.extract.events.scene import PEOPLE
from detente.model.document import PROSE, Sentence
from detente.model.mention import ActorKind
from detente.model.reading import Reading
from detente.model.span import Span
from detente.rules.anaphors import anaphors
from detente.rules.codebook import PREPOSITIONS, codebook
from detente.rules.inflexion import forms_of

Asked = tuple[frozenset[str], ...]
"""Sets of forms and classes of each of which one must stand in the sentence."""

_WORD = re.compile(r"[^\W\d_]+(?:[-'’‑][^\W\d_]+)*")
_JOINT = re.compile(r"[-'’‑]")
_TOLD = frozenset({"@party", "@person", "@place"})
"""Classes that the sentence's mentions tell; of the others nothing can be said before parsing."""
_PERSONS = ("persons", "visitor", "host")
_LONGEST = 300
"""Characters that a mention may begin before the sentence it reaches into."""


def gated(reading: Reading) -> Iterator[tuple[int, Sentence]]:
    """The sentences that may tell an event, with their numbers, in order."""
    text = reading.document.text
    named = _Named(reading)
    for number, sentence in enumerate(reading.layout.sentences):
        if sentence.kind not in PROSE:
            continue
        words = _words(sentence.span.of(text))
        classes = named.classes(sentence.span)
        if (sentence.kind in TERSE and "@someone" in classes) or _may_tell({*words, *classes, *_stand_ins(words)}):
            yield number, sentence


class _Named:
    """The classes of what is named in a document, by where it stands."""

    def __init__(self, reading: Reading) -> None:
        found = [(m.full or m.span, _classes(m.kind, m.rule)) for m in reading.actors]
        found += [(p.span, ("@place",)) for p in reading.places]
        self._found = sorted(found, key=lambda item: (item[0], item[1]))
        self._starts = [span.start for span, _ in self._found]

    def classes(self, span: Span) -> set[str]:
        """The classes of what is named in a stretch of the document."""
        low, high = bisect_left(self._starts, span.start - _LONGEST), bisect_left(self._starts, span.end)
        return {one for at, classes in self._found[low:high] if at.overlaps(span) for one in classes}


def _classes(kind: ActorKind, rule: str) -> tuple[str, ...]:
    if kind in PEOPLE:
        return ("@party", "@person", "@someone")
    return ("@party", "@place", "@person") if kind is ActorKind.PAIR or rule == "pronoun" else ("@party", "@place")


def _stand_ins(words: Iterable[str]) -> Iterator[str]:
    """The classes of the words that stand for somebody: "they", "the host"."""
    standing = anaphors()
    for word in words:
        if any(word in standing[name] for name in _PERSONS):
            yield "@person"
        if any(word in entries for entries in standing.values()):
            yield "@party"


def _words(text: str) -> list[str]:
    """The words of a text and the parts of those with a hyphen, in lower case."""
    out = []
    for word in _WORD.findall(text.lower()):
        parts = _JOINT.split(word)
        out += [word.replace("‑", "-"), *parts] if len(parts) > 1 else parts
    return out


def _may_tell(words: set[str]) -> bool:
    """Whether all that some frame asks for stands among the words."""
    asked = _asked()
    return any(not any(wanted.isdisjoint(words) for wanted in frame) for word in words for frame in asked.get(word, ()))


@cache
def _asked() -> Mapping[str, tuple[Asked, ...]]:
    """For each form of a trigger word what its frames ask for beside it; nothing where one of them asks for nothing."""
    found: dict[str, list[Asked]] = defaultdict(list)
    for frame in codebook().frames():
        slots = [asked for slot, entries in frame.needs for asked in _of_slot(slot, entries)]
        clause = [frozenset(word for entry in frame.clause for word in _words(entry)[:1])] if frame.clause else []
        for phrase in frame.triggers:
            head = head_word(frame.part, phrase)
            rest = [_forms(word) for word in phrase if word.lower() != head]
            for form in _forms(head):
                found[form].append((*rest, *slots, *clause))
    return {form: ((),) if () in each else tuple(dict.fromkeys(each)) for form, each in found.items()}


def _of_slot(slot: str, entries: Iterable[str]) -> Iterator[frozenset[str]]:
    """What a slot asks for: the last word of one of its entries or a class, and the preposition that names it."""
    if slot in PREPOSITIONS:
        yield frozenset({slot, *(word for word, name in TOWARD.items() if name == slot)})
    entries = tuple(entries)
    if all(entry in _TOLD or not entry.startswith("@") for entry in entries):
        yield frozenset(form for entry in entries for form in ((entry,) if entry in _TOLD else _forms(entry.split()[-1])))


@cache
def _forms(word: str) -> frozenset[str]:
    """The forms of a word; of one with an apostrophe or hyphen also its last part, which may stand by itself in the parse."""
    return frozenset(forms_of(word.lower())) | ({_JOINT.split(word.lower())[-1]} if "'" in word or "’" in word else frozenset())
