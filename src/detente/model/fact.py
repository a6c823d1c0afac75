"""What the record holds after reconciling statements: derived, rebuildable, never edited in place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from detente.model.edtf import Edtf
from detente.model.mention import Bound
from detente.model.statement import FactKind, Status


@dataclass(frozen=True, slots=True)
class Reason:
    """One named check's say on whether two statements tell the same thing: a score in [-1, 1] and a sentence for the user."""

    check: str
    score: float
    text: str


@dataclass(frozen=True, slots=True)
class Support:
    """A statement under a fact, and why it stands there."""

    statement: str
    reasons: tuple[Reason, ...] = ()
    """Empty for the statement that the fact began with."""


class Review(StrEnum):
    """What people have decided about a fact, as against what the program proposes."""

    UNREVIEWED = "unreviewed"
    """Nobody has looked at it: a proposal."""
    ACCEPTED = "accepted"
    """Someone found every statement under it right."""
    PARTLY = "partly"
    """Some statements were found right; others have come since."""
    EDITED = "edited"
    """Someone reads a field otherwise."""
    REGROUPED = "regrouped"
    """Someone put its statements together, or took one out."""
    SETTLED = "settled"
    """Someone said which side of a discrepancy is followed, and this one is, or that both stand."""
    SET_ASIDE = "set_aside"
    """A discrepancy with another fact was settled for that one: this one is kept, and not followed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact about the dyad with all its statements. A pure function of statements, registers and rulings."""

    id: str
    fact: FactKind
    kind: str
    source: tuple[str, ...]
    """Country codes, sorted."""
    target: tuple[str, ...]
    persons: tuple[str, ...]
    places: tuple[str, ...]
    date: Edtf | None
    """The most precise date that agrees with the most independent sources."""
    date_basis: str | None
    status: Status
    title: str
    """One line for people, made from the fields ("Joe Biden (USA): state visit to Vietnam")."""
    level: str | None = None
    object: str | None = None
    series: str | None = None
    value: float | None = None
    unit: str | None = None
    bound: Bound | None = None
    reporter: str | None = None
    due: Edtf | None = None
    supports: tuple[Support, ...] = ()
    sources: int = 1
    """Independent sources: syndicated copies count once."""
    importance: float = 0.0
    review: Review = Review.UNREVIEWED


class DiscrepancyType(StrEnum):
    """What two statements disagree about."""

    VALUE = "value"
    DATE = "date"
    ACTOR = "actor"
    PLACE = "place"
    LEVEL = "level"
    STATUS = "status"


class Grade(StrEnum):
    """How far two statements that differ can both be right."""

    CONTRADICTION = "contradiction"
    PRECISION = "precision"
    ROUNDING = "rounding"
    CLOCK = "clock"
    SCOPE = "scope"
    REPORTER = "reporter"


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Two statements that cannot both be read as they stand, or that differ in a way that is explained."""

    id: str
    type: DiscrepancyType
    grade: Grade
    left: str
    """Statement id."""
    right: str
    """Statement id."""
    facts: tuple[str, ...]
    """The facts the two statements support: one when they were merged, two when they were kept apart."""
    explanation: str
