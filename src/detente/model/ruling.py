"""What a person decided about the record: who, when, why. Append-only; undoing is a ruling too."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from hashlib import sha256
from typing import Any

from detente.model.identity import ID_LENGTH


class Action(StrEnum):
    """What a ruling does."""

    ACCEPT = "accept"
    """The statements are right as they stand; several of them tell of one fact."""
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


BOTH = "both"
"""The value of a settlement that lets both sides stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """One decision. It names statements or documents, never facts: facts are rebuilt, and rulings must outlive them."""

    id: str = ""
    """A hash of all the rest and of the ruling before it, so that the log cannot be changed unnoticed."""
    at: str
    """When (ISO 8601, UTC)."""
    who: str
    action: Action
    subjects: tuple[str, ...]
    """Identifiers of statements; sums of documents for a grade; the identifier of a ruling for an undo."""
    field: str | None = None
    """What is edited; for a settlement the type of the discrepancy."""
    value: str | None = None
    """The new value (None takes it away); a grade such as ``B2``; for a settlement the statement followed, or ``both``."""
    why: str = ""
    basis: str = ""
    """A hash of what was in front of the person: the statements or documents as they were."""
    anchors: tuple[str, ...] = ()
    """For each subject, where and in which words it stood, as JSON, so that it can be found again in a changed document."""
    after: str = ""
    """The ruling that was the last one in the log when this one was made; empty for the first."""


def sealed(ruling: Ruling, after: str) -> Ruling:
    """``ruling`` as it enters the log behind the ruling ``after``, with its identifier."""
    placed = replace(ruling, after=after)
    return replace(placed, id=_hash(placed))


def is_sealed(ruling: Ruling) -> bool:
    """Whether a ruling is word for word what its identifier was made from."""
    return ruling.id == _hash(ruling)


def in_force(log: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """The rulings of a log that hold, in order: those that no undo that itself holds takes back. Undos themselves are left out."""
    rulings = list(log)
    undone = undone_by(rulings)
    return tuple(ruling for ruling in rulings if ruling.action is not Action.UNDO and ruling.id not in undone)


def undone_by(log: Sequence[Ruling]) -> dict[str, str]:
    """Each ruling that no longer holds, with the undo that took it back. Undos name earlier rulings, so reading backwards settles all."""
    undone: dict[str, str] = {}
    for ruling in reversed(log):
        if ruling.action is Action.UNDO and ruling.id not in undone:
            for subject in ruling.subjects:
                undone.setdefault(subject, ruling.id)
    return undone


def to_line(ruling: Ruling) -> str:
    """``ruling`` as one line of JSON, by the names of its fields; anchors stand as objects."""
    said: dict[str, Any] = {field.name: getattr(ruling, field.name) for field in fields(ruling)}
    said["anchors"] = [json.loads(anchor) for anchor in ruling.anchors]
    return json.dumps(said, ensure_ascii=False)


def from_line(line: str) -> Ruling:
    """What ``to_line`` wrote. Raises ValueError where the line is no ruling, or is not what its identifier was made from."""
    said: Any = json.loads(line)
    if not isinstance(said, dict) or {field.name for field in fields(Ruling)} != said.keys():
        raise ValueError("not a ruling: its fields are others")
    said["action"] = Action(said["action"])
    said["subjects"] = tuple(said["subjects"])
    said["anchors"] = tuple(anchor_text(anchor) for anchor in said["anchors"])
    ruling = Ruling(**said)
    if not is_sealed(ruling):
        raise ValueError(f"ruling {ruling.id} was changed after it was made")
    return ruling


def anchor_text(anchor: Any) -> str:
    """An anchor as the log keeps it: JSON of one form, whoever wrote it."""
    return json.dumps(anchor, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _hash(ruling: Ruling) -> str:
    parts = [getattr(ruling, field.name) for field in fields(ruling) if field.name != "id"]
    return sha256(json.dumps(parts, ensure_ascii=True).encode()).hexdigest()[:ID_LENGTH]
