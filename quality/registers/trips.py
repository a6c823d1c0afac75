"""Trips of secretaries of state who "accompanied President X": each must join the president's trip, and no two other trips may be joined.

usage: python -m quality.registers.trips [--list]

The register of travels is its own answer key: a remark says in whose company a trip was made, and the president's row stands beside it.
The rows of each country visited go through the ordinary reconciliation twice: as the one register that they are, and as if presidents and
secretaries stood in two registers, where nothing but the checks keeps a secretary's own trip of the same week apart.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

from detente.model.register import Row
from detente.model.statement import Statement
from detente.pipeline.registers import register_statements
from detente.read.registers import read_register
from detente.reconcile.cases import DocumentInfo
from detente.reconcile.reconciling import reconcile
from detente.rules.registers import register_kind
from quality.answers import data_folder

FILE = Path("registers", "travels.jsonl")
HOME = "USA"
ONE, PRESIDENTS, SECRETARIES = "0" * 64, "1" * 64, "2" * 64

_COMPANY = re.compile(r"(?i:accompanied) (?:the )?(?:U\.S\. )?President(?:-elect)? (?P<name>[A-Z]\w+)")


@dataclass(frozen=True, slots=True)
class Trip:
    """One row: who went where and when, and in whose company, as the row itself tells."""

    row: Row
    statement: Statement
    country: str
    company: str | None

    @property
    def visitor(self) -> str:
        """Who went."""
        return self.row.value("visitor")

    @property
    def is_president(self) -> bool:
        """Whether it is a president's own trip."""
        return self.row.value("role") == "president"

    def same_days(self, other: Trip) -> bool:
        """Whether the two share a day."""
        starts = max(self.row.value("start"), other.row.value("start"))
        return starts <= min(self.row.value("end"), other.row.value("end"))

    def __str__(self) -> str:
        return f"{self.row.value('id')} {self.visitor}, {self.country}, {self.row.value('start')} to {self.row.value('end')}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the trips under one way of filing them."""

    accompanied: int
    joined: int
    missed: tuple[Trip, ...]
    wrong: tuple[tuple[Trip, Trip], ...]
    """Pairs of different trips that stand under one fact."""


def trips(path: Path) -> list[Trip]:
    """The trips of the register at ``path``."""
    kind = register_kind("travels")
    rows = read_register(path, kind).rows
    found = []
    for row, statements in zip(rows, register_statements(rows, kind, ONE), strict=True):
        visit = next((s for s in statements if s.source != s.target), None)
        if visit is None or not visit.target:
            continue
        match = _COMPANY.search(row.value("remarks"))
        found.append(Trip(row, visit, visit.target[0].party.country or "", match["name"] if match else None))
    return found


def judge(every: Sequence[Trip], apart: bool) -> Outcome:
    """How ``every`` trip is joined: as one register, or (``apart``) as one of presidents and one of secretaries."""
    by_country: dict[str, list[Trip]] = defaultdict(list)
    for trip in every:
        by_country[trip.country].append(trip)
    joined, missed, wrong = 0, [], []
    for country in sorted(by_country):
        own = by_country[country]
        fact_of = _facts(own, country, apart)
        for trip in own:
            if trip.company is None:
                continue
            led = any(fact_of[t.statement.id] == fact_of[trip.statement.id] for t in own if t.is_president and trip.company in t.visitor)
            joined += led
            missed += [] if led else [trip]
        wrong += list(_wrong(own, fact_of))
    return Outcome(joined + len(missed), joined, tuple(missed), tuple(wrong))


def score(data: Path) -> dict[str, float]:
    """Percent of trips in company that join the president's, and pairs of different trips that were joined, under both filings."""
    every = trips(data / FILE)
    one, two = judge(every, apart=False), judge(every, apart=True)
    return {
        "company joined": 100 * one.joined / one.accompanied,
        "different trips joined": float(len(one.wrong)),
        "company joined over two registers": 100 * two.joined / two.accompanied,
        "different trips joined over two registers": float(len(two.wrong)),
    }


def _facts(own: Sequence[Trip], country: str, apart: bool) -> Mapping[str, str]:
    """The fact that each trip's statement supports."""
    said = [_filed(trip) if apart else trip.statement for trip in own]
    documents = {name: DocumentInfo(name, None, "", name) for name in (ONE, PRESIDENTS, SECRETARIES)}
    held = reconcile(said, documents, (HOME, country)).facts
    return {support.statement: fact.id for fact in held for support in fact.supports}


def _filed(trip: Trip) -> Statement:
    return replace(trip.statement, document=PRESIDENTS if trip.is_president else SECRETARIES)


def _wrong(own: Sequence[Trip], fact_of: Mapping[str, str]) -> Iterator[tuple[Trip, Trip]]:
    by_fact: dict[str, list[Trip]] = defaultdict(list)
    for trip in own:
        by_fact[fact_of[trip.statement.id]].append(trip)
    for members in by_fact.values():
        yield from (pair for pair in combinations(members, 2) if not _same(*pair))


def _same(one: Trip, other: Trip) -> bool:
    """Whether two rows tell of one trip: one was made in the other's company, or both in that of one third."""
    if one.is_president and not other.is_president:
        return other.company is not None and other.company in one.visitor
    if other.is_president and not one.is_president:
        return one.company is not None and one.company in other.visitor
    return one.company is not None and one.company == other.company and one.same_days(other)


def main() -> None:
    """Print the figures; with ``--list`` each trip that was missed or joined wrongly."""
    every = trips(data_folder() / FILE)
    for label, apart in (("one register", False), ("two registers", True)):
        found = judge(every, apart)
        share = 100 * found.joined / found.accompanied
        print(f"{label}: {found.joined} of {found.accompanied} in company joined ({share:.1f} %), {len(found.wrong)} pairs joined wrongly")
        if "--list" in sys.argv[1:]:
            print("\n".join(f"  missed: {trip}: {trip.row.value('remarks')}" for trip in found.missed))
            print("\n".join(f"  wrong: {a} | {b}" for a, b in found.wrong))


if __name__ == "__main__":
    main()
