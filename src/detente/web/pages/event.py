"""One fact with all that speaks for it: every statement in its context, why they stand together, what disagrees."""

from __future__ import annotations

from dataclasses import dataclass

from detente.ask.catalog import Entry
from detente.ask.rulings import Ruled, history
from detente.ask.show import show
from detente.ask.views import Conflict, Evidence, RegisterVerdict
from detente.model.errors import UsageError
from detente.model.fact import Fact
from detente.reconcile.edits import CHANGES
from detente.rules.codebook import Kind, codebook
from detente.web.page import Page, View


@dataclass(frozen=True, slots=True)
class Event:
    """A fact's page."""

    fact: Fact
    entry: Entry | None
    kind: Kind | None
    """The codebook's entry, for its meaning and codes."""
    evidence: tuple[Evidence, ...]
    conflicts: tuple[Conflict, ...]
    registers: tuple[RegisterVerdict, ...]
    """What each official list says to it."""
    rulings: tuple[Ruled, ...]
    """What people decided about it, in the order decided."""
    fields: tuple[str, ...]
    """What of it can be read otherwise."""
    before: Fact | None
    after: Fact | None
    """Its neighbours in the chronology."""


def page(view: View, identifier: str) -> Page:
    """The page of a fact. Raises UsageError where there is none; an older identifier still leads to what became of it."""
    shown = show(view.record, identifier)
    if shown.fact is None:
        raise UsageError(f"{identifier} is no event")
    catalog = view.snapshot.catalog
    number = catalog.numbers.get(shown.fact.id)
    body = Event(
        fact=shown.fact,
        entry=catalog.entries[number] if number is not None else None,
        kind=codebook().kinds.get(shown.fact.kind),
        evidence=shown.evidence,
        conflicts=shown.discrepancies,
        registers=shown.registers,
        rulings=history(view.record, shown.fact.id) if view.snapshot.ruled else (),
        fields=tuple(CHANGES),
        before=catalog.entries[number - 1].fact if number else None,
        after=catalog.entries[number + 1].fact if number is not None and number + 1 < len(catalog) else None,
    )
    return Page("chronology", "event.page.html", shown.fact.title, body)
