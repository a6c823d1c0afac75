"""A document with everything that is named in it: what statements are extracted from, and what extraction answers."""

from __future__ import annotations

from dataclasses import dataclass

from detente.model.document import Document, Layout
from detente.model.mention import ActorMention, PlaceMention, Quantity, TimeMention
from detente.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Reading:
    """One document, taken apart and with its mentions resolved. All tuples are in order of their start."""

    document: Document
    layout: Layout
    times: tuple[TimeMention, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    quantities: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one document says: its times and its statements."""

    document: Document
    layout: Layout
    times: tuple[TimeMention, ...]
    statements: tuple[Statement, ...]
