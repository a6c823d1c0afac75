"""Time expressions as they are written, before anything is resolved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from detente.extract.times.link import link
from detente.extract.times.scan import keep_counted_years, scan
from detente.extract.times.tenures import find_eras, find_tenures_named
from detente.model.document import Document, Layout
from detente.model.timeparse import TimeCandidate

__all__ = ["find_times"]


def find_times(document: Document, layout: Layout) -> tuple[TimeCandidate, ...]:
    """Every time expression in ``document``, in order, none overlapping. Linear in the text, whatever the text.

    The layout does not matter: a date in a caption or a credit is a date.
    """
    text = document.text
    return link(text, _together(_together(keep_counted_years(scan(text)), find_tenures_named(text)), find_eras(text)))


def _together(found: list[TimeCandidate], tenures: Iterable[TimeCandidate]) -> list[TimeCandidate]:
    """Both in order; a tenure gives way to a time that overlaps it."""
    taken = sorted((c.span.start, c.span.end) for c in found)
    extra = []
    for tenure in tenures:
        at = bisect_left(taken, (tenure.span.end, 0))
        if at == 0 or taken[at - 1][1] <= tenure.span.start:
            extra.append(tenure)
    return sorted([*found, *extra], key=lambda c: c.span) if extra else found
