"""The unit of evidence: one thing that one document says, with the characters that say it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from detente.model.edtf import Edtf
from detente.model.mention import Bound, Party, PlaceMention
from detente.model.span import Span


class FactKind(StrEnum):
    """The kinds of fact that statements support."""

    EVENT = "event"
    PARTNERSHIP = "partnership"
    AGREEMENT = "agreement"
    INDICATOR = "indicator"
    COMMITMENT = "commitment"
    TENURE = "tenure"


class Status(StrEnum):
    """By the text's own standpoint."""

    HAPPENED = "happened"
    PLANNED = "planned"
    ONGOING = "ongoing"
    DENIED = "denied"
    """Negated, refused, cancelled or put off."""
    HYPOTHETICAL = "hypothetical"


@dataclass(frozen=True, slots=True)
class Participant:
    """A party in a role, with the characters that put it there."""

    party: Party
    span: Span


@dataclass(frozen=True, slots=True)
class StatedDate:
    """When it happened, and the characters that say so (``span`` is None where the date is wholly inferred)."""

    edtf: Edtf
    basis: str
    span: Span | None = None
    alternatives: tuple[Edtf, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing one document says. Never changed once extracted; every value occurs in, or is computed by ``rule`` from, its spans."""

    id: str
    """Stable: a hash of the document's sha256, the fact, the kind, the span and what tells apart two statements there."""
    document: str
    """The document's sha256."""
    fact: FactKind
    kind: str
    span: Span
    quote: str
    rule: str
    confidence: float
    plover: str | None = None
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    source: tuple[Participant, ...] = ()
    target: tuple[Participant, ...] = ()
    persons: tuple[Participant, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    date: StatedDate | None = None
    status: Status = Status.HAPPENED
    attribution: Attribution | None = None
    object: str | None = None
    """The named object: the agreement, the project."""
    series: str | None = None
    value: float | None = None
    unit: str | None = None
    bound: Bound | None = None
    reporter: str | None = None
    level: str | None = None
    due: Edtf | None = None
    detail: tuple[tuple[str, str], ...] = ()
    """Further named fields in the order written, for kinds that need them (field of cooperation, purpose, direction)."""
