"""From the log of rulings to what it asks of a record's statements."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from detente.model.document import Document
from detente.model.ruling import Action, Ruling, in_force
from detente.model.statement import Statement
from detente.reconcile.anchors import How, find_document, find_statement
from detente.reconcile.rulings import FREE, OUTLET, Constraints, constraints
from detente.store.base import Record

STRICT = frozenset({Action.ACCEPT, Action.REJECT})
"""Rulings on what was read in words: where something else is read in them now, they are about nothing that is there."""


class Standing(StrEnum):
    """What has become of a ruling."""

    HOLDS = "holds"
    PARTLY = "partly"
    """Some of what it is about is no longer there; it holds for the rest."""
    ORPHANED = "orphaned"
    """What it is about is no longer there, or cannot be told for certain: it is kept, and has no effect."""
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Located:
    """A ruling and what each of its subjects now is."""

    ruling: Ruling
    now: tuple[str | None, ...]
    how: tuple[How, ...]


def constraints_of(record: Record, known_on: str | None = None) -> Constraints:
    """What the rulings made by the end of the day ``known_on`` ask of the statements held then."""
    log = log_of(record, known_on)
    if not log:
        return FREE
    located = {one.ruling.id: one.now for one in locate(record, in_force(log), known_on)}
    graded = {name for now in located.values() for name in now if name is not None and name.startswith(OUTLET)}
    return constraints(
        log, lambda ruling: located[ruling.id], {name: record.of_outlet(name.removeprefix(OUTLET)) for name in sorted(graded)}
    )


def locate(record: Record, rulings: Sequence[Ruling], known_on: str | None = None) -> list[Located]:
    """What the subjects of ``rulings`` are among what the record holds (at the end of the day ``known_on``)."""
    return _Finder(record, rulings, known_on).all(rulings)


def standing_of(located: Located) -> Standing:
    """Whether a ruling that nobody took back still has something to be about."""
    found = sum(now is not None for now in located.now)
    if found == len(located.now):
        return Standing.HOLDS
    action = located.ruling.action
    needed = len(located.now) if action is Action.SETTLE else 2 if action in (Action.MERGE, Action.SPLIT) else 1
    apart = action is Action.SPLIT and located.now[0] is None
    return Standing.ORPHANED if found < needed or apart else Standing.PARTLY


def lost_rulings(record: Record, known_on: str | None = None) -> tuple[Ruling, ...]:
    """The rulings in force (at the end of the day ``known_on``) that are about nothing that is held."""
    log = in_force(log_of(record, known_on))
    return tuple(one.ruling for one in locate(record, log, known_on) if standing_of(one) is Standing.ORPHANED) if log else ()


def log_of(record: Record, known_on: str | None = None) -> list[Ruling]:
    """The rulings made by the end of the day ``known_on``."""
    return [ruling for ruling in record.rulings() if known_on is None or ruling.at[:10] <= known_on[:10]]


def decisions(log: Iterable[Ruling]) -> list[Ruling]:
    """The rulings of a log, in force or not, without the undos."""
    return [ruling for ruling in log if ruling.action is not Action.UNDO]


def decided_since(log: Sequence[Ruling], applied: str, found: Sequence[Located]) -> list[Located]:
    """Of the decisions ``found`` those made or taken back after the ruling ``applied``, and all that hang together with one of these by
    sharing subjects.
    """
    known = {ruling.id: ruling for ruling in log}
    number = next((n for n, ruling in enumerate(log, 1) if ruling.id == applied), 0)
    late: set[str] = set()
    for ruling in log[number:]:
        while ruling.action is Action.UNDO and ruling.subjects[0] in known:  # an undo of an undo comes down to a decision too
            ruling = known[ruling.subjects[0]]
        late.add(ruling.id)
    chosen = [one for one in found if one.ruling.id in late]
    waiting = [one for one in found if one.ruling.id not in late]
    names = {name for one in chosen for name in _names(one)}
    while touched := [one for one in waiting if not names.isdisjoint(_names(one))]:
        chosen += touched
        waiting = [one for one in waiting if names.isdisjoint(_names(one))]
        names.update(name for one in touched for name in _names(one))
    return chosen


def _names(one: Located) -> set[str]:
    return {name for name in (*one.now, *one.ruling.subjects) if name is not None}


class _Finder:
    """Looks up the subjects of many rulings in one go; among all documents only for those that are not where they were."""

    def __init__(self, record: Record, rulings: Iterable[Ruling], known_on: str | None) -> None:
        self._record = record
        self._known_on = known_on
        names = {name for ruling in rulings if ruling.action is not Action.UNDO for name in ruling.subjects}
        found = record.get_statements(sorted(names))
        documents = {statement.document for statement in found.values()} | (names - found.keys())
        held = record.held(sorted(documents), known_on)
        self._known = {name for name, statement in found.items() if statement.document in held} | (held & names)
        self._said: dict[str, tuple[Statement, ...]] = {}

    @cached_property
    def _documents(self) -> dict[str, list[Document]]:
        """The documents held, by each thing that one can be known again by: sum, path, name."""
        found: dict[str, list[Document]] = defaultdict(list)
        for document in self._record.documents(self._known_on):
            for mark in {document.sha256, document.path or "", document.id} - {""}:
                found[mark].append(document)
        return found

    def all(self, rulings: Iterable[Ruling]) -> list[Located]:
        """Every ruling with its subjects found."""
        return [self._one(ruling) for ruling in rulings]

    def _one(self, ruling: Ruling) -> Located:
        if ruling.action is Action.UNDO:
            return Located(ruling, ruling.subjects, (How.SAME,) * len(ruling.subjects))
        found = [self._subject(ruling, name, anchor) for name, anchor in zip(ruling.subjects, ruling.anchors, strict=True)]
        return Located(ruling, tuple(now for now, _ in found), tuple(how for _, how in found))

    def _subject(self, ruling: Ruling, name: str, anchor: str) -> tuple[str | None, How]:
        if name in self._known or (name.startswith(OUTLET) and self._record.of_outlet(name.removeprefix(OUTLET))):
            return name, How.SAME
        said = json.loads(anchor)
        if name.startswith(OUTLET):
            return None, How.LOST
        marks = (said["document"], said.get("path"), said.get("name"))
        near = {document.sha256: document for mark in marks for document in self._documents.get(mark or "", ())}
        document, how = find_document(anchor, near.values())
        if document is None or "quote" not in said:
            return document, how
        if document not in self._said:
            self._said[document] = self._record.statements_of(document)
        statement, how = find_statement(anchor, self._said[document], ruling.action in STRICT)
        return (None if statement is None else statement.id), how
