"""Time expressions placed on the calendar."""

from __future__ import annotations

from detente.model.document import Document, Layout
from detente.model.mention import TimeMention
from detente.model.timeparse import TimeCandidate


def date_document(document: Document, layout: Layout, candidates: tuple[TimeCandidate, ...]) -> Document:
    """``document`` with its publication date, stated in the text or inferred from inside, where metadata gives none."""
    return document


def resolve_times(document: Document, layout: Layout, candidates: tuple[TimeCandidate, ...]) -> tuple[TimeMention, ...]:
    """Each candidate as a TIMEX3 value and an EDTF date, read against the publication date or the story's own clock."""
    return ()
