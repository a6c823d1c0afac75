"""Firsts: "the first leader of an ASEAN member to visit Havana", kept as the text claims them with the deed they are said of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from detente.model.document import PROSE
from detente.model.reading import Reading
from detente.model.span import Span
from detente.model.statement import FactKind, Statement
from detente.rules.claims import claim_aside, claim_patterns

REACH = 60
"""Characters between a deed's quote and the claim said of it, within one sentence: an apposition's comma and a place or a date."""
ASIDE_REACH = 30
"""Characters right before a claim in which a relative's "who" stands."""
GATE = ("first", "only")


def find_claims(reading: Reading) -> Iterator[Span]:
    """The claims of a document, in order; the longest where two patterns fit."""
    text = reading.document.text
    for sentence in reading.layout.sentences:
        if sentence.kind not in PROSE or not any(word in sentence.span.of(text).lower() for word in GATE):
            continue
        found = [
            Span(m.start(), m.end()) for pattern in claim_patterns() for m in pattern.finditer(text, sentence.span.start, sentence.span.end)
        ]
        for span in sorted(found):
            if not any(other != span and other.contains(span) for other in found):
                yield span


def name_claims(reading: Reading, statements: Iterable[Statement]) -> list[Statement]:
    """The same statements; that which stands nearest to a claim in its sentence carries it as ``claim`` in its detail."""
    told = list(statements)
    for claim in find_claims(reading):
        sentence = next(s.span for s in reading.layout.sentences if s.span.contains(claim))
        near = [
            (s.span.gap(claim), i)
            for i, s in enumerate(told)
            if s.fact is not FactKind.INDICATOR and sentence.contains(s.span) and not _apart(s.span, claim, reading.document.text)
        ]
        gap, index = min(near, default=(REACH + 1, 0))
        if gap <= REACH:
            words = " ".join(claim.of(reading.document.text).split())
            told[index] = replace(told[index], detail=(*told[index].detail, ("claim", words)))
    return told


def _apart(deed: Span, claim: Span, text: str) -> bool:
    """Whether the claim, said behind the deed or at its end, is about somebody named there and not about the deed."""
    if deed.start >= claim.start:
        return False
    return claim_aside().search(text, max(deed.start, min(deed.end, claim.start - ASIDE_REACH)), claim.start) is not None
