"""Statements of the event, partnership and agreement kinds: who did what to or with whom, when, and on whose word.

The way through: ``gate`` picks sentences, ``syntax`` parses them, ``mends`` puts known faults of the parser right, ``frames`` fits the
codebook's frames to their words; ``parties``, ``dates``, ``status`` and ``attribution`` read what stands around them, ``statements`` puts
it together, ``choice`` keeps one of each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.extract.agreements import name_agreements
from detente.extract.claims import name_claims
from detente.extract.events.choice import choose, remember
from detente.extract.events.context import read_context
from detente.extract.events.firsts import first_credentials
from detente.extract.events.frames import find_triggers
from detente.extract.events.gate import gated
from detente.extract.events.mends import mend
from detente.extract.events.minutes import head_statements
from detente.extract.events.scene import Scene
from detente.extract.events.sides import countries
from detente.extract.events.statements import make_statements
from detente.extract.events.tables import Row, remarks, table_visits, visit_rows
from detente.extract.events.weighed import minuted_day, told_in_paper
from detente.extract.events.writers import with_writer
from detente.extract.fields import name_fields
from detente.extract.syntax import parse
from detente.model.document import BlockKind
from detente.model.reading import Reading
from detente.model.statement import Statement

__all__ = ["find_events"]


def find_events(reading: Reading) -> Iterator[Statement]:
    """The event, partnership and agreement statements of one document, in order of their start.

    A title is read last: it tells again what the text tells, and adds a statement only where the text does not.
    """
    context = read_context(reading)
    if context.paper:
        reading = with_writer(reading)
    heads = list(head_statements(context))
    context.minuted = minuted_day(heads)
    context.present = frozenset(countries(p for s in heads for p in (*s.source, *s.target)))
    rows = visit_rows(reading)
    context.statements.extend(table_visits(rows, context))
    scenes = sorted(_scenes(reading, rows), key=lambda scene: (scene.sentence.kind is BlockKind.TITLE, scene.number))
    for scene in scenes:
        for frames in choose(list(find_triggers(scene))):
            made = ((trigger, told_in_paper(make_statements(trigger, scene, context), trigger, scene, context)) for trigger in frames)
            trigger, statements = next(((t, s) for t, s in made if s), (None, []))
            for statement in statements:
                if trigger is not None:
                    remember(context, trigger, statement, scene.sentence)
    context.statements.extend(heads)
    context.statements.extend(list(first_credentials(context.statements, reading.document.text)))
    told = name_claims(reading, name_fields(reading, name_agreements(reading, context.statements)))
    yield from sorted(told, key=lambda s: (s.span, s.kind, s.id))


def _scenes(reading: Reading, rows: Sequence[Row]) -> Iterator[Scene]:
    left = remarks(rows)
    cut = ((number, left.get(sentence.span, sentence)) for number, sentence in gated(reading))
    picked = [(number, sentence) for number, sentence in cut if sentence is not None]
    text = reading.document.text
    docs = [mend(doc) for doc in parse(sentence.span.of(text) for _, sentence in picked)]
    for (number, sentence), doc in zip(picked, docs, strict=True):
        span = sentence.span
        actors = tuple(m for m in reading.actors if span.overlaps(m.span))
        places = tuple(p for p in reading.places if span.overlaps(p.span))
        times = tuple(t for t in reading.times if span.overlaps(t.span))
        yield Scene(sentence, number, doc, actors, places, times)
