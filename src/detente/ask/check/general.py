"""Claims over the whole record."""

from __future__ import annotations

from collections.abc import Sequence

from detente.ask.check.held import Held
from detente.ask.check.views import Finding
from detente.model.reading import Extraction
from detente.reconcile.cases import Case


def general_claims(article: Extraction, cases: Sequence[Case], held: Held) -> list[Finding]:
    """Every claim over the record."""
    return []
