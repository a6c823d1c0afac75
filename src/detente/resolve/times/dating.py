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
from detente.resolve.times.anchored import written_year, years_told
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
    r"[^\S\n]*(?:,?[^\S\n]*[0-9]{1,2}[:.][0-9]{2}(?:\s*[A-Z]{2,4})?)?[^\S\n]*(?:\([^()\n]{1,40}\)|/[^/\n]{1,30}/)?[^\S\n]*(?:[-‐-―−]{1,2}\s|:\s)"
)
_PLACE = re.compile(r"[^\n.!?]{2,60}")
_CLOCK_MARKS = " \t\r0123456789:.,apm-–—"
_PLACE_LENGTH = 60
_MOST_DATES = 400
"""Dates looked at, from the top; the foot of a longer text does not date it."""
_CHRONOLOGY = 3
"""A text with so many different dates on lines of their own is a chronology."""
_MAIL = "message/rfc822"
"""The format whose header, written as the mail was sent, is surer than any date in its text."""
_QUOTED = re.compile(r"[ \t]*>")
"""What leads a line that a mail quotes from another."""
_MARKUP = " \t\r*_"
"""Signs of emphasis beside a line's words."""
_MONTH_CLOSES = re.compile(r"[^\n.!?:;|]*,[ \t]*")
"""What may stand on a line before a month and year that close it: a byline or place, and a comma."""


def stated_date(document: Document, candidates: Sequence[TimeCandidate]) -> tuple[Edtf, Span] | None:
    """The publication date that the text states, and the characters that do; the best-founded of them.

    Where many lines are dates the text is a chronology, and none of them dates it. A bare date line does not outweigh a date that the
    caller gave and that is years away from it: it heads a chapter of history.
    """
    text = document.text
    full = [c for c in candidates if _is_full(c) and not c.bound and not c.range_end][:_MOST_DATES]
    grounds = [(candidate, _ground(text, candidate)) for candidate in full]
    if len({candidate.span.of(text) for candidate in full if _opens_entry(text, candidate)}) >= _CHRONOLOGY:
        grounds = [(candidate, ground) for candidate, ground in grounds if not _opens_entry(text, candidate)]
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
    line_start, line_end = _line(text, candidate)
    before, after = text[line_start:start], text[end:line_end]
    if _QUOTED.match(before):
        return Ground.NONE
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


def _line(text: str, candidate: TimeCandidate) -> tuple[int, int]:
    """The ends of the line that a date stands on, no farther off than a date line is long."""
    start, end = candidate.span.start, candidate.span.end
    line_start = text.rfind("\n", max(0, start - _LONGEST), start) + 1 or max(0, start - _LONGEST)
    line_end = text.find("\n", end, end + _LONGEST)
    return line_start, min(len(text), end + _LONGEST) if line_end < 0 else line_end


def _opens_entry(text: str, candidate: TimeCandidate) -> bool:
    """Whether a date opens a line that goes on with words of its own, as the entries of a list do ("04.02.1994  Ban lifted")."""
    line_start, line_end = _line(text, candidate)
    return not text[line_start : candidate.span.start].strip() and _PROSE.search(text, candidate.span.end, line_end) is not None


def stated_month(text: str, candidates: Sequence[TimeCandidate]) -> tuple[Edtf, Span] | None:
    """The month and year that alone, or behind a byline, make up the text's first or last paragraph of a line; None where the text tells
    of a later year, for then the line heads a story of its time."""
    told = years_told(candidates)
    found: list[tuple[Edtf, Span]] = []
    for candidate in candidates:
        fields = candidate.fields
        month = candidate.kind == "date" and "day" not in fields and "year" in fields and "month" in fields
        if not month or candidate.bound or candidate.range_end or not _closes_line(text, candidate):
            continue
        edtf = date(fields, Clock(Mode.NEWS, None), Tense.UNKNOWN).edtf
        if edtf is not None:
            found.append((edtf, candidate.span))
    months = {edtf.text for edtf, _ in found}
    return found[0] if len(months) == 1 and int(found[0][0].text[:4]) >= max(told) else None


def _closes_line(text: str, candidate: TimeCandidate) -> bool:
    """Whether a month closes a short line set off by empty ones, at the head behind the title or at the foot."""
    line_start, line_end = _line(text, candidate)
    before, after = text[line_start : candidate.span.start].strip(_MARKUP + "("), text[candidate.span.end : line_end]
    if line_end - line_start > _LINE or after.strip(_MARKUP + ").") or (before and not _MONTH_CLOSES.fullmatch(before)):
        return False
    ahead, behind = text[:line_start], text[line_end:]
    foot = not behind.strip()
    head = bool(ahead.strip()) and line_start < _HEAD and behind.startswith(("\n\n", "\n\r\n"))
    apart = ahead.endswith(("\n\n", "\n\r\n")) or (head and "\n" not in ahead.strip())
    return (head or foot) and apart


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


def _holds(month: Edtf, given: Edtf | None) -> bool:
    """Whether a date that came with the file falls in the month that the text states, and so says it more closely."""
    return given is not None and given.text.startswith(month.text + "-")


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
    """``document`` with the publication date its text states, which outweighs what came with the file (but a mail's header
    outweighs its text); else with the year that its lengths of time show, where nothing else dates it."""
    if document.media_type == _MAIL and document.published is not None:
        return document
    found = stated_date(document, candidates)
    if found is None and document.published_basis is not PublishedBasis.GIVEN:
        month = stated_month(document.text, candidates)
        found = None if month is None or _holds(month[0], document.published) else month
    if found is not None:
        edtf, span = found
        return replace(document, published=edtf, published_basis=PublishedBasis.STATED, published_span=span)
    inferred = None if document.published is not None else written_year(document.text, candidates)
    if inferred is None:
        return document
    year, by = inferred
    return replace(document, published=Edtf.year(year), published_basis=PublishedBasis.INFERRED, published_span=by.span)
