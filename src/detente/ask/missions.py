"""Embassies and consulates between their opening and their closing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from detente.ask.facts import time_order
from detente.model.fact import Fact
from detente.model.folding import words
from detente.rules.dates import date_words

OPENING = frozenset({"mission_opened", "mission_reopened"})
CLOSING = frozenset({"mission_closed"})


@dataclass(slots=True)
class Mission:
    """One mission as the facts up to a day tell of it, in order of time."""

    facts: list[Fact] = field(default_factory=list)

    @property
    def opened(self) -> Fact | None:
        """The last opening that no closing follows; None where it is closed or its opening is not told."""
        for fact in reversed(self.facts):
            if fact.kind in OPENING:
                return fact
            if fact.kind in CLOSING:
                return None
        return None

    def fits(self, fact: Fact) -> bool:
        """Whether a fact can be about this mission: the same side's, in a place and of a name that agree as far as they are told."""
        last = self.facts[-1]
        same = (last.source, last.target) == (fact.source, fact.target)
        return same and _agree(last.places, fact.places) and _agree(words(last.object or ""), words(fact.object or ""))


def missions(past: Iterable[Fact]) -> Iterator[tuple[Fact, str]]:
    """The fact that says how each mission stands, and that in words: open since, closed since and when it had opened, elevated."""
    found: list[Mission] = []
    for fact in sorted((fact for fact in past if fact.kind.startswith("mission_")), key=time_order):
        mission = next((m for m in reversed(found) if m.fits(fact)), None)
        if mission is None:
            mission = Mission()
            found.append(mission)
        mission.facts.append(fact)
    for mission in found:
        yield mission.facts[-1], _standing(mission)


def _standing(mission: Mission) -> str:
    last = mission.facts[-1]
    if last.kind in OPENING:
        return f"open since {date_words(last.date)}"
    if last.kind in CLOSING:
        before = [fact for fact in mission.facts if fact.kind in OPENING]
        opened = f", opened {date_words(before[-1].date)}" if before else ""
        return f"closed since {date_words(last.date)}{opened}"
    done = last.kind.removeprefix("mission_")
    opened_by = mission.opened
    return f"{done} {date_words(last.date)}" + (f", open since {date_words(opened_by.date)}" if opened_by is not None else "")


def _agree(one: Iterable[str], other: Iterable[str]) -> bool:
    left, right = set(one), set(other)
    return not left or not right or bool(left & right)
