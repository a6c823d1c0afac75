"""Reads a document's candidates from first to last, with the clock that moves between them."""

from __future__ import annotations

from collections.abc import Sequence

from detente.model.calendar import Day
from detente.model.document import Document, Layout
from detente.model.edtf import Edtf
from detente.model.mention import TimeMention, TimexType
from detente.model.span import Span
from detente.model.timeparse import TimeCandidate
from detente.resolve.times import dates, named, relative
from detente.resolve.times.anchored import anchor_of, anchored, held, years_told
from detente.resolve.times.clock import Clock, Mode, Moment, Tense
from detente.resolve.times.dating import document_order
from detente.resolve.times.passage import mode_of, sentence, tense
from detente.resolve.times.result import Result, of_moment
from detente.rules.times import time_grammar

_OPENING = 14
"""A year this close to the beginning of its sentence ("In early 1943") moves the story there."""
_FRESH = 7
"""Days before the publication in which a report's event lies."""
_BESIDE = 4
"""Characters between a date and an expression that counts from it."""
_TENSED = frozenset(("date", "weekday", "holiday", "edgeday", "within"))


class Reader:
    """One document's times, in order."""

    def __init__(
        self, document: Document, layout: Layout, candidates: Sequence[TimeCandidate], mode: Mode | None, month_first: bool | None
    ) -> None:
        self._text = document.text
        self._candidates = candidates
        published = _day(document.published)
        self._clock = Clock(mode or mode_of(candidates, published), published, _moment(document.published))
        self._told = years_told(candidates)
        self._month_first = document_order(candidates, published) if month_first is None else month_first
        self._published_span = document.published_span
        self._paragraph_start = self._paragraph_end = -1
        self._last: tuple[TimeCandidate, Moment | None] | None = None

    def read(self) -> tuple[TimeMention, ...]:
        """All mentions, in the order of the text."""
        results = [self._one(i, candidate) for i, candidate in enumerate(self._candidates)]
        mentions = []
        for i, (candidate, result) in enumerate(zip(self._candidates, results, strict=True)):
            edtf, anchor = (result.edtf, None) if self._is_first_at(candidate) else _bounded(candidate, result.edtf)
            if candidate.range_end:
                other = i + candidate.range_end
                edtf, anchor = _stretch(result.edtf, results[other].edtf, candidate.range_end), self._candidates[other].span
            mentions.append(
                TimeMention(
                    candidate.span,
                    candidate.span.of(self._text),
                    result.type,
                    result.value,
                    edtf,
                    result.basis,
                    result.alternatives,
                    anchor,
                )
            )
        return tuple(mentions)

    def _is_first_at(self, candidate: TimeCandidate) -> bool:
        """ "did not return until 1980" tells when it was, not up to when."""
        if candidate.bound != "until" or candidate.bound_span is None:
            return False
        begin, _ = sentence(self._text, candidate.span.start, candidate.span.end)
        return (
            time_grammar().joints["not"].search(self._text, max(begin, candidate.bound_span.start - 50), candidate.bound_span.start)
            is not None
        )

    def _one(self, place: int, candidate: TimeCandidate) -> Result:
        self._turn_paragraph(candidate.span.start)
        clock = self._clock
        result = self._resolve(place, candidate)
        if candidate.span == self._published_span:
            return result
        self._note_event_day(candidate, result.moment)
        self._last = (candidate, result.moment) if result.moment is not None else self._last
        moment = result.moment
        if moment is None:
            return result
        passing = self._is_passing(candidate, moment)
        if not (passing and "season" in candidate.fields and "year" not in candidate.fields):
            clock.mentioned = moment
        if candidate.aside:
            return result
        if passing:
            clock.mention(moment, self._leads_on(candidate))
            return result
        clock.move(moment)
        if moment.month is not None:
            clock.carried = moment
        return result

    def _is_passing(self, candidate: TimeCandidate, moment: Moment) -> bool:
        """Whether a bare year is only mentioned: it stands inside a sentence that the story tells from elsewhere."""
        story = self._clock.story
        if story is None or moment.month is not None or "season" in candidate.fields:
            return "season" in candidate.fields and "year" not in candidate.fields and candidate.fields["season"] == "WI"
        if moment.year == story.year:
            return True
        begin, _ = sentence(self._text, candidate.span.start, candidate.span.end)
        opens = begin <= self._paragraph_start and self._leads_on(candidate)
        return candidate.span.start - begin > _OPENING and not opens

    def _leads_on(self, candidate: TimeCandidate) -> bool:
        """Whether the sentence tells that something happened in the year, not that it was planned for it."""
        start = candidate.span.start
        before = self._text[max(0, start - 12) : start]
        led = any(match.end() == len(before) for match in time_grammar().joints["in_year"].finditer(before))
        return led and tense(self._text, candidate) is not Tense.FUTURE

    def _turn_paragraph(self, start: int) -> None:
        """Forgets the carried year at the end of a paragraph; in news the story too begins anew."""
        if start < self._paragraph_end:
            return
        end = self._text.find("\n", start)
        self._paragraph_end = len(self._text) if end < 0 else end
        self._paragraph_start = self._text.rfind("\n", 0, start) + 1
        self._clock.carried = None
        if self._clock.mode is Mode.NEWS:
            self._clock.stands = ()

    def _note_event_day(self, candidate: TimeCandidate, moment: Moment | None) -> None:
        clock = self._clock
        if clock.mode is not Mode.NEWS or clock.event_day is not None or moment is None or clock.published is None:
            return
        day = moment.full
        if day is None or (candidate.kind == "date" and day == clock.published):
            return
        if candidate.kind in ("weekday", "deictic", "date") and 0 <= clock.published.ordinal() - day.ordinal() <= _FRESH:
            clock.event_day = moment

    def _date_beside(self, candidate: TimeCandidate) -> Moment | None:
        """The date that stands right in front of this expression ("on 20 July, five days after the coup")."""
        if self._last is None:
            return None
        return self._last[1] if candidate.span.start - self._last[0].span.end <= _BESIDE else None

    def _resolve(self, place: int, candidate: TimeCandidate) -> Result:
        fields, clock = candidate.fields, self._clock
        if candidate.bound in ("by", "until"):
            fields = {**fields, "forward": True}
        kind = candidate.kind
        looks = tense(self._text, candidate) if kind in _TENSED and "year" not in fields else Tense.UNKNOWN
        if kind == "date":
            return dates.date(fields, clock, looks)
        if kind == "weekday":
            return relative.weekday(fields, clock, looks)
        if kind == "numeric":
            return dates.numeric(fields, clock, self._month_first)
        if kind in _NAMED:
            return _NAMED[kind](fields, clock, looks)
        if kind == "clock" and "of_next" in fields:
            return relative.clock_time(fields, clock, self._resolve(place + 1, self._candidates[place + 1]).moment)
        if kind == "beside" and fields.get("of_event") and clock.mode is Mode.NEWS:
            return Result("XXXX-XX-XX", basis="none")
        if kind == "tenure":
            return held(fields, clock, self._told)
        anchor = anchor_of(self._text, candidate)
        if anchor is not None:
            placed = anchored(anchor, relative.duration(fields).value, clock, self._told)
            if placed is not None:
                return placed
        if kind == "relative" and fields.get("of_event"):
            begin, _ = sentence(self._text, candidate.span.start, candidate.span.end)
            told = relative.of_event(fields, clock, self._date_beside(candidate), candidate.span.start - begin <= _OPENING)
            if told is not None:
                return told
        if kind == "relative":
            return relative.relative(fields, clock, clock.story is not None)
        if kind == "beside":
            return relative.beside(fields, clock, candidate.modifier)
        simple = _SIMPLE.get(kind)
        return simple(fields, clock) if simple else Result(str(fields.get("value", fields.get("vague", "PRESENT_REF"))), basis="vague")


