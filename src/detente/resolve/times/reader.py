"""Reads a document's candidates from first to last, with the clock that moves between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from detente.model.calendar import Day
from detente.model.document import Document
from detente.model.edtf import Edtf
from detente.model.mention import TimeMention
from detente.model.timeparse import TimeCandidate
from detente.resolve.times.anchored import years_told
from detente.resolve.times.bounds import bounded, stretch
from detente.resolve.times.clock import Clock, Mode, Moment, Tense
from detente.resolve.times.dating import document_order
from detente.resolve.times.kinds import OPENING, Sight, resolve
from detente.resolve.times.passage import Passage, is_adrift, mode_of
from detente.resolve.times.result import FARTHEST_YEAR, Result
from detente.rules.times import time_grammar

_FRESH = 7
"""Days before the publication in which a report's event lies."""
_BESIDE = 4
"""Characters between a date and an expression that counts from it."""
_LEAD = 12
"""Characters before a year in which "in" stands."""
_SAME_BREATH = 90
"""Characters from a year to a date of the same sentence that takes it over."""
_NEAR_YEARS = 5
"""Years between the story and a year told in passing that a date may still take over."""
_LONGEST_HEADING = 80
"""Characters."""
_SENTENCE_ENDS = frozenset(".!?:;,\"”'’")
_DATED = frozenset(("year", "smallyear"))
_YEARED = frozenset(("year", "yearref", "shortyear", "smallyear", "rel"))
_TENSED = frozenset(("date", "weekday", "holiday", "nationalday", "edgeday", "within"))
"""Kinds whose reading depends on the tense of the sentence."""


