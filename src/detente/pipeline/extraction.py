"""One document, from its text to its statements."""

from __future__ import annotations

from detente.extract.actors import find_actors
from detente.extract.clocks import with_clocks
from detente.extract.commitments import find_commitments
from detente.extract.events import find_events
from detente.extract.figures import find_figures
from detente.extract.places import find_places
from detente.extract.quantities import find_quantities
from detente.extract.tenures import find_tenures
from detente.extract.times import find_times
from detente.model.document import Document
from detente.model.reading import Extraction, Reading
from detente.resolve.actors import resolve_actors
from detente.resolve.times import date_document, resolve_times
from detente.segment.layout import segment, with_title


def read_times(document: Document) -> Extraction:
    """The times of one document and nothing else."""
    layout = segment(document)
    candidates = find_times(document, layout)
    document = date_document(with_title(document, layout), layout, candidates)
    return Extraction(document, layout, resolve_times(document, layout, candidates), ())


def analyse(document: Document) -> Extraction:
    """Everything one document says. Depends on the document alone, so it can be made anywhere and in any order."""
    dated = read_times(document)
    document, layout, times = dated.document, dated.layout, dated.times
    actors = resolve_actors(document, layout, find_actors(document, layout))
    places = find_places(document, layout, actors)
    quantities = find_quantities(document, layout, times)
    reading = Reading(document, layout, times, actors, places, quantities)
    finders = (find_events, find_figures, find_commitments, find_tenures)
    statements = sorted(
        with_clocks(document.text, (s for find in finders for s in find(reading))), key=lambda s: (s.span, s.fact, s.kind, s.id)
    )
    return Extraction(document, layout, times, tuple(statements))
