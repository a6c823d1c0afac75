"""Time expressions placed on the calendar."""

from __future__ import annotations

from collections.abc import Sequence

from detente.model.document import Document, Layout
from detente.model.mention import TimeMention
from detente.model.timeparse import TimeCandidate
from detente.resolve.times.clock import Mode
from detente.resolve.times.dating import dated
from detente.resolve.times.reader import Reader

__all__ = ["Mode", "date_document", "resolve_times"]


def date_document(document: Document, layout: Layout, candidates: Sequence[TimeCandidate]) -> Document:
    """``document`` with its publication date, stated in the text or inferred from inside, where metadata gives none."""
    return dated(document, candidates)


def resolve_times(
    document: Document, layout: Layout, candidates: Sequence[TimeCandidate], mode: Mode | None = None, month_first: bool | None = None
) -> tuple[TimeMention, ...]:
    """Each candidate as a TIMEX3 value and an EDTF date, read against the publication date or the story's own clock.

    ``mode`` and ``month_first`` are worked out from the document where they are not given.
    """
    return Reader(document, candidates, mode, month_first).read()
