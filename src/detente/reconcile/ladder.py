"""The level of a relationship through time, from the facts that change it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from detente.model.fact import Fact
from detente.model.folding import words
from detente.model.statement import FactKind, Status
from detente.reconcile.cases import FAR, days
from detente.rules.merging import merging

VAGUE = 3 * 366
"""A change that can only be placed within more days than this does not date a rung."""

_REAL = frozenset({Status.HAPPENED, Status.ONGOING})
_DOWN = "partnership_downgraded"


@dataclass(frozen=True, slots=True)
class Rung:
    """A level, from when on it stood, and the fact that brought it."""

    level: str
    rank: int
    fact: Fact | None
    day: int = -FAR
    """The day on which it had surely begun."""


def rungs(facts: Iterable[Fact]) -> list[Rung]:
    """The levels in order of time. The first is that of no relations; a level that is told of again is not reached again."""
    climbed = [Rung(merging().none.label, merging().none.rank, None)]
    for fact in sorted((fact for fact in facts if _changes(fact)), key=_order):
        level, rank = _reached(fact, climbed)
        if _counts(level, rank, climbed, fact.kind == _DOWN):
            climbed.append(Rung(level, rank, fact, _surely(fact)))
    return climbed


def standing(climbed: list[Rung], day: int) -> int:
    """Index of the rung that stood on ``day`` (a day number): the last one that had surely begun."""
    return max(i for i, rung in enumerate(climbed) if rung.day <= day)


def _changes(fact: Fact) -> bool:
    if fact.status not in _REAL or fact.date is None or fact.date.earliest is None or fact.date.latest is None:
        return False
    low, high = days(fact.date)
    named = fact.fact is FactKind.PARTNERSHIP and bool(fact.level or fact.kind == _DOWN)
    return high - low <= VAGUE and (named or fact.kind in merging().levels)


def _surely(fact: Fact) -> int:
    return FAR if fact.date is None or fact.date.latest is None else fact.date.latest.ordinal()


def _order(fact: Fact) -> tuple[int, int, str]:
    level = merging().levels.get(fact.kind)
    return _surely(fact), level.rank if level else merging().partnership_rank, fact.id


def _reached(fact: Fact, climbed: list[Rung]) -> tuple[str, int]:
    level = merging().levels.get(fact.kind)
    if level is not None:
        return level.label, level.rank
    if fact.kind == _DOWN and not fact.level:
        below = [rung for rung in climbed[:-1] if rung.rank < climbed[-1].rank]
        return (below[-1].level, below[-1].rank) if below else (merging().none.label, merging().none.rank)
    name = (fact.level or "").partition(merging().purpose)[0]
    known = next((rung for rung in climbed if rung.rank >= merging().partnership_rank and _one_level(rung.level, name)), None)
    if known is not None:
        return known.level, known.rank
    named = {rung.level for rung in climbed if rung.rank >= merging().partnership_rank}
    return name, merging().partnership_rank + len(named)


def _counts(level: str, rank: int, climbed: list[Rung], down: bool) -> bool:
    """Whether this is a new rung: a higher level, a fall, or a rise after a fall; and not a level that one is past already."""
    now = climbed[-1]
    if level == now.level:
        return False
    if down or rank == 0 or rank > now.rank:
        return True
    fallen = next((i for i in range(len(climbed) - 1, 0, -1) if climbed[i].rank < climbed[i - 1].rank), 0)
    return now.rank == 0 and not any(rung.level == level for rung in climbed[fallen:])


def _one_level(one: str, other: str) -> bool:
    """Whether two names are of one level, in full or shortened: the words of one stand together in the other."""
    short, long = sorted((words(one), words(other)), key=len)
    return bool(short) and any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))
