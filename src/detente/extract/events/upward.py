"""What governs a word, step by step upward, and which of the word lists of status the words on the way belong to."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from detente.extract.events.grammar import words
from detente.rules.status import status_words

_STEPS = 6
"""Governing words looked at: "said it planned to agree to sign" is as deep as news goes."""
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "acl", "pcomp", "pobj", "prep", "dobj", "conj", "oprd", "advcl", "acomp"})


def among(token: Token, kind: str) -> bool:
    """Whether a word is in a list, a verb with its particle or preposition ("call" is not "call off")."""
    wanted, own = status_words()[kind], words(token)
    if own & wanted:
        return True
    particles = [c.lower_ for c in token.children if c.dep_ in ("prt", "advmod", "prep")]
    return any(f"{form} {particle}" in wanted for form in own for particle in particles)


def modified(noun: Token, kind: str) -> bool:
    """Whether a noun has an adjective of a list before it: "a *planned* attack"."""
    wanted = status_words()[kind]
    return any(c.dep_ in ("amod", "compound") and (c.lemma_.lower() in wanted or c.lower_ in wanted) for c in noun.children)


def chain(token: Token) -> Iterator[tuple[Token, Token]]:
    """Each step from a token up to what governs it as complement or circumstance: (below, above)."""
    below, steps = token, 0
    while (
        steps < _STEPS
        and (below.dep_ in _COMPLEMENTS or is_infinitive(below))
        and below.dep_ != "ROOT"
        and not _parted(below)
        and not _of_another_clause(below)
    ):
        yield below, below.head
        below, steps = below.head, steps + 1


def is_infinitive(verb: Token) -> bool:
    """Whether a verb stands with "to"."""
    return verb.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def auxiliaries(verb: Token) -> list[Token]:
    """The verb's auxiliaries; a verb joined by "and" without its own shares those of the first."""
    own = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if not own and verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.tag_ in ("VB", "VBN"):
        return auxiliaries(verb.head)
    return own


def has_auxiliary(verb: Token, kind: str, but: str = "") -> bool:
    """Whether one of a verb's auxiliaries is in a list."""
    wanted = status_words()[kind]
    return any(c.dep_ == "aux" and c.lower_ in wanted and c.lower_ != but for c in auxiliaries(verb))


def is_told(verb: Token, past: bool = False) -> bool:
    """Whether a finite verb tells what was or is, with no auxiliary of what may be: "announced that it *had broken* relations". Where it
    must be ``past``, the present does not do: "suggested that he *go*"."""
    helpers = auxiliaries(verb)
    if any(c.tag_ == "MD" or c.lower_ == "to" for c in helpers):
        return False
    tensed = ("VBD",) if past else ("VBD", "VBZ", "VBP")
    return verb.tag_ in tensed or any(c.tag_ in tensed for c in helpers)


def _of_another_clause(verb: Token) -> bool:
    """Whether a finite verb was joined to an infinitive: "refused to leave and *began* to loot" refuses the one and tells the other."""
    return verb.dep_ == "conj" and verb.tag_ in ("VBD", "VBZ", "VBP") and verb.head.tag_ == "VB"


def _parted(clause: Token) -> bool:
    """Whether a semicolon parts a clause from the verb that the parser hung it on: it stands for itself."""
    return clause.dep_ == "ccomp" and clause.i < clause.head.i and any(t.text == ";" for t in clause.doc[clause.i : clause.head.i])
