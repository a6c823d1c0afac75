"""One quantity with the stretch of its sentence that speaks about it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from detente.extract.stretches import prose
from detente.model.document import Sentence
from detente.model.mention import ActorKind, ActorMention, Quantity, TimeMention
from detente.model.reading import Reading
from detente.model.span import Span
from detente.rules.clauses import figure_clauses
from detente.rules.series import unit_class

_BOUND_WORDS = re.compile(r"(?:[a-z]+\s+)+(?=\W?\d)")
_TORN = figure_clauses()["torn"]
_CLAUSE_END = figure_clauses()["clause_end"]


@dataclass(frozen=True, slots=True)
class Frame:
    """A quantity in its sentence: what stands before it since the last quantity, and after it until the next."""

    reading: Reading
    sentence: Sentence
    quantity: Quantity
    before: Span
    """From the end of the previous quantity of the sentence, or its start, to this quantity."""
    after: Span
    """From this quantity to the next, to the end of its clause, or of the sentence."""
    times: tuple[TimeMention, ...]
    """The dated times of the sentence."""
    actors: tuple[ActorMention, ...]
    """The actors of the sentence that stand for someone."""
    related: bool
    """Whether the document names two parties as a pair, so that a figure without a party beside it may still be theirs."""

    @property
    def text(self) -> str:
        """The document's text."""
        return self.reading.document.text

    @property
    def lead(self) -> str:
        """The words before the quantity, since the last one."""
        return self.before.of(self.text)

    @property
    def bounded_lead(self) -> str:
        """The words before the number itself: the lead with the words that bound it ("up to")."""
        words = _BOUND_WORDS.match(self.text, self.quantity.span.start, self.quantity.span.end)
        return self.lead + (words[0] if words is not None else "")

    @property
    def tail(self) -> str:
        """The words after the quantity, until the next one."""
        return self.after.of(self.text)

    @property
    def opening(self) -> str:
        """The whole sentence up to the quantity."""
        return self.text[self.sentence.span.start : self.quantity.span.start]

    @property
    def unit_class(self) -> str:
        """What its series are looked up by."""
        return unit_class(self.quantity.unit)


def frames(reading: Reading) -> Iterator[list[Frame]]:
    """The frames of each sentence that holds quantities, in order."""
    starts = [quantity.span.start for quantity in reading.quantities]
    time_starts = [time.span.start for time in reading.times]
    actor_starts = [actor.span.start for actor in reading.actors]
    related = any(actor.kind is ActorKind.PAIR and len(actor.parties) > 1 for actor in reading.actors)
    for sentence in prose(reading.layout, reading.document.text):
        span = sentence.span
        own = reading.quantities[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        own = tuple(quantity for quantity in own if quantity.span.end <= span.end and not _torn(reading.document.text, quantity.span))
        if not own:
            continue
        times = reading.times[bisect_left(time_starts, span.start) : bisect_left(time_starts, span.end)]
        actors = reading.actors[bisect_left(actor_starts, span.start) : bisect_left(actor_starts, span.end)]
        yield [
            Frame(
                reading,
                sentence,
                quantity,
                Span(own[i - 1].span.end if i else span.start, quantity.span.start),
                _after(reading.document.text, quantity.span.end, own[i + 1].span.start if i + 1 < len(own) else span.end),
                tuple(time for time in times if time.edtf is not None),
                tuple(actor for actor in actors if actor.parties),
                related,
            )
            for i, quantity in enumerate(own)
        ]


def _after(text: str, low: int, high: int) -> Span:
    match = _CLAUSE_END.search(text, low, high)
    return Span(low, high if match is None else match.start())


def _torn(text: str, number: Span) -> bool:
    """Whether the number is half of one that blanks have torn apart ("$2 . 6 million", "30, 000")."""
    return _TORN.search(text, max(0, number.start - 3), number.start + 4) is not None or _TORN.match(text, number.end) is not None
