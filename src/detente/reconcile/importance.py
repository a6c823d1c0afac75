"""How much an event matters among the others of two parties, so that a long chronology can be told in a few lines.

Worked out from the fact's own statements and nothing else, so that a record that grows does not reorder what it held.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log2

from detente.model.folding import words
from detente.model.statement import Status
from detente.reconcile.cases import Case
from detente.rules.merging import merging

MILESTONE = 4.0
"""From here on a fact is a milestone: a change of the relationship's level, or a great step told as new, made at the top or by several
sources. Set by reading the chronologies of the example, of the seeds and of five labelled dyads."""

TOP = 1.0
"""What it adds that a head of state or government took part."""

NEW = 1.0
"""What it adds that it is told as the first of its kind, or the first for long."""

OWN_NAME = 0.5
"""What it adds that the thing has a name of its own, in capitals."""

MORE_TEXTS = 0.25
"""How much a further document of a source that is counted already weighs beside a further source."""

UNDATED = -2.0
"""A chronology cannot place it."""

STANDING = {Status.PLANNED: -1.5, Status.HYPOTHETICAL: -3.0, Status.DENIED: -2.0}
"""What has not come about changes little, however great it would be."""


def importance(cases: Sequence[Case], kind: str, status: Status, dated: bool) -> float:
    """0 for what hardly matters; the weight of the kind, more for sources, rank and novelty, less for what did not come about."""
    rules = merging()
    found = rules.weights.get(kind, cases[0].family.weight) + STANDING.get(status, 0.0)
    found += log2(len({case.document.group for case in cases})) + MORE_TEXTS * log2(len({case.statement.document for case in cases}))
    found += TOP if any(map(_at_the_top, cases)) else 0.0
    found += NEW if any(map(_new, cases)) else 0.0
    found += OWN_NAME if any(case.named_in_capitals for case in cases) else 0.0
    return round(max(0.0, found if dated else found + UNDATED), 3)


def _at_the_top(case: Case) -> bool:
    """Whether someone of the acting sides is named who leads a state or a government."""
    acting = (p.party for p in case.statement.persons if p.party.country is None or p.party.country in case.parties)
    return any(_leads(words(party.office or "")) for party in acting)


def _leads(office: tuple[str, ...]) -> bool:
    held, rules = frozenset(office), merging()
    return held.isdisjoint(rules.below) and any(leader <= held for leader in rules.leaders)


def _new(case: Case) -> bool:
    """Whether it is told as the first of its kind."""
    said = words(case.statement.quote)
    rules = merging()
    return any(word in rules.novel and after not in rules.not_novel for word, after in zip(said, [*said[1:], ""], strict=True))
