"""Statements of the tenure kind: who held which office from when to when."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from detente.extract.stretches import prose
from detente.model.document import Sentence
from detente.model.edtf import Edtf
from detente.model.identity import statement_id
from detente.model.mention import ActorKind, ActorMention, Party, TimeMention
from detente.model.reading import Reading
from detente.model.span import Span
from detente.model.statement import FactKind, Participant, StatedDate, Statement, Status
from detente.rules.commitments import TenureRules, tenure_rules

HOLDER_REACH = 60
"""Characters between an office holder and the wording of taking or holding office."""
TIME_REACH = 50
"""Characters between an office and the time it was held."""


@dataclass(frozen=True, slots=True)
class _Held:
    """An office with its holder and term."""

    holder: ActorMention
    office: str
    span: Span
    date: StatedDate
    rule: str


def find_tenures(reading: Reading) -> Iterator[Statement]:
    """The tenure statements of one document, in order of their start."""
    rules = tenure_rules()
    text = reading.document.text
    time_starts = [time.span.start for time in reading.times]
    actor_starts = [actor.span.start for actor in reading.actors]
    for sentence in prose(reading.layout, text):
        span = sentence.span
        if rules.gate.search(text, span.start, span.end) is None:
            continue
        times = [t for t in reading.times[bisect_left(time_starts, span.start) : bisect_left(time_starts, span.end)] if t.edtf is not None]
        actors = reading.actors[bisect_left(actor_starts, span.start) : bisect_left(actor_starts, span.end)]
        people = [actor for actor in actors if actor.kind is ActorKind.PERSON and actor.parties]
        seen: set[tuple[int, str]] = set()
        for held in (*_apposed(text, sentence, people, times, rules), *_worded(text, sentence, people, times, rules)):
            key = held.holder.span.start, held.date.edtf.text
            if key not in seen:
                seen.add(key)
                yield _statement(reading, held)


def _apposed(text: str, sentence: Sentence, people: list[ActorMention], times: list[TimeMention], rules: TenureRules) -> Iterator[_Held]:
    """ "Angela Merkel, chancellor since 2005": a holder whose office and term stand beside the name."""
    for person in people:
        end = max(person.span.end, person.full.end if person.full is not None else 0)
        office = rules.office.match(text, end, sentence.span.end) if text[end : end + 1] in ",(" else None
        named = office.group("office") if office is not None else _office_of(person)
        here = office.end() if office is not None else end
        time = next((t for t in times if here <= t.span.start <= here + TIME_REACH), None)
        if named is None or time is None:
            continue
        between = text[here : time.span.start]
        opening = rules.from_when.search(between) or rules.from_when.match(time.text) or _bracketed(text, between, time)
        if opening is None or not rules.since.fullmatch(between.lstrip()):
            continue
        term, last = _term(text, times, time, rules)
        if term is not None:
            start = min(person.span.start, person.full.start if person.full is not None else person.span.start)
            yield _Held(person, named, Span(start, last.span.end), StatedDate(term, time.basis, time.span), "apposition")


def _bracketed(text: str, between: str, time: TimeMention) -> re.Match[str] | None:
    """A term of years in brackets right behind the office: "(1993–2001)"; one year alone is rather a birth."""
    years = (time.edtf is not None and "/" in time.edtf.text) or re.match(r"\s?[-–]\s?\d{4}", text[time.span.end : time.span.end + 8])
    return re.fullmatch(r"\s*\(", between) if years else None


def _worded(text: str, sentence: Sentence, people: list[ActorMention], times: list[TimeMention], rules: TenureRules) -> Iterator[_Held]:
    """ "took office as prime minister on ...", "was ambassador to Vietnam from 2014 to 2017"."""
    for pattern, taking in ((rules.takes, True), (rules.held, False)):
        for match in pattern.finditer(text, sentence.span.start, sentence.span.end):
            holder = next((p for p in reversed(people) if 0 <= match.start() - p.span.end <= HOLDER_REACH), None)
            if (
                holder is None
                or holder.span.of(text).lower() in rules.nameless
                or re.search(r"[;.]", text[holder.span.end : match.start()])
            ):
                continue
            office = rules.office.match(text, match.end(), sentence.span.end)
            named = (
                office.group("office")
                if office is not None
                else _office_of(holder)
                if taking and rules.bare.search(match.group())
                else None
            )
            here = office.end() if office is not None else match.end()
            time = next((t for t in times if here <= t.span.start <= here + TIME_REACH), None)
            if (
                named is None
                or time is None
                or rules.ranked.search(text[match.start() : time.span.start])
                or rules.other_time.search(text[here : time.span.start].rstrip(", "))
            ):
                continue
            term, last = _term(text, times, time, rules)
            if term is None and taking and time.edtf is not None and "/" not in time.edtf.text:
                term = Edtf.parse(f"{time.edtf.text}/..")
            if term is not None:
                date = StatedDate(term, time.basis, time.span)
                yield _Held(holder, named, Span(match.start(), last.span.end), date, "took_office" if taking else "held_office")


def _office_of(person: ActorMention) -> str | None:
    return next((party.office for party in person.parties if party.office), None)


def _term(text: str, times: list[TimeMention], time: TimeMention, rules: TenureRules) -> tuple[Edtf | None, TimeMention]:
    """The stretch of time that a term's words state, and the time it ends with; None where they state a point only."""
    if time.edtf is None:
        return None, time
    lead = text[max(0, time.span.start - 10) : time.span.start]
    later = next((t for t in times if t.span.start >= time.span.end), None)
    joined = later is not None and rules.spans.fullmatch(text[time.span.end : later.span.start]) is not None
    if "/" in time.edtf.text:
        return time.edtf, later if later is not None and joined else time
    if later is not None and joined and later.edtf is not None and "/" not in later.edtf.text:
        return _interval(time.edtf.text, later.edtf.text), later
    if rules.from_when.search(lead) or rules.from_when.match(time.text):
        return _interval(time.edtf.text, ".."), time
    if rules.until_when.search(lead) or rules.until_when.match(time.text):
        return _interval("..", time.edtf.text), time
    return None, time


def _interval(start: str, end: str) -> Edtf | None:
    try:
        return Edtf.parse(f"{start}/{end}")
    except ValueError:
        return None


def _country_of(reading: Reading, held: _Held) -> str | None:
    """The country that the office's own words name ("prime minister of Ethiopia", "US ambassador to Vietnam")."""
    inside = (actor for actor in reading.actors if held.span.contains(actor.span) and held.holder.span != actor.span)
    return next((party.country for actor in inside for party in actor.parties if party.country is not None), None)


def _statement(reading: Reading, held: _Held) -> Statement:
    document = reading.document
    party = held.holder.parties[0]
    country = party.country or _country_of(reading, held)
    holder = Participant(Party(party.name, country, " ".join(held.office.split()), party.sector), held.holder.span)
    return Statement(
        id=statement_id(document.sha256, FactKind.TENURE, "tenure", held.span, party.name, held.date.edtf.text),
        document=document.sha256,
        fact=FactKind.TENURE,
        kind="tenure",
        span=held.span,
        quote=held.span.of(document.text),
        rule=held.rule,
        confidence=0.75,
        source=(holder,) if country is not None else (),
        persons=(holder,),
        date=held.date,
        status=Status.HAPPENED,
        detail=(("office", holder.party.office or ""),),
    )
