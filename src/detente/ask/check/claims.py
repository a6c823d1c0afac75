"""Claims over the whole of a relationship, found in an article by their wording."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from detente.ask.check.held import Held
from detente.extract.claims import find_claims
from detente.model.document import PROSE, PublishedBasis
from detente.model.edtf import Edtf
from detente.model.folding import words
from detente.model.reading import Extraction, Reading
from detente.model.span import Span
from detente.reconcile.cases import MEASURES, Case
from detente.rules.actors import Label, lexicon
from detente.rules.claims import record_claims
from detente.rules.folding import fold

REACH = 80
"""Characters between a claim and the deed or figure that it is said of, within one sentence."""

_PARTIES = frozenset({Label.NAME, Label.DEMONYM, Label.METONYM, Label.ORGANISATION})
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim over the record as the article words it."""

    kind: str
    span: Span
    sentence: Span
    groups: tuple[tuple[str, str], ...]
    """What its wording gives by name: a number, an office, from when."""

    def get(self, name: str) -> str:
        """One part of the wording; empty where it has none."""
        return dict(self.groups).get(name, "")


class Scene:
    """An article with what its claims over the record are checked with."""

    def __init__(self, article: Extraction, cases: Sequence[Case], held: Held) -> None:
        self.article = article
        self.cases = cases
        self.held = held
        self.text = article.document.text

    @cached_property
    def now(self) -> int | None:
        """The year the article was written in, as far as it is known."""
        published = self.article.document.published
        return published.latest.year if published is not None and published.latest is not None else None

    @property
    def dated(self) -> bool:
        """Whether that year is known from elsewhere than the article's own counting of years."""
        return self.article.document.published_basis not in (None, PublishedBasis.INFERRED)

    def about(self, claim: Claim) -> bool:
        """Whether a claim's sentence tells anything of the two parties or names one of them; a length of time need not."""
        return claim.kind == "span" or bool(self.inside(claim.sentence)) or bool(codes(claim.sentence.of(self.text)) & self.held.parties)

    def inside(self, sentence: Span) -> list[Case]:
        """What was read in a sentence."""
        return [case for case in self.cases if sentence.overlaps(case.statement.span)]

    def deed(self, claim: Claim) -> Case | None:
        """The event that a claim counts: of the family that its own words name ("his first trip"), where they name one."""
        said = words(claim.span.of(self.text))
        family = next((record_claims().counted[word] for word in said if word in record_claims().counted), None)
        near = [c for c in self.inside(claim.sentence) if not c.series and c.statement.span.gap(claim.span) <= REACH]
        fitting = [c for c in near if family is None or c.family.name == family]
        return min(fitting, key=lambda c: (c.statement.span.gap(claim.span), c.statement.span), default=None)

    def nearest(self, claim: Claim, figures: bool = False) -> Case | None:
        """The deed, or the figure, that a claim is said of: the nearest in its sentence."""
        near = [
            (case.statement.span.gap(claim.span), case.statement.span, case)
            for case in self.inside(claim.sentence)
            if (_amount(case) if figures else not case.series) and case.statement.span.gap(claim.span) <= REACH
        ]
        return min(near, key=lambda row: row[:2])[2] if near else None


def find(article: Extraction) -> Iterator[Claim]:
    """The claims over the record, in the order of the text; of two that overlap the longer, but a first beside what it holds."""
    found = [
        claim for sentence in article.layout.sentences if sentence.kind in PROSE for claim in _in(article.document.text, sentence.span)
    ]
    firsts = [claim for claim in _firsts(article) if not any(other.span.contains(claim.span) for other in found)]
    last: Claim | None = None
    for claim in sorted([*found, *firsts], key=lambda c: (c.span.start, -c.span.end)):
        if last is None or not last.span.overlaps(claim.span):
            last = claim
            yield claim


def _amount(case: Case) -> bool:
    """Whether a case is a figure in its own right, and not a rank, a share, or the change that the claim itself tells."""
    return bool(case.series) and case.statement.unit not in MEASURES


def codes(text: str) -> frozenset[str]:
    """The countries and organisations named in ``text``."""
    return frozenset(hit.entry.code for hit in lexicon().hits(fold(text).text) if hit.entry.label in _PARTIES and hit.entry.code)


def year_in(text: str) -> int | None:
    """The first year named in ``text``."""
    match = _YEAR.search(text)
    return int(match.group()) if match else None


def year_of(date: Edtf | None) -> int | None:
    """The year of a date that lies within one; None for a wider one."""
    if date is None or date.earliest is None or date.latest is None or date.earliest.year != date.latest.year:
        return None
    return date.earliest.year


def _firsts(article: Extraction) -> Iterator[Claim]:
    reading = Reading(article.document, article.layout)
    for span in find_claims(reading):
        sentence = next(s.span for s in article.layout.sentences if s.span.contains(span))
        yield Claim("first", span, sentence, ())


def _in(text: str, sentence: Span) -> Iterator[Claim]:
    if record_claims().gate.isdisjoint(words(sentence.of(text).replace("-", " "))):
        return
    taken: list[Span] = []
    for kind, pattern in record_claims().patterns:
        place = sentence.start
        while (match := pattern.search(text, place, sentence.end)) is not None:
            claim = _made(kind, match, sentence)
            place = max(claim.span.end, match.start() + 1)
            if not any(span.overlaps(claim.span) for span in taken):
                taken.append(claim.span)
                yield claim


def _made(kind: str, match: re.Match[str], sentence: Span) -> Claim:
    """The claim without what follows the clause that its wording runs to."""
    end = match.end()
    groups = {name: value for name, value in match.groupdict().items() if value is not None}
    if "anchor" in groups:
        stop = _stop(match)
        if stop is not None and match.end("anchor") == end:
            end = stop
            groups["anchor"] = match.string[match.start("anchor") : end]
    return Claim(kind, Span(match.start(), end), sentence, tuple(groups.items()))


def _stop(match: re.Match[str]) -> int | None:
    """Where the clause of a claim ends before its punctuation does: at a word that begins another; but not at the "and" of "between"."""
    start, end = match.span("anchor")
    joined = record_claims().joined.search(match.string, start, end)
    stop = record_claims().stop.search(match.string, joined.end() if joined else start, end)
    return stop.start() if stop else None
