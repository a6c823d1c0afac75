"""Puts the parts of a figure together: one statement for each quantity that is a value of a series."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from detente.extract.figures.dating import date_figure
from detente.extract.figures.frame import Frame, frames
from detente.extract.figures.naming import Measure, Naming, goes_on, name_series, taken_along
from detente.extract.figures.parties import Sides, document_pair, find_sides
from detente.extract.figures.reporters import reporter_of
from detente.extract.figures.standpoint import is_target, status_of
from detente.model.identity import statement_id
from detente.model.mention import ActorMention, Bound, Quantity
from detente.model.reading import Reading
from detente.model.span import Span
from detente.model.statement import Attribution, FactKind, StatedDate, Statement, Status
from detente.rules.clauses import figure_clauses
from detente.rules.series import COUNT, HARMED, MONEY, figure_rules, unit_class

REACH = 120
"""Characters from the words of a series to its figure within which both make one quote."""
SECOND_HALF = 6
"""Characters between the two halves of one stretch of time."""
PEOPLE = "people"
"""What a nationality counts: "the number of Cubans"."""
RECORD_REACH = 160
"""Characters between two sentences' figures within which the second may leave out what it counts."""
LEADING_WORDS = 2
"""Words of a sentence before a bare number that goes on with the count of the one before ("A further 45,000 fled to Chad")."""
CONFIDENCE = {
    "worded_before": 0.9,
    "worded_after": 0.85,
    "noun": 0.8,
    "verb": 0.8,
    "rank": 0.8,
    "unit": 0.75,
    "carried": 0.7,
    "share": 0.7,
    "change": 0.75,
    "rate": 0.7,
    "amount": 0.55,
    "counted": 0.5,
}
"""How far each rule of naming is to be trusted: an order of the rules set by eye (a series' own words before what only hangs together),
not a measured share. The labelled documents hold too few figures of most rules to measure them one by one."""

_COORDINATE = figure_clauses()["coordinate"]
_AND = figure_clauses()["and_between"]
_CONVERSION = figure_clauses()["conversion"]
_AND_A = figure_clauses()["and_a"]
_TO_ALONE = figure_clauses()["to_alone"]
_AND_ITS = figure_clauses()["and_its"]
_THE_FIGURE = figure_clauses()["the_figure"]


@dataclass(frozen=True, slots=True)
class _Stated:
    """What the figure before it in the sentence leaves for the next."""

    quantity: Quantity
    naming: Naming
    date: StatedDate | None
    sides: Sides
    status: Status


def find_figures(reading: Reading) -> Iterator[Statement]:
    """The indicator statements of one document, in order of their start. Targets are left to commitments."""
    pair = document_pair(reading)
    money: str | None = None
    last: _Stated | None = None
    money_last: _Stated | None = None
    earlier: Sides | None = None
    told, block = False, -1
    for sentence in frames(reading):
        said: list[tuple[Frame, _Stated, str]] = []
        previous: _Stated | None = None
        if sentence[0].sentence.block != block:
            earlier, money_last, told, block = None, None, False, sentence[0].sentence.block
        for frame in sentence:
            stated = _stated(frame, previous, pair, earlier)
            if stated is None or stated.naming.series is None:
                stated = _record(frame, last) or _volume(frame, money_last) or stated
            if frame.unit_class == MONEY and frame.quantity.unit is not None:
                money = frame.quantity.unit
            if stated is None:
                continue
            previous = stated
            earlier = stated.sides if _two(stated.sides) else earlier
            last = stated if unit_class(stated.quantity.unit) == COUNT else last
            money_last = stated if frame.unit_class == MONEY and stated.naming.series is not None else money_last
            unit = _unit(stated, money)
            if not is_target(frame) and unit is not None and (told or _concerns(frame, stated)):
                told = True
                said.append((frame, stated, unit))
        for frame, stated, unit in _dated_together(said):
            yield _statement(frame, stated, unit, reporter_of(frame.text, frame.sentence.span, frame.quantity.span))


def _concerns(frame: Frame, stated: _Stated) -> bool:
    """Whether the figure bears on any country: a toll or a sum that only its own noun names, told of none, is left out."""
    series = stated.naming.series
    if frame.related or frame.actors or stated.sides.source or stated.sides.target:
        return True
    return series is not None and series.roles != HARMED


def _two(sides: Sides) -> bool:
    """Whether the sides are two countries and no more."""
    return len({p.party.country for p in (*sides.source, *sides.target)}) == 2


