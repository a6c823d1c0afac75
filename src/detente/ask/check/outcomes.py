"""What a check of a claim over the record answers, and how it points at the facts it looked at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from detente.ask.check.events import witness_of
from detente.ask.check.held import Held, HeldFact
from detente.ask.check.views import Stance, Verdict, Witness

SHOWN = 8
"""Facts shown under one claim over the record, at most."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The verdict on a claim over the record."""

    title: str
    verdict: Verdict
    reason: str
    notes: tuple[str, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    sources: int = 0


def shown(facts: Iterable[HeldFact], held: Held, stance: Stance, why: str) -> tuple[Witness, ...]:
    """One statement of each fact, the most precise, as witnesses."""
    found = []
    for fact in list(facts)[:SHOWN]:
        case = min(fact.cases, key=lambda c: (c.width, c.document.sha256, c.statement.span))
        found.append(witness_of(fact, case, held, stance, why))
    return tuple(found)


def independent(facts: Iterable[HeldFact]) -> int:
    """Independent sources under several facts together."""
    return len({case.document.group for fact in facts for case in fact.cases})


def reach(held: Held) -> str:
    """From when on the record tells anything, for a sentence about what it cannot know."""
    first = held.years[0]
    return f"the record tells of nothing before {first}" if first is not None else "the record is empty"
