"""Claims over the whole record: each is found by its wording and handed to the one who can count it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from detente.ask.check.claims import Claim, Scene, find
from detente.ask.check.comparisons import check_change, check_superlative
from detente.ask.check.counts import check_every, check_first, check_ordinal
from detente.ask.check.held import Held
from detente.ask.check.outcomes import Outcome
from detente.ask.check.spans import check_span
from detente.ask.check.views import Finding
from detente.ask.evidence import block_at
from detente.model.reading import Extraction
from detente.reconcile.cases import Case

CHECKS: Mapping[str, Callable[[Claim, Scene], Outcome | None]] = {
    "first": check_first,
    "every": check_every,
    "ordinal": check_ordinal,
    "span": check_span,
    "superlative": check_superlative,
    "change": check_change,
}


def general_claims(article: Extraction, cases: Sequence[Case], held: Held) -> list[Finding]:
    """Every claim over the record that the article makes, each with its verdict."""
    scene = Scene(article, cases, held)
    found = []
    for claim in find(article):
        outcome = CHECKS[claim.kind](claim, scene) if scene.about(claim) else None
        if outcome is not None:
            found.append(_finding(claim, outcome, article))
    return found


def _finding(claim: Claim, outcome: Outcome, article: Extraction) -> Finding:
    block = block_at(article.layout.blocks, claim.span.start)
    return Finding(
        number=0,
        kind=claim.kind,
        span=claim.span,
        quote=claim.span.of(article.document.text),
        title=outcome.title,
        verdict=outcome.verdict,
        reason=outcome.reason,
        notes=outcome.notes,
        witnesses=outcome.witnesses,
        sources=outcome.sources,
        page=block.page if block else None,
        paragraph=block.paragraph if block else None,
    )
