"""Who had to do with whom: one side's people on the left, the other's on the right, third parties between."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from math import sqrt

from detente.ask.catalog import Entry
from detente.publish.parties import party_name
from detente.web.page import Page, View
from detente.web.pages.chronology import told

SIDE = 16
"""People on each side."""
THIRD = 8
"""Third parties."""
STEP = 30
"""Pixels from one name to the next."""
TOP = 34
LINKS = 120
"""Links that are drawn, the strongest."""


@dataclass(frozen=True, slots=True)
class Node:
    """Someone in the drawing."""

    name: str
    label: str
    column: int
    """0 the left side, 1 third parties, 2 the right side."""
    y: int
    events: int
    person: bool


@dataclass(frozen=True, slots=True)
class Tie:
    """Two who are named in the same events."""

    left: str
    right: str
    columns: tuple[int, int]
    ends: tuple[int, int]
    events: int
    strength: int
    """1 to 5."""


@dataclass(frozen=True, slots=True)
class Network:
    """The drawing and what it says in words."""

    sides: tuple[str, str]
    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    height: int
    decades: tuple[tuple[str, int], ...]
    """Stretches of ten years with the events in them, to look at one at a time."""


def page(view: View) -> Page:
    """The people of the two sides who are named most in the chosen events, and who is named with whom."""
    catalog = view.snapshot.catalog
    entries = catalog.page(catalog.select(told(view.selection).choice))
    sides = view.snapshot.sides(view.record)
    one, two = (*view.snapshot.parties, "", "")[:2]
    people: Counter[str] = Counter(name for entry in entries for name in entry.persons)
    thirds: Counter[str] = Counter(p for entry in entries for p in {*entry.fact.source, *entry.fact.target} - {one, two})
    left = [name for name, _ in people.most_common() if sides.get(name) == one][:SIDE]
    right = [name for name, _ in people.most_common() if sides.get(name) == two][:SIDE]
    middle = [name for name, _ in thirds.most_common(THIRD)]
    nodes = tuple(
        _node(name, column, row, thirds if column == 1 else people)
        for column, names in enumerate((left, middle, right))
        for row, name in enumerate(names)
    )
    placed = {node.name: node for node in nodes}
    pairs: Counter[tuple[str, str]] = Counter()
    for entry in entries:
        here = sorted({*entry.persons, *entry.fact.source, *entry.fact.target} & placed.keys(), key=lambda n: (placed[n].column, n))
        pairs.update((a, b) for a, b in combinations(here, 2) if placed[a].column != placed[b].column)
    ties = _ties(pairs, placed)
    decades = Counter(f"{year[:3]}0" for entry in entries if (year := _year(entry)) is not None)
    height = TOP + STEP * max(len(left), len(right), len(middle), 1)
    return Page("network", "network.page.html", "Network", Network((one, two), nodes, ties, height, tuple(sorted(decades.items()))))


def _node(name: str, column: int, row: int, counts: Counter[str]) -> Node:
    person = column != 1
    return Node(name, name if person else party_name(name), column, TOP + row * STEP, counts[name], person)


def _ties(pairs: Counter[tuple[str, str]], placed: dict[str, Node]) -> tuple[Tie, ...]:
    most = max(pairs.values(), default=1)
    return tuple(
        Tie(a, b, (placed[a].column, placed[b].column), (placed[a].y, placed[b].y), number, max(1, round(5 * sqrt(number / most))))
        for (a, b), number in sorted(pairs.most_common(LINKS), key=lambda pair: (pair[1], pair[0]))
    )


def _year(entry: Entry) -> str | None:
    fact = entry.fact
    end = fact.date.earliest or fact.date.latest if fact.date else None
    return f"{end.year:04d}" if end and end.year > 0 else None
