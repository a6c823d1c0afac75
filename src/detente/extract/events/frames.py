"""Which frames of the codebook a word of a sentence fits, and how closely."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from detente.extract.events.grammar import Slots, core, is_mutual, is_negated, joined, noun_slots, verb_slots, words
from detente.extract.events.scene import Scene
from detente.model.document import BlockKind
from detente.rules.anaphors import anaphors
from detente.rules.codebook import Frame, codebook
from detente.rules.levels import level_pattern

REACH = 4
"""Words within which the rest of a phrase must follow its verb ("put their names to"): wider finds the next clause's words."""

TERSE = frozenset({BlockKind.LIST_ITEM, BlockKind.HEADING, BlockKind.TITLE, BlockKind.CAPTION, BlockKind.TABLE_ROW})
"""Blocks written in note form: articles, auxiliaries and parties are left out."""
_CLASS_FIT = 0.5
"""What a class such as ``@person`` in a slot counts beside a word, which counts 1: words say more."""

_PERSON = "@person"
_STANDING = frozenset().union(*anaphors().values())
_STAND_INS = frozenset({"it", "they", "them", "both", "these", "those", "two", "latter", "former", "all"})
_PREPOSITIONS = frozenset({"of", "in", "to", "for", "from", "on", "into", "at", "against", "with"})
_HEADING_OF = frozenset({"of", "by", "from", "between"})
_VERBS = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "VBG", "JJ"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A frame that fits a word: the word, its slots, and how specific the fit is."""

    frame: Frame
    head: Token
    slots: Slots
    phrase: tuple[Token, ...]
    """The words that make up the trigger, the head first."""
    rank: tuple[float, int]
    """How much of the wording the frame asks for, then its place in the codebook: the closest fit wins, the first of equals."""


@cache
def _index() -> Mapping[str, tuple[tuple[Frame, tuple[str, ...], int], ...]]:
    """Frames by the word at the head of their trigger."""
    index: dict[str, list[tuple[Frame, tuple[str, ...], int]]] = defaultdict(list)
    for order, frame in enumerate(codebook().frames()):
        for phrase in frame.triggers:
            index[head_word(frame.part, phrase)].append((frame, phrase, order))
    return {word: tuple(entries) for word, entries in index.items()}


def head_word(part: str, phrase: Sequence[str]) -> str:
    """The word of a trigger that a sentence is looked through for."""
    if part == "verb":
        return phrase[0].lower()
    cut = next((n for n, word in enumerate(phrase) if word in _PREPOSITIONS and n > 0), len(phrase))
    return phrase[cut - 1].lower()


def find_triggers(scene: Scene) -> Iterator[Trigger]:
    """Every frame that fits some word of the sentence, word by word."""
    index = _index()
    for token in scene.doc:
        slots: dict[str, Slots] = {}
        for form in (*sorted(words(token)), *_classes(scene, token)):
            for frame, phrase, order in index.get(form, ()):
                trigger = _try(scene, token, frame, phrase, order, slots)
                if trigger is not None:
                    yield trigger


def _classes(scene: Scene, token: Token) -> tuple[str, ...]:
    """``@person`` for a person whom an entry or caption names without a verb: "Macron in Beirut"."""
    if scene.sentence.kind not in TERSE or token.pos_ in _VERBS or token.dep_ == "compound" or not scene.is_person(token):
        return ()
    known = any(p.country for m in scene.mentions_at(token) for p in m.parties)
    return (_PERSON,) if known and not any(t.pos_ in _VERBS for t in token.ancestors) else ()


def _try(scene: Scene, token: Token, frame: Frame, phrase: tuple[str, ...], order: int, cache_: dict[str, Slots]) -> Trigger | None:
    named = phrase == (_PERSON,)
    if not (named or _right_part(token, frame.part) or _heads_entry(scene, token, frame.part)) or (
        frame.terse and scene.sentence.kind not in TERSE
    ):
        return None
    found = (token,) if named else _phrase(token, frame.part, phrase)
    if found is None:
        return None
    if frame.part not in cache_:
        cache_[frame.part] = verb_slots(token) if frame.part == "verb" else noun_slots(token)
    slots = cache_[frame.part] if frame.part == "verb" else _with_complement(cache_[frame.part], token, found)
    if named:
        slots = {**slots, "subject": [token]}
    if not _clause_words(scene.lower, frame.clause) or _barred(scene, token, frame, slots):
        return None
    if frame.negated and not is_negated(token):
        return None
    fit = _needs(scene, frame, slots)
    return None if fit is None else Trigger(frame, token, slots, found, (len(phrase) + fit + bool(frame.clause), -order))


def _phrase(token: Token, part: str, phrase: Sequence[str]) -> tuple[Token, ...] | None:
    return _verb_phrase(token, phrase) if part == "verb" else noun_phrase(token, phrase)


def _with_complement(slots: Slots, head: Token, phrase: tuple[Token, ...]) -> Slots:
    """The slots of a noun with those of what it is "of": the parties of "the resumption of *relations between Iran and Iraq*"."""
    last = phrase[-1]
    if last is head or last.i < head.i:
        return slots
    out = {slot: list(tokens) for slot, tokens in slots.items()}
    if last.pos_ in _VERBS and not out.get("by"):
        out["by"] = [t for c in last.children if c.dep_ == "dobj" for t in noun_slots(c, 0).get("by", ())]
    for slot, tokens in (noun_slots(last, 0) if last.pos_ in ("NOUN", "PROPN") else verb_slots(last, 0)).items():
        out.setdefault(slot, []).extend(t for t in tokens if t not in out.get(slot, ()) and t not in phrase)
    return out


def _right_part(token: Token, part: str) -> bool:
    if part == "verb":
        return token.pos_ in _VERBS or token.tag_.startswith("VB")
    return token.pos_ in _NOUNS and (token.tag_ in _NOUN_TAGS or token.dep_ in ("dobj", "pobj", "nsubj", "nsubjpass"))


def _heads_entry(scene: Scene, token: Token, part: str) -> bool:
    """Whether a word is the noun that an entry opens with, taken for an order by the parser: "*Visit* of the king to Rabat: 3 May"."""
    if part != "noun" or scene.sentence.kind not in TERSE or token.tag_ not in ("VB", "VBP") or not token.is_title:
        return False
    return token.i + 1 < len(token.doc) and token.nbor().lower_ in _HEADING_OF


def _verb_phrase(verb: Token, phrase: Sequence[str]) -> tuple[Token, ...] | None:
    """The verb and the rest of its phrase after it, in order, each within reach of the one before."""
    found, at = [verb], verb.i
    for word in phrase[1:]:
        follower = next((t for t in verb.doc[at + 1 : at + 1 + REACH] if word.lower() in words(t)), None)
        if follower is None:
            return None
        found.append(follower)
        at = follower.i
    return tuple(found)


def noun_phrase(head: Token, phrase: Sequence[str]) -> tuple[Token, ...] | None:
    """The words of a noun and its fixed companions: those before it inside its phrase, those after a preposition under it."""
    cut = next((n for n, word in enumerate(phrase) if word in _PREPOSITIONS and n > 0), len(phrase))
    if phrase[cut - 1].lower() not in words(head):
        named = (
            next((c for c in head.children if c.dep_ == "compound" and phrase[cut - 1].lower() in words(c)), None)
            if head.pos_ == "PROPN"
            else None
        )
        return (named,) if named is not None and len(phrase) == 1 else None
    inside = list(core(head))
    found = [head]
    for word in phrase[: cut - 1]:
        hit = next((t for t in inside if t.i < head.i and word.lower() in words(t)), None)
        if hit is None:
            return None
        found.append(hit)
    if cut == len(phrase):
        return tuple(found)
    return _after_preposition(head, phrase[cut], phrase[cut + 1 :], found)


def _after_preposition(head: Token, preposition: str, rest: Sequence[str], found: list[Token]) -> tuple[Token, ...] | None:
    for child in head.children:
        if child.dep_ == "acl" and preposition == "to" and len(rest) == 1 and rest[0] in words(child):
            return (*found, child)
        if child.dep_ in ("prep", "dative") and child.lower_ == preposition:
            for obj in child.children:
                for one in joined(obj):
                    under = list(core(one))
                    hits = [next((t for t in under if word.lower() in words(t)), None) for word in rest]
                    if hits and None not in hits:
                        return (*found, child, *(h for h in hits if h is not None))
    return None


def _clause_words(lower: str, wanted: Sequence[str]) -> bool:
    return not wanted or _pattern(tuple(wanted)).search(lower) is not None


@cache
def _pattern(wanted: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(w.lower()) for w in wanted) + r")\b")


def _needs(scene: Scene, frame: Frame, slots: Slots) -> float | None:
    """How closely the slots hold what the frame needs: a point a word, half a point for a class; None where one holds nothing of it."""
    total = 0.0
    for slot, entries in frame.needs:
        fits = [
            _CLASS_FIT if e.startswith("@") else len(e.split()) for h in slots.get(slot, ()) for e in entries if _fits(scene, h, e, slot)
        ]
        if not fits:
            return None
        total += max(fits)
    return total


def _barred(scene: Scene, token: Token, frame: Frame, slots: Slots) -> bool:
    for slot, entries in frame.bars:
        if slot == "clause":
            if _clause_words(scene.lower, entries):
                return True
        elif any(_fits(scene, head, entry, slot) for head in slots.get(slot, ()) for entry in entries):
            return True
    return False


def _fits(scene: Scene, head: Token, entry: str, slot: str) -> bool:
    if entry.startswith("@"):
        return _fits_class(scene, head, entry)
    if slot == "complement":
        wanted = entry.split()
        near = [head, *head.children, *(g for c in head.children for g in c.children)]
        return all(any(word.lower() in words(t) for t in near) for word in wanted)
    if head.lower_ in _STAND_INS and any(noun_phrase(noun, entry.split()) is not None for noun in _before(head)):
        return True
    beside = [child for one in joined(head) for child in one.children if child.dep_ == "appos"]
    return any(noun_phrase(one, entry.split()) is not None for one in (*joined(head), *beside))


def _before(pronoun: Token) -> Iterator[Token]:
    """What a pronoun may stand for: the nouns told of before it in the sentence."""
    for token in pronoun.doc[: pronoun.i]:
        if token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj") and token.pos_ in ("NOUN", "PROPN"):
            yield token


def _fits_class(scene: Scene, head: Token, entry: str) -> bool:
    heads = joined(head)
    if entry == "@anything":
        return True
    if entry == "@party":
        return is_mutual(head) or any(m.parties for one in heads for m in scene.near(one)) or any(one.lower_ in _STANDING for one in heads)
    if entry == "@person":
        return any(scene.is_person(one) for one in heads)
    if entry == "@several":
        return len(heads) > 1 or any(scene.is_plural(one) for one in heads)
    if entry == "@place":
        return any(scene.places_at(one) or any(m.kind in ("country", "government") for m in scene.mentions_at(one)) for one in heads)
    if entry == "@number":
        return any(t.like_num for one in heads for t in core(one))
    text = scene.doc[head.left_edge.i : head.right_edge.i + 1].text
    return level_pattern().search(text) is not None