def _dated_together(said: list[tuple[Frame, _Stated, str]]) -> list[tuple[Frame, _Stated, str]]:
    """The same figures; the first of two that share a noun ("17 Indian and four Chinese soldiers") takes the second's date."""
    out = list(said)
    for i in range(len(out) - 1, 0, -1):
        (frame, first, unit), (_, second, _) = out[i - 1], out[i]
        between = frame.text[first.quantity.span.end : second.quantity.span.start]
        if first.date is None and _side_by_side(first.naming, second.naming, between):
            out[i - 1] = (frame, replace(first, date=second.date, status=second.status), unit)
    return out


def _side_by_side(first: Naming, second: Naming, between: str) -> bool:
    """Whether two figures are told of one time: two of a series, a rise and what it led to, the exports and the imports."""
    if first.series is second.series:
        return _AND.fullmatch(between) is not None or (first.measure is Measure.CHANGE and _TO_ALONE.fullmatch(between) is not None)
    keys = {naming.series.key for naming in (first, second) if naming.series is not None}
    return keys == {"exports", "imports"} and _AND_ITS.match(between) is not None


def _stated(frame: Frame, previous: _Stated | None, pair: ActorMention | None, earlier: Sides | None) -> _Stated | None:
    naming = name_series(frame, previous.naming if previous else None)
    if naming is None:
        return None
    if previous is not None and _converts(frame, previous):
        quantity = Quantity(frame.quantity.span, frame.quantity.value, frame.quantity.unit, _bound(frame, previous), frame.quantity.upper)
        return _Stated(
            quantity,
            Naming(previous.naming.series, None, previous.naming.rule, previous.naming.measure),
            previous.date,
            previous.sides,
            previous.status,
        )
    if previous is not None and _shares_verb(frame, naming, previous):
        naming = Naming(previous.naming.series, None, "verb")
    same = previous is not None and naming.rule in ("carried", "share", "change", "worded_before", "amount")
    date = date_figure(frame, naming, previous.date if previous is not None and (same or naming.rule != "verb") else None)
    sides = find_sides(frame, naming, _handed_on(naming, previous), pair, earlier)
    quantity = frame.quantity
    if (
        quantity.unit is None
        and previous is not None
        and naming.rule in ("carried", "verb")
        and unit_class(previous.quantity.unit) == COUNT
    ):
        quantity = replace(quantity, unit=previous.quantity.unit)
    if naming.rule == "numbered" and naming.span is not None:
        quantity = replace(quantity, unit=naming.span.of(frame.text).lower() if naming.series is not None else PEOPLE)
    status = status_of(frame)
    if status is Status.HAPPENED and previous is not None and (_COORDINATE.match(frame.lead) or _AND_A.search(frame.lead)):
        status = previous.status
    return _Stated(quantity, naming, date, sides, status)


def _shares_verb(frame: Frame, naming: Naming, previous: _Stated) -> bool:
    """Whether what became of the things before became of these: "killed 19,000 Ethiopian and 60,000 Eritrean soldiers"."""
    return (
        previous.naming.rule == "verb"
        and naming.rule in ("noun", "counted")
        and previous.quantity.unit == frame.quantity.unit
        and _AND.fullmatch(frame.text[previous.quantity.span.end : frame.quantity.span.start]) is not None
    )


def _handed_on(naming: Naming, previous: _Stated | None) -> Sides | None:
    """The sides of the figure before, turned round from exports to imports and back."""
    if previous is None:
        return None
    keys = {one.series.key for one in (naming, previous.naming) if one.series is not None}
    return Sides(previous.sides.target, previous.sides.source) if keys == {"exports", "imports"} else previous.sides


def _record(frame: Frame, last: _Stated | None) -> _Stated | None:
    """A bare number that goes on with the count of the sentence before ("the record, 7.54 million, dates from 2018")."""
    if last is None or frame.quantity.unit is not None or frame.unit_class != MONEY or unit_class(last.quantity.unit) != COUNT:
        return None
    if last.quantity.span.end < frame.sentence.span.start - RECORD_REACH:
        return None
    along = taken_along(frame)
    more = goes_on(frame) and len(frame.opening.split()) <= LEADING_WORDS
    if along is None and not more and not figure_rules().carriers.search(frame.opening):
        return None
    naming = along or Naming(last.naming.series, None, "carried")
    quantity = replace(frame.quantity, unit=last.quantity.unit)
    return _Stated(quantity, naming, date_figure(frame, naming, None), find_sides(frame, naming, last.sides, None), status_of(frame))


