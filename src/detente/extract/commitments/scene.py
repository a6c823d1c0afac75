"""A sentence with everything named in it: what each step of reading promises needs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from detente.extract.figures.frame import Frame, frames
from detente.extract.stretches import prose
from detente.model.mention import ActorMention, TimeMention
from detente.model.reading import Reading
from detente.model.span import Span
from detente.rules.series import MONEY


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence of prose."""

    reading: Reading
    span: Span
    times: tuple[TimeMention, ...]
    actors: tuple[ActorMention, ...]
    frames: tuple[Frame, ...]
    money: str | None
    """The money last named before the sentence, for sums without one."""

    @property
    def text(self) -> str:
        """The document's text."""
        return self.reading.document.text


def scenes(reading: Reading) -> Iterator[Scene]:
    """The sentences of a document's prose, in order."""
    framed = {group[0].sentence.span.start: tuple(group) for group in frames(reading)}
    money: str | None = None
    for sentence in prose(reading.layout, reading.document.text):
        span, own = sentence.span, framed.get(sentence.span.start, ())
        times = reading.times[_at(reading.times, span.start) : _at(reading.times, span.end)]
        actors = reading.actors[_at(reading.actors, span.start) : _at(reading.actors, span.end)]
        yield Scene(reading, span, times, tuple(actor for actor in actors if actor.span.end <= span.end), own, money)
        money = next((f.quantity.unit for f in reversed(own) if f.unit_class == MONEY and f.quantity.unit), money)


def _at(mentions: tuple[TimeMention, ...] | tuple[ActorMention, ...], position: int) -> int:
    """The index of the first mention that begins at ``position`` or later."""
    return bisect_left(mentions, position, key=lambda mention: mention.span.start)
