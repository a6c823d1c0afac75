"""Everything under one identifier."""

from __future__ import annotations

from detente.ask.evidence import Library
from detente.ask.registers import verdicts
from detente.ask.tenures import end_words
from detente.ask.views import Shown
from detente.model.errors import UsageError
from detente.store.base import Record

SHORTEST = 4
"""Characters of an identifier that must be given."""


def show(record: Record, identifier: str) -> Shown:
    """What ``identifier`` (or a beginning of it that only one thing has) stands for. Raises UsageError where none or several do."""
    what, name = named(record, identifier.strip())
    return {"fact": _fact, "statement": _statement, "document": _document, "discrepancy": _discrepancy}[what](record, name)


def named(record: Record, identifier: str) -> tuple[str, str]:
    """What the only thing is whose identifier begins so, and its whole identifier. Raises UsageError where none or several begin so."""
    if len(identifier) < SHORTEST:
        raise UsageError(f"{identifier!r} is too short; give at least {SHORTEST} characters of an identifier")
    found = record.identifiers(identifier)
    exact = [pair for pair in found if pair[1] == identifier]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if not found:
        now = record.current(identifier)
        if len(now) == 1:
            return "fact", now[0]
        if now:
            raise UsageError(f"the fact {identifier} is now several: {', '.join(now)}; show one of them")
        raise UsageError(f"the record holds nothing whose identifier begins with {identifier!r}")
    several = ", ".join(f"{what} {name}" for what, name in found)
    raise UsageError(f"{identifier!r} begins several identifiers: {several}; give more of it")


def _fact(record: Record, name: str) -> Shown:
    fact = record.get_facts([name])[name]
    library = Library(record)
    touching = record.discrepancies_of([name])
    conflicts = library.conflicts_by_fact(touching).get(name, ())
    said = verdicts(record, fact, library)
    ended = end_words(record, fact)
    return Shown(name, fact=fact, evidence=library.of(fact), discrepancies=conflicts, registers=said, ended=ended)


def _statement(record: Record, name: str) -> Shown:
    statement = record.get_statements([name])[name]
    library = Library(record)
    touching = record.discrepancies_beside([name])
    conflicts = tuple(c for c in map(library.conflict, touching) if c is not None)
    evidence = (library.statement(statement),)
    return Shown(name, statement=statement, evidence=evidence, discrepancies=conflicts, facts=record.facts_of([name]))


def _document(record: Record, name: str) -> Shown:
    library = Library(record)
    statements = record.statements_of(name)
    facts = record.facts_of(s.id for s in statements)
    evidence = tuple(library.statement(s) for s in statements)
    return Shown(name, document=library.document(name), evidence=evidence, facts=facts)


def _discrepancy(record: Record, name: str) -> Shown:
    found = record.get_discrepancies([name])[0]
    library = Library(record)
    conflict = library.conflict(found)
    facts = tuple(record.get_facts(found.facts).values())
    sides = (conflict.left, conflict.right) if conflict else ()
    return Shown(name, discrepancy=found, evidence=sides, discrepancies=(conflict,) if conflict else (), facts=facts)
