"""Which PLOVER mode an event has where its kind alone does not say: told by what it is about.

To demand the release of prisoners is a request to yield, to demand talks one to meet; the codebook lists the words of each mode.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from detente.extract.events.frames import Trigger
from detente.extract.events.grammar import core, joined, words
from detente.rules.codebook import Kind

_DOERS = frozenset({"subject", "agent", "owner", "by", "support", "modifier", "circumstance"})
"""Places of those who do it; the rest says what it is about."""
_OF_CLAUSE = frozenset({"dobj", "prep", "prt", "xcomp", "ccomp", "pobj", "attr"})
"""What of a clause is looked at beside its verb."""
_DEPTH = 3
"""Steps below the verb of a clause: its object, or what stands behind its preposition."""


def mode_of(trigger: Trigger, kind: Kind) -> str | None:
    """The mode whose words come first in what the event is about; the kind's own where none does."""
    if not kind.modes:
        return kind.mode
    for token in about(trigger):
        forms = words(token)
        for mode, entries in kind.modes:
            if any(_stands(entry, token, forms) for entry in entries):
                return mode
    return kind.mode


def about(trigger: Trigger) -> Iterator[Token]:
    """The words of what an event is about, the heads of its phrases before what hangs on them."""
    heads = [one for slot, tokens in trigger.slots.items() if slot not in _DOERS for token in tokens for one in joined(token)]
    yield from sorted(dict.fromkeys(heads), key=lambda t: (t.i < trigger.head.i, t.i))
    for head in heads:
        yield from _clause(head, _DEPTH) if head.pos_ in ("VERB", "AUX") else core(head)
    yield from trigger.phrase


def _clause(verb: Token, depth: int) -> Iterator[Token]:
    yield verb
    if depth:
        for child in verb.children:
            if child.dep_ in _OF_CLAUSE:
                yield from _clause(child, depth - 1)


def _stands(entry: str, token: Token, forms: frozenset[str]) -> bool:
    """Whether a word of the codebook stands here; of several words the first does and the rest follows it."""
    first, *rest = entry.lower().split()
    after = token.doc[token.i + 1 : token.i + 1 + len(rest)]
    return first in forms and len(after) == len(rest) and all(word in words(t) for word, t in zip(rest, after, strict=True))
