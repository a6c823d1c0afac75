"""Statements of the event, partnership and agreement kinds: who did what to or with whom, when, and on whose word.

The way through: ``gate`` picks sentences, ``syntax`` parses them, ``frames`` fits the codebook's frames to their words, ``parties``, ``dates``,
``status`` and ``attribution`` read what stands around them, ``statements`` puts it together, ``choice`` keeps one reading of each event.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.extract.events.choice import choose, remember
from detente.extract.events.context import read_context
from detente.extract.events.frames import find_triggers
from detente.extract.events.gate import gated
from detente.extract.events.scene import Scene
from detente.extract.events.statements import make_statement
from detente.extract.syntax import parse
from detente.model.reading import Reading
from detente.model.statement import Statement

__all__ = ["find_events"]


def find_events(reading: Reading) -> Iterator[Statement]:
    """The event, partnership and agreement statements of one document, in order of their start."""
    context = read_context(reading)
    for scene in _scenes(reading):
        for frames in choose(list(find_triggers(scene))):
            made = ((trigger, make_statement(trigger, scene, context)) for trigger in frames)
            trigger, statement = next(((t, s) for t, s in made if s is not None), (None, None))
            if trigger is not None and statement is not None:
                remember(context, trigger, statement)
    yield from sorted(context.statements, key=lambda s: (s.span, s.kind, s.id))


def _scenes(reading: Reading) -> Iterator[Scene]:
    picked = list(gated(reading))
    text = reading.document.text
    docs = parse(sentence.span.of(text) for _, sentence in picked)
    for (number, sentence), doc in zip(picked, docs, strict=True):
        span = sentence.span
        actors = tuple(m for m in reading.actors if span.overlaps(m.span))
        places = tuple(p for p in reading.places if span.overlaps(p.span))
        times = tuple(t for t in reading.times if span.overlaps(t.span))
        yield Scene(sentence, number, doc, actors, places, times)
