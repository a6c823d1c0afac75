"""Who had to do with whom: one side's people on the left, the other's on the right, third parties between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from math import sqrt

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
    thirds: bool
    """Whether there are third parties to be drawn."""
    decades: tuple[tuple[str, int], ...]
    """Stretches of ten years with the events in them, to look at one at a time."""


def page(view: View) -> Page:
    """The people of the two sides who are named most in the chosen events, and who is named with whom."""
    catalog = view.snapshot.catalog
    chosen = catalog.select(told(view.selection).choice)
    one, two = (*view.snapshot.parties, "", "")[:2]
    sides = view.snapshot.sides(view.record)
    people = _named(catalog.numbered("person", chosen))
    left = [name for name in people if sides.get(name) == one][:SIDE]
    right = [name for name in people if sides.get(name) == two][:SIDE]
    thirds = [code for code in _named(catalog.numbered("party", chosen)) if code not in (one, two)][:THIRD]
    bits = {name: catalog.values("person")[name] & chosen for name in (*left, *right)}
    bits |= {code: catalog.values("party")[code] & chosen for code in thirds}
    nodes = tuple(
        _node(name, column, row, bits[name].bit_count())
        for column, names in enumerate((left, thirds, right))
        for row, name in enumerate(names)
    )
    pairs = {
        (a.name, b.name): number
        for a, b in combinations(nodes, 2)
        if a.column != b.column and (number := (bits[a.name] & bits[b.name]).bit_count())
    }
    ties = _ties(Counter(pairs), {node.name: node for node in nodes})
    decades: Counter[str] = Counter()
    for year, held in catalog.values("year").items():
        if year.isdigit() and (held & chosen):
            decades[f"{year[:3]}0"] += (held & chosen).bit_count()
    height = TOP + STEP * max(len(left), len(right), len(thirds), 1)
    return Page(
        "network", "network.page.html", "Network", Network((one, two), nodes, ties, height, bool(thirds), tuple(sorted(decades.items())))
    )


def _named(numbers: Mapping[str, int]) -> list[str]:
    """Who is named, the most frequent first."""
    return sorted(numbers, key=lambda name: (-numbers[name], name))


def _node(name: str, column: int, row: int, events: int) -> Node:
    person = column != 1
    return Node(name, name if person else party_name(name), column, TOP + row * STEP, events, person)


def _ties(pairs: Counter[tuple[str, str]], placed: dict[str, Node]) -> tuple[Tie, ...]:
    most = max(pairs.values(), default=1)
    return tuple(
        Tie(a, b, (placed[a].column, placed[b].column), (placed[a].y, placed[b].y), number, max(1, round(5 * sqrt(number / most))))
        for (a, b), number in sorted(pairs.most_common(LINKS), key=lambda pair: (pair[1], pair[0]))
    )
