"""What is found in texts of our own, read as the program reads them up to the events."""

from __future__ import annotations

from detente.extract.actors import find_actors
from detente.extract.events import find_events
from detente.extract.places import find_places
from detente.extract.times import find_times
from detente.model.document import Document
from detente.model.identity import statement_id
from detente.model.reading import Reading
from detente.model.span import Span
from detente.model.statement import Statement
from detente.resolve.actors import resolve_actors
from detente.resolve.times import date_document, resolve_times
from detente.segment.layout import segment


def reading_of(text: str) -> Reading:
    """A plain text with its layout, times, actors and places."""
    digest = statement_id("", "", "", Span(0, len(text)), text) * 4
    document = Document(digest[:16], None, digest, text)
    layout = segment(document)
    candidates = find_times(document, layout)
    document = date_document(document, layout, candidates)
    actors = resolve_actors(document, layout, find_actors(document, layout))
    return Reading(document, layout, resolve_times(document, layout, candidates), actors, find_places(document, layout, actors))


def events(text: str) -> list[Statement]:
    """The event statements of a text."""
    return list(find_events(reading_of(text)))


def sides(statement: Statement) -> str:
    """ "USA>VNM" for one toward the other, "USA+VNM" for what they do together."""
    source, target = ("+".join(sorted({p.party.country or "?" for p in side})) for side in (statement.source, statement.target))
    return source if source == target else f"{source}>{target}"


def told(text: str) -> list[tuple[str, str | None, str, str]]:
    """Kind, date, sides and status of each event of a text."""
    return [(s.kind, s.date.edtf.text if s.date else None, sides(s), str(s.status)) for s in events(text)]


def kinds(text: str) -> set[str]:
    """The kinds of event found in a text."""
    return {s.kind for s in events(text)}
