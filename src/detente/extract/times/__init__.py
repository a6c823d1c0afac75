"""Time expressions as they are written, before anything is resolved."""

from __future__ import annotations

from detente.extract.times.link import link
from detente.extract.times.scan import keep_counted_years, scan
from detente.model.document import Document, Layout
from detente.model.timeparse import TimeCandidate

__all__ = ["find_times"]


def find_times(document: Document, layout: Layout) -> tuple[TimeCandidate, ...]:
    """Every time expression in ``document``, in order, none overlapping. Linear in the text, whatever the text.

    The layout does not matter: a date in a caption or a credit is a date.
    """
    return link(document.text, keep_counted_years(scan(document.text)))
