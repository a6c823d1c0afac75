"""The level of the relationship through time."""

from __future__ import annotations

from detente.ask.evidence import Library
from detente.ask.facts import known
from detente.ask.views import LadderRung
from detente.reconcile.ladder import Rung, rungs
from detente.store.base import Record


def ladder(record: Record, known_on: str | None = None) -> tuple[LadderRung, ...]:
    """Every level the relationship stood at, from none on, in order of time."""
    facts, _ = known(record, known_on)
    climbed = rungs(facts)
    library = Library(record)
    library.fetch([rung.fact for rung in climbed if rung.fact])
    return tuple(seen(climbed, i, library) for i in range(len(climbed)))


def seen(climbed: list[Rung], index: int, library: Library) -> LadderRung:
    """One rung with its evidence, and until when it stood."""
    rung = climbed[index]
    after = climbed[index + 1].fact if index + 1 < len(climbed) else None
    return LadderRung(
        level=rung.level,
        since=rung.fact.date if rung.fact else None,
        until=after.date if after else None,
        fact=rung.fact,
        evidence=library.of(rung.fact) if rung.fact else (),
        rank=rung.rank,
    )
