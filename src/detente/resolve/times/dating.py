"""When a document was published, by its own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import IntEnum

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
_LITTLE = 40
"""Characters beside the date that a date line may hold: a place, an hour, a weekday."""
_FEWEST_WORDS = 4
"""A line with so many words in small letters beside the date tells something; it is no date line."""
_DATELINE = re.compile(
    r"\s*(?:,?\s*[0-9]{1,2}[:.][0-9]{2}(?:\s*[A-Z]{2,4})?)?\s*(?:\([^()\n]{1,40}\)|/[^/\n]{1,30}/)?\s*(?:[-‐-―−]{1,2}\s|:\s)"
)
_PLACE = re.compile(r"[^\n.!?]{2,60}")
_CLOCK_MARKS = " \t\r0123456789:.,apm-–—"
_PLACE_LENGTH = 60
_MOST_DATES = 400
"""Dates looked at, from the top; the foot of a longer text does not date it."""
_CHRONOLOGY = 3
"""A text with so many different dates on lines of their own is a chronology."""


def stated_date(document: Document, candidates: Sequence[TimeCandidate]) -> tuple[Edtf, Span] | None:
    """The publication date that the text states, and the characters that do; the best-founded of them.

    Where many lines are dates the text is a chronology, and none of them dates it. A bare date line does not outweigh a date that the
    caller gave and that is years away from it: it heads a chapter of history.
    """
    text = document.text
    full = [c for c in candidates if _is_full(c) and not c.bound and not c.range_end][:_MOST_DATES]
    grounds = [(candidate, _ground(text, candidate)) for candidate in full]
    headings = {candidate.span.of(text) for candidate, ground in grounds if ground in (Ground.LINE, Ground.DATELINE)}
    if len(headings) >= _CHRONOLOGY:
        grounds = [(candidate, ground) for candidate, ground in grounds if ground is Ground.WORDS]
    edge = max(len(text) - _TAIL, _HEAD)
    usable = [(c, ground) for c, ground in grounds if ground and (c.span.start < _HEAD or (ground is Ground.LINE and c.span.start >= edge))]
    if not usable:
        return None
    best, ground = max(usable, key=lambda found: (found[1], found[0].span.start < _HEAD, -found[0].span.start))
    edtf = _full_date(best, candidates)
    if edtf is None or (ground is Ground.LINE and _far_from_given(document, edtf)):
        return None
    return edtf, best.span


class Ground(IntEnum):
    """Why a date may be the document's own; the higher the surer."""

    NONE = 0
    LINE = 1
    """It stands on a line of its own."""
    DATELINE = 2
    """A place and a dash stand around it."""
    WORDS = 3
    """ "posted on" or the like stands in front."""


def _ground(text: str, candidate: TimeCandidate) -> Ground:
    start, end = candidate.span.start, candidate.span.end
    line_start = text.rfind("\n", max(0, start - _LONGEST), start) + 1 or max(0, start - _LONGEST)
    line_end = text.find("\n", end, end + _LONGEST)
    line_end = min(len(text), end + _LONGEST) if line_end < 0 else line_end
    before, after = text[line_start:start], text[end:line_end]
    if line_end - line_start <= _LONGEST and _is_led(before, after):
        return Ground.WORDS
    if len(before) <= _PLACE_LENGTH and _DATELINE.match(text, end) and _PLACE.fullmatch(before):
        return Ground.DATELINE
    if not after.strip(_CLOCK_MARKS) and time_grammar().joints["document_heading"].fullmatch(before):
        return Ground.LINE
    if line_end - line_start > _LINE:
        return Ground.NONE
    rest = (before + after).strip(" \t\r|,.;()–—-")
    if "|" in before or "|" in after or (len(rest) <= _LITTLE and len(_PROSE.findall(rest)) < _FEWEST_WORDS):
        return Ground.LINE
    return Ground.NONE


def _is_led(before: str, after: str) -> bool:
    """ "Posted on" stands in front, and what follows does not go on with the sentence ("dated May 7, 1861, accepted the offer")."""
    word = next((m for m in time_grammar().joints["dates_document"].finditer(before) if m.end() == len(before)), None)
    if word is None or after.startswith(","):
        return False
    return not before[: word.start()].strip() or len(_PROSE.findall(after)) < _FEWEST_WORDS


def _far_from_given(document: Document, date: Edtf) -> bool:
    given = document.published
    if given is None or document.published_basis is not PublishedBasis.GIVEN or given.earliest is None or date.latest is None:
        return False
    return date.latest.year < given.earliest.year - 1


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