def _same(fields: object, clock: Clock) -> Result:
    here = clock.here()
    return Result("PRESENT_REF", basis="vague") if here is None else of_moment(here, "narrative")


def _now(fields: object, clock: Clock) -> Result:
    now = clock.now()
    return Result("PRESENT_REF", basis="vague") if now is None else of_moment(Moment(now.year), "relative")


def _onward(fields: object, clock: Clock) -> Result:
    now = clock.now()
    edtf = None if now is None else of_moment(now, "relative").edtf
    return Result("FUTURE_REF", None if edtf is None else Edtf.interval(edtf, None), "relative" if edtf else "vague")


_NAMED = {"holiday": named.holiday, "edgeday": named.edge_day, "within": named.within, "anniversary": named.anniversary}


_SIMPLE = {
    "iso": lambda fields, clock: dates.iso(fields),
    "decade": dates.decade,
    "century": dates.century,
    "deictic": relative.deictic,
    "part": relative.part,
    "clock": relative.clock_time,
    "duration": lambda fields, clock: relative.duration(fields),
    "stretch": relative.stretch,
    "set": lambda fields, clock: relative.every(fields),
    "same": _same,
    "now": _now,
    "onward": _onward,
    "then": named.then,
    "edgestretch": named.edge_stretch,
    "ordinal": lambda fields, clock: Result(relative.duration_value(1, fields["unit"]), basis="none", type=TimexType.DURATION),
}


def _day(published: Edtf | None) -> Day | None:
    """The day to count from, where it is known to the day."""
    return None if published is None or not published.is_day else published.earliest


def _moment(published: Edtf | None) -> Moment | None:
    """The publication as precise as it is known: a day, a month or a year."""
    if published is None or published.earliest is None or published.latest is None:
        return None
    first, last = published.earliest, published.latest
    if first == last:
        return Moment.of(first)
    if first.year != last.year:
        return None
    return Moment(first.year, first.month) if first.month == last.month else Moment(first.year)


def _bounded(candidate: TimeCandidate, edtf: Edtf | None) -> tuple[Edtf | None, Span | None]:
    """The date with the bound in front of it, and that word's characters."""
    if edtf is None or candidate.bound is None:
        return edtf, None
    if candidate.bound in ("since",):
        return (Edtf.interval(edtf, None), candidate.bound_span)
    if candidate.bound in ("by", "until", "before"):
        if "END" in (candidate.modifier, candidate.fields.get("edge")) and edtf.latest is not None:
            edtf = Edtf.day(*edtf.latest)
        return Edtf.interval(None, edtf) if edtf.latest is not None else edtf, candidate.bound_span
    if candidate.bound == "after":
        return Edtf.interval(edtf, None), candidate.bound_span
    if candidate.bound == "about":
        return edtf.approximate(), candidate.bound_span
    return edtf, None


def _stretch(mine: Edtf | None, other: Edtf | None, side: int) -> Edtf | None:
    """The stretch whose one end is ``mine``; ``mine`` alone where the two do not run forward."""
    if mine is None or other is None:
        return mine
    start, end = (mine, other) if side > 0 else (other, mine)
    try:
        return Edtf.interval(start, end)
    except ValueError:
        return mine


__all__ = ["Moment", "Reader", "TimexType"]