def _volume(frame: Frame, last: _Stated | None) -> _Stated | None:
    """A sum that goes on with that of the sentence before, named only by "the figure" or "the total"."""
    if last is None or frame.unit_class != MONEY or last.quantity.span.end < frame.sentence.span.start - RECORD_REACH:
        return None
    if frame.before.start != frame.sentence.span.start or not _THE_FIGURE.search(frame.lead):
        return None
    naming = Naming(last.naming.series, None, "carried", last.naming.measure)
    return _Stated(frame.quantity, naming, date_figure(frame, naming, None), last.sides, status_of(frame))


def _unit(stated: _Stated, money: str | None) -> str | None:
    """The unit of a statement: people where a verb says what became of them, the last money named for a bare sum."""
    series = stated.naming.series
    if stated.naming.rule == "verb" and series is not None and series.unit is not None:
        own = series.roles != HARMED and (stated.quantity.unit or "").lower() in series.nouns
        return stated.quantity.unit if own else series.unit
    return stated.quantity.unit or money


def _converts(frame: Frame, previous: _Stated) -> bool:
    """Whether the sum is the last one in other money: "£100 billion (€120 billion)"."""
    return (
        frame.unit_class == MONEY == unit_class(previous.quantity.unit)
        and previous.quantity.unit != frame.quantity.unit
        and _CONVERSION.match(frame.text[previous.quantity.span.end : frame.quantity.span.start]) is not None
    )


def _bound(frame: Frame, previous: _Stated) -> Bound:
    return previous.quantity.bound if frame.quantity.bound is Bound.EXACT else frame.quantity.bound


def _statement(frame: Frame, stated: _Stated, unit: str, reporter: Attribution | None) -> Statement:
    naming, quantity = stated.naming, stated.quantity
    kind, label = _named(naming, unit)
    span = _quote(frame, naming, stated.date)
    value = abs(quantity.value) * naming.sign if naming.sign < 0 else quantity.value
    document = frame.reading.document
    detail = [("field", naming.series.field)] if naming.series is not None else []
    if unit == "people" and quantity.unit not in (None, unit):
        detail.append(("counted", str(quantity.unit)))
    if quantity.upper is not None:
        detail.append(("upper", f"{quantity.upper:.15g}"))
    return Statement(
        id=statement_id(document.sha256, FactKind.INDICATOR, kind, span, value, unit),
        document=document.sha256,
        fact=FactKind.INDICATOR,
        kind=kind,
        span=span,
        quote=span.of(document.text),
        rule=naming.rule,
        confidence=CONFIDENCE.get(naming.rule.removesuffix("_change"), 0.6),
        source=stated.sides.source,
        target=stated.sides.target,
        date=stated.date,
        status=stated.status,
        attribution=reporter,
        series=label,
        value=value,
        unit=unit,
        bound=quantity.bound,
        reporter=reporter.name if reporter is not None else None,
        detail=tuple(detail),
    )


def _named(naming: Naming, unit: str) -> tuple[str, str]:
    """The stable key and the label of a figure's series."""
    if naming.series is None:
        if naming.rule in ("amount", "share"):
            return naming.rule, naming.rule
        return (re.sub(r"\W+", "_", unit), unit)
    key, label = naming.series.key, naming.series.label
    if naming.measure is Measure.CHANGE:
        return f"{key}_change", f"change in {label}"
    if naming.measure is Measure.SHARE:
        return f"{key}_share", f"share of {label}"
    return key, label


def _quote(frame: Frame, naming: Naming, date: StatedDate | None) -> Span:
    """The phrase that states the figure: from the words of its series, where they are near, to its own end or its date's."""
    span = frame.quantity.span
    named = naming.span
    if named is not None and named.start >= frame.before.start and span.gap(named) <= REACH and (named.end <= frame.after.end):
        span = span.cover(named)
    if (
        date is not None
        and date.span is not None
        and span.end <= date.span.start <= span.end + 12
        and date.span.end <= frame.sentence.span.end
    ):
        between = frame.text[span.end : date.span.start]
        span = span if re.search(r"[,;(]", between) else Span(span.start, _dated_to(frame, date))
    return span


def _dated_to(frame: Frame, date: StatedDate) -> int:
    """Where the words of a date end, its second half included ("between 2011 and 2015")."""
    end = date.span.end if date.span is not None else frame.quantity.span.end
    for time in frame.times:
        if end <= time.span.start <= end + SECOND_HALF and time.edtf == date.edtf:
            end = time.span.end
    return end
