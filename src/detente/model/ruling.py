"""What a person decided about the record: who, when, why. Append-only; undoing is a ruling too."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Action(StrEnum):
    """What a ruling does."""

    ACCEPT = "accept"
    """The statements are right as they stand."""
    REJECT = "reject"
    """The statements do not say what was read in them: they support no fact."""
    EDIT = "edit"
    """A field of the statements is read otherwise."""
    MERGE = "merge"
    """The statements tell of one event."""
    SPLIT = "split"
    """The first statement does not tell of the event that the others tell of."""
    SETTLE = "settle"
    """The two statements of a discrepancy, and which of them is followed, or why both stand."""
    GRADE = "grade"
    """How far a source is to be trusted (Admiralty: A-F for the source, 1-6 for what it says)."""
    UNDO = "undo"
    """An earlier ruling no longer holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """One decision. It names statements or documents, never facts: facts are rebuilt, and rulings must outlive them."""

    id: str
    """A hash of all the rest and of the ruling before it, so that the log cannot be changed unnoticed."""
    at: str
    """When (ISO 8601, UTC)."""
    who: str
    action: Action
    subjects: tuple[str, ...]
    """Identifiers of statements; sums of documents for a grade; the identifier of a ruling for an undo."""
    field: str | None = None
    """What is edited, or ``source`` / ``information`` for a grade."""
    value: str | None = None
    """The new value; for a settlement the identifier of the statement followed, or ``both``."""
    why: str = ""
    basis: str = ""
    """A hash of what was in front of the person: the statements as they were."""
    anchors: tuple[str, ...] = ()
    """For each subject, where and in which words it stood, as JSON, so that it can be found again in a changed document."""
