"""When a document was published, by its own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from detente.model.calendar import Day
from detente.model.document import Document, PublishedBasis
from detente.model.edtf import Edtf
from detente.model.span import Span
from detente.model.timeparse import TimeCandidate
from detente.resolve.times.anchored import written_year
from detente.resolve.times.clock import Clock, Mode, Tense
from detente.resolve.times.dates import date, iso, numeric
from detente.resolve.times.order import month_first
from detente.rules.times import time_grammar

_HEAD = 700
"""Characters at the top in which a document dates itself."""
_TAIL = 200
"""Characters at the foot in which a statement dates itself."""
_LONGEST = 160
"""A line that is longer is a paragraph, whatever its date follows."""
_LINE = 90
"""A line that is no longer than this and holds little but a date is a date line."""
_PROSE = re.compile(r"\b[a-z]{2,}\b")
_LITTLE = 30
"""Characters beside the date that a date line may hold: a place, an hour, a weekday."""
_FEWEST_WORDS = 4
"""A line with so many words in small letters beside the date tells something; it is no date line."""
_DATELINE = re.compile(
    r"\s*(?:,?\s*[0-9]{1,2}[:.][0-9]{2}(?:\s*[A-Z]{2,4})?)?\s*(?:\([^()\n]{1,40}\)|/[^/\n]{1,30}/)?\s*(?:[-‐-―−]{1,2}\s|:\s)"
)
_PLACE = re.compile(r"(?:^|\n)[^\n.!?]{2,60}\Z")


def stated_date(document: Document, candidates: Sequence[TimeCandidate]) -> tuple[Edtf, Span] | None:
    """The publication date that the text states, and the characters that do; the best-founded of them."""
    text = document.text
    edge = max(len(text) - _TAIL, _HEAD)
    usable = [c for c in candidates if c.span.start < _HEAD or c.span.start >= edge]
    best: tuple[int, int, TimeCandidate] | None = None
    for place, candidate in enumerate(usable):
        score = _score(text, candidate)
        if score and (best is None or score > best[0]):
            best = score, place, candidate
    if best is None:
        return None
    edtf = _full_date(best[2], candidates)
    return (edtf, best[2].span) if edtf else None


def _score(text: str, candidate: TimeCandidate) -> int:
    """How surely a candidate dates the document: 0 not at all."""
    if not _is_full(candidate) or candidate.bound or candidate.range_end:
        return 0
    start, end = candidate.span.start, candidate.span.end
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    before, after = text[max(line_start, start - 40) : start], text[end : end + 60]
    tail = start >= _HEAD
    if (
        not tail
        and line_end - line_start <= _LONGEST
        and any(m.end() == len(before) for m in time_grammar().joints["dates_document"].finditer(before))
    ):
        return 5
    if start - line_start <= 60 and _DATELINE.match(after) and _PLACE.search(text[line_start:start]) and not tail:
        return 4
    length = line_end - line_start
    if length > _LINE:
        return 0
    rest = (text[line_start:start] + text[end:line_end]).strip(" \t\r|,.;()–—-")
    barred = "|" in text[line_start:line_end]
    if barred or (len(rest) <= _LITTLE and len(_PROSE.findall(rest)) < _FEWEST_WORDS):
        return 2 if tail else 3
    return 0


def _is_full(candidate: TimeCandidate) -> bool:
    if candidate.kind in ("iso", "numeric"):
        return True
    return candidate.kind == "date" and all(key in candidate.fields for key in ("year", "month", "day"))


def _full_date(candidate: TimeCandidate, candidates: Sequence[TimeCandidate]) -> Edtf | None:
    if candidate.kind == "iso":
        return iso(candidate.fields).edtf
    if candidate.kind == "numeric":
        clock = Clock(Mode.NEWS, None)
        return numeric(candidate.fields, clock, document_order(candidates, None)).edtf
    return date(candidate.fields, Clock(Mode.NEWS, None), Tense.UNKNOWN).edtf


def document_order(candidates: Sequence[TimeCandidate], published: Day | None) -> bool:
    """Whether this document writes the month first; see ``month_first``."""
    numerics = [c for c in candidates if c.kind == "numeric"]
    if not numerics:
        return False
    spelled = [e.earliest for c in candidates if c.kind == "iso" and (e := iso(c.fields).edtf) is not None and e.earliest is not None]
    named = (date(c.fields, Clock(Mode.NEWS, None), Tense.UNKNOWN).edtf for c in candidates if c.kind == "date" and _is_full(c))
    spelled += [e.earliest for e in named if e is not None and e.is_day and e.earliest is not None]
    return month_first(numerics, published, spelled)


def dated(document: Document, candidates: Sequence[TimeCandidate]) -> Document:
    """``document`` with the publication date its text states, which outweighs what came with the file; else with the year that its lengths
    of time show, where nothing else dates it."""
    found = stated_date(document, candidates)
    if found is not None:
        edtf, span = found
        return replace(document, published=edtf, published_basis=PublishedBasis.STATED, published_span=span)
    inferred = None if document.published is not None else written_year(document.text, candidates)
    if inferred is None:
        return document
    year, by = inferred
    return replace(document, published=Edtf.year(year), published_basis=PublishedBasis.INFERRED, published_span=by.span)