class Reader:
    """One document's times, in order."""

    def __init__(self, document: Document, candidates: Sequence[TimeCandidate], mode: Mode | None, month_first: bool | None) -> None:
        self._text = document.text
        self._candidates = candidates
        self._passage = Passage(document.text)
        published = _day(document.published)
        self._clock = Clock(mode or mode_of(candidates, published), published, _moment(document.published))
        self._clock.adrift = document.published is None and is_adrift(candidates)
        self._told = years_told(candidates)
        self._month_first = document_order(candidates, published) if month_first is None else month_first
        self._published_span = document.published_span
        self._paragraph_start = self._paragraph_end = -1
        self._in_heading = False
        self._told_year = (-1, 0, 0)
        """The last year told in passing: where its sentence begins, the year, where it ends."""
        self._last: tuple[TimeCandidate, Moment] | None = None

    def read(self) -> tuple[TimeMention, ...]:
        """All mentions, in the order of the text."""
        results = [self._one(i, candidate) for i, candidate in enumerate(self._candidates)]
        return tuple(self._mention(i, results) for i, c in enumerate(self._candidates) if self._is_time(c, results[i]))

    def _is_time(self, candidate: TimeCandidate, result: Result) -> bool:
        """Not the rule of someone the office-holder table does not know, nor a title that only histories date."""
        if candidate.kind == "tenure" and result.edtf is None:
            return False
        return candidate.fields.get("only") in (None, self._clock.mode)

    def _mention(self, place: int, results: Sequence[Result]) -> TimeMention:
        candidate, result = self._candidates[place], results[place]
        edtf, anchor = bounded(self._passage, self._text, candidate, result.edtf)
        if candidate.range_end:
            other = place + candidate.range_end
            edtf, anchor = stretch(result.edtf, results[other].edtf, candidate.range_end), self._candidates[other].span
        text = candidate.span.of(self._text)
        return TimeMention(candidate.span, text, result.type, result.value, edtf, result.basis, result.alternatives, anchor)

    def _one(self, place: int, candidate: TimeCandidate) -> Result:
        self._turn_paragraph(candidate.span.start)
        if self._is_coming(candidate):
            self._clock.carried = None
        result = resolve(self._sight(place, candidate))
        if result.moment is not None and candidate.span != self._published_span:
            self._note_event_day(candidate, result.moment)
            self._last = (candidate, result.moment)
            self._move(candidate, result.moment)
        return result

    def _is_coming(self, candidate: TimeCandidate) -> bool:
        """Whether a date without a year is said to lie ahead ("will reopen on July 17"): the year told before it is not its own."""
        bare = candidate.kind == "date" and "month" in candidate.fields and not _YEARED & candidate.fields.keys()
        return bare and self._passage.tense(candidate) is Tense.FUTURE and self._passage.has("coming", candidate)

    def _sight(self, place: int, candidate: TimeCandidate) -> Sight:
        fields = {**candidate.fields, "forward": True} if candidate.bound in ("by", "until") else candidate.fields
        if self._takes_year(candidate):
            fields = {**fields, "carried": self._told_year[1]}
        fields = {**fields, **self._told_behind(place, candidate)}
        looks = self._passage.tense(candidate) if candidate.kind in _TENSED and "year" not in fields else Tense.UNKNOWN
        following = None
        if "of_next" in fields and place + 1 < len(self._candidates):
            following = resolve(self._sight(place + 1, self._candidates[place + 1])).moment
        beside = self._date_beside(candidate)
        opens = candidate.span.start - self._passage.begin(candidate) <= OPENING
        return Sight(
            self._text,
            candidate,
            fields,
            self._clock,
            looks,
            self._month_first,
            self._told,
            beside,
            following,
            self._lasts(candidate),
            opens,
        )

    def _told_behind(self, place: int, candidate: TimeCandidate) -> Mapping[str, Any]:
        """What the next date says outright: "two decades later, in 2010", "the 20th anniversary ... in 2015"."""
        following = self._candidates[place + 1] if place + 1 < len(self._candidates) else None
        if following is None or not _DATED & following.fields.keys() or candidate.kind not in ("relative", "beside", "anniversary"):
            return {}
        gap = self._text[candidate.span.end : following.span.start]
        if candidate.kind == "anniversary":
            told = "year" in following.fields and time_grammar().joints["same_sentence"].fullmatch(gap)
            return {"told": following.fields["year"]} if told else {}
        apposed = following.kind == "date" and following.range_end == 0 and time_grammar().joints["apposed"].fullmatch(gap)
        return {"apposed": resolve(self._sight(place + 1, following)).moment} if apposed else {}

    def _takes_year(self, candidate: TimeCandidate) -> bool:
        """Whether a date without a year follows a year in its own sentence ("in 1965, on 3 May")."""
        bare = candidate.kind == "date" and "month" in candidate.fields and not _YEARED & candidate.fields.keys()
        told = self._told_year
        return bare and told[0] == self._passage.begin(candidate) and candidate.span.start - told[2] <= _SAME_BREATH

    def _lasts(self, candidate: TimeCandidate) -> bool:
        return candidate.kind == "duration" and self._clock.mode is Mode.NEWS and self._passage.has("up_to_now", candidate)

    def _move(self, candidate: TimeCandidate, moment: Moment) -> None:
        """Takes the story along, unless the date is only mentioned."""
        clock = self._clock
        if self._in_heading and "year" in candidate.fields:
            if candidate.range_end != -1:
                clock.move(moment, firmly=True)
                clock.mentioned = moment
            return
        passing = self._is_passing(candidate, moment)
        if not (passing and "season" in candidate.fields and "year" not in candidate.fields):
            clock.mentioned = clock.mentioned if self._only_begins(candidate, moment) else moment
        if candidate.aside:
            return
        if passing:
            told = self._leads_on(candidate)
            clock.mention(moment, told)
            near = clock.story is None or abs(moment.year - clock.story.year) <= _NEAR_YEARS
            if told and near and not candidate.range_end:
                self._told_year = (self._passage.begin(candidate), moment.year, candidate.span.end)
            return
        opens = self._paragraph_start <= candidate.span.start <= self._paragraph_start + OPENING
        clock.move(moment, opens and "year" in candidate.fields)
        if moment.month is not None:
            clock.carried = moment

    def _only_begins(self, candidate: TimeCandidate, moment: Moment) -> bool:
        """Whether a bare year is only what something has lasted since; "since 1998, *when* ..." tells what happened in it."""
        told = time_grammar().joints["told_when"].match(self._text, candidate.span.end)
        return candidate.bound == "since" and moment.month is None and told is None

    def _is_passing(self, candidate: TimeCandidate, moment: Moment) -> bool:
        """Whether a bare year is only mentioned: it stands inside a sentence that the story tells from elsewhere."""
        story = self._clock.story
        if story is None or moment.month is not None or "season" in candidate.fields:
            return "season" in candidate.fields and "year" not in candidate.fields and candidate.fields["season"] == "WI"
        if moment.year == story.year:
            return True
        begin = self._passage.begin(candidate)
        opens = begin <= self._paragraph_start and self._leads_on(candidate)
        return candidate.span.start - begin > OPENING and not opens

    def _leads_on(self, candidate: TimeCandidate) -> bool:
        """Whether the sentence tells that something happened in the year, not that it was planned for it."""
        start = candidate.span.start
        before = self._text[max(0, start - _LEAD) : start]
        led = any(match.end() == len(before) for match in time_grammar().joints["in_year"].finditer(before))
        return led and self._passage.tense(candidate) is not Tense.FUTURE

    def _turn_paragraph(self, start: int) -> None:
        """Forgets the carried year at the end of a paragraph; in news the story too begins anew."""
        if start < self._paragraph_end:
            return
        end = self._text.find("\n", start)
        self._paragraph_end = len(self._text) if end < 0 else end
        self._paragraph_start = self._text.rfind("\n", 0, start) + 1
        self._in_heading = _is_heading(self._text[self._paragraph_start : self._paragraph_end])
        self._clock.carried = None
        if self._clock.mode is Mode.NEWS:
            self._clock.stands = ()

    def _note_event_day(self, candidate: TimeCandidate, moment: Moment) -> None:
        clock = self._clock
        if clock.mode is not Mode.NEWS or clock.event_day is not None or clock.published is None:
            return
        day = moment.full
        if day is None or (candidate.kind == "date" and day == clock.published):
            return
        if candidate.kind in ("weekday", "deictic", "date") and 0 <= clock.published.ordinal() - day.ordinal() <= _FRESH:
            clock.event_day = moment

    def _date_beside(self, candidate: TimeCandidate) -> Moment | None:
        """The date that stands right in front of this expression ("on 20 July, five days after the coup"); in news, in its sentence."""
        if self._last is None:
            return None
        before = self._last[0].span
        told = candidate.fields.get("of_event") and self._clock.mode is Mode.NEWS and before.start >= self._passage.begin(candidate)
        return self._last[1] if told or candidate.span.start - before.end <= _BESIDE else None


def _is_heading(line: str) -> bool:
    """A short line that ends like no sentence does: its year is where the story goes on."""
    return len(line) <= _LONGEST_HEADING and line.strip()[-1:] not in _SENTENCE_ENDS


def _day(published: Edtf | None) -> Day | None:
    """The day to count from, where it is known to the day."""
    if published is None or not published.is_day or published.earliest is None or abs(published.earliest.year) > FARTHEST_YEAR:
        return None
    return published.earliest


def _moment(published: Edtf | None) -> Moment | None:
    """The publication as precise as it is known: a day, a month or a year."""
    if published is None or published.earliest is None or published.latest is None:
        return None
    first, last = published.earliest, published.latest
    if abs(first.year) > FARTHEST_YEAR:
        return None
    if first == last:
        return Moment.of(first)
    if first.year != last.year:
        return None
    return Moment(first.year, first.month) if first.month == last.month else Moment(first.year)
