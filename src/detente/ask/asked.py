"""Facts by their fields, as the record holds them or as they were known on a day: the same question to either."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from detente.ask.facts import known, time_order
from detente.model.fact import Discrepancy, Fact, Review
from detente.store.base import Choice, Order, Record


class Asked:
    """The facts of one record at one state of knowledge, without those that a person set aside."""

    def __init__(self, record: Record, known_on: str | None = None, published_by: str | None = None) -> None:
        self.record = record
        self._known_on = known_on
        self._published_by = published_by

    @property
    def now(self) -> bool:
        """Whether it is what the record holds now, which its indexes answer for."""
        return self._known_on is None and self._published_by is None

    @cached_property
    def every(self) -> tuple[tuple[Fact, ...], tuple[Discrepancy, ...]]:
        """All facts and discrepancies. Ask for this only where ``now`` does not hold."""
        facts, discrepancies = known(self.record, self._known_on, self._published_by)
        return tuple(fact for fact in facts if fact.review is not Review.SET_ASIDE), discrepancies

    def facts(self, choice: Choice) -> tuple[Fact, ...]:
        """The facts that ``choice`` names, in its order."""
        if self.now:
            return self.record.select_facts(replace(choice, stands=True))
        found = sorted((fact for fact in self.every[0] if _passes(fact, choice)), key=time_order)
        if choice.order is Order.IMPORTANCE:
            found.sort(key=lambda fact: -fact.importance)
        elif choice.order is Order.LATEST:
            found.reverse()
        return tuple(found[: choice.limit])

    def count(self, choice: Choice) -> int:
        """How many there are, whatever the limit."""
        if self.now:
            return self.record.count_facts(replace(choice, stands=True))
        return sum(_passes(fact, choice) for fact in self.every[0])


def _passes(fact: Fact, choice: Choice) -> bool:
    if choice.facts and fact.fact not in choice.facts:
        return False
    if choice.kinds and not {fact.kind, fact.fact.value} & set(choice.kinds):
        return False
    if choice.statuses and fact.status not in choice.statuses:
        return False
    return fact.object not in choice.without_objects and _in_time(fact, choice)


def _in_time(fact: Fact, choice: Choice) -> bool:
    earliest, latest = (day.isoformat() if day else None for day in (fact.date.earliest, fact.date.latest)) if fact.date else (None, None)
    asked = (choice.since, choice.until, choice.ended_by, choice.begun_by)
    if fact.date is None:
        return not any(asked)
    outside = (choice.since is not None and latest is not None and latest < choice.since) or (
        choice.until is not None and earliest is not None and earliest > choice.until
    )
    done = choice.ended_by is None or (latest is not None and latest <= choice.ended_by)
    begun = choice.begun_by is None or (earliest is not None and earliest <= choice.begun_by)
    return not outside and done and begun
