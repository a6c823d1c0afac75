"""Where a sentence's words may make a promise: found by the patterns alone, before its grammar is looked at."""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.extract.commitments.scene import Scene
from detente.model.span import Span
from detente.rules.commitments import CommitmentRules, Promise, commitment_rules

LONGEST = 170
"""Characters of a promise's phrase: enough for its object, too few for the next promise."""
NEGATION_REACH = 34
"""Characters before a promise in which a word takes it back."""

_VERB = re.compile(r"\W*(\w+(?:\.\w+)*)")


@dataclass(frozen=True, slots=True)
class Worded:
    """Words that may make a promise."""

    promise: Promise
    span: Span
    """From the words to where their clause may end."""
    words_end: int


def worded(scene: Scene) -> list[Worded]:
    """What may be a promise in one sentence, in order of its start."""
    rules, text = commitment_rules(), scene.text
    words = scene.span.of(text).lower()
    if not any(piece in words for piece in rules.gate):
        return []
    hits = [(m.start(), i, m.end()) for i, p in enumerate(rules.promises) for m in p.words.finditer(text, scene.span.start, scene.span.end)]
    found = [Worded(rules.promises[i], Span(start, _phrase_end(text, end, scene.span.end, rules)), end) for start, i, end in sorted(hits)]
    return [hit for hit in found if not _is_empty(hit, text)]


def _phrase_end(text: str, low: int, high: int, rules: CommitmentRules) -> int:
    """Where the phrase of a promise ends: with its clause, or at the last word that fits."""
    high = min(high, low + LONGEST)
    match = rules.ends.search(text, low, high)
    end = high if match is None else match.start()
    while end > low and text[end - 1].isspace():
        end -= 1
    return end if match is not None or end < low + LONGEST else max(low, text.rfind(" ", low, end))


def _is_empty(hit: Worded, text: str) -> bool:
    """Whether the verb after "to" promises nothing ("agreed to disagree")."""
    if hit.promise.kind == "goal" or text[max(0, hit.words_end - 3) : hit.words_end].strip() != "to":
        return False
    verb = _VERB.match(text, hit.words_end, hit.words_end + 30)
    return verb is not None and verb.group(1).lower() in commitment_rules().not_promised


def taken_back(scene: Scene, hit: Worded) -> bool:
    """Whether a word right before the phrase takes it back ("refused to pledge"), where its grammar cannot be asked."""
    before = scene.text[max(scene.span.start, hit.span.start - NEGATION_REACH) : hit.span.start].rpartition(";")[2]
    return commitment_rules().negations.search(before) is not None
