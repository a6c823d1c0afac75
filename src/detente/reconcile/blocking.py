"""Which statements are worth comparing: so few that the cost grows with their number and not with its square."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from detente.reconcile.cases import Case

DAYS_PER_BIN = 32
"""Dates no wider than this are compared within their bin and its neighbours; it must reach past every family's spacing."""

COARSE_YEARS = 12
"""A date that covers more years than this is compared like one that is missing: by people and things alone."""

CROWD = 400
"""A block larger than this is compared only among statements that share a day, a person, a place or a thing."""

Key = tuple[str, ...]


def pairs(cases: Sequence[Case]) -> Iterator[tuple[int, int]]:
    """Indexes of the pairs to compare, each once, the smaller first, in order."""
    blocks: dict[Key, list[int]] = defaultdict(list)
    for number, case in enumerate(cases):
        for key in keys(case):
            blocks[key].append(number)
    seen: set[tuple[int, int]] = set()
    for key in sorted(blocks):
        for members in _manageable(cases, blocks[key]):
            seen.update(pair for pair in combinations(members, 2) if _worth(key, cases[pair[0]], cases[pair[1]]))
    return iter(sorted(seen))


def keys(case: Case) -> Iterator[Key]:
    """The blocks a statement stands in."""
    group = case.series or case.family.name
    for person in case.persons:
        for word in sorted(person):
            yield (group, "person", word)
    for word in case.object:
        yield (group, "object", word)
    if case.low is None or case.high is None:
        yield (group, "undated", "")
        return
    if case.width <= DAYS_PER_BIN:
        for number in range(case.low // DAYS_PER_BIN, case.high // DAYS_PER_BIN + 1):
            yield (group, "bin", str(number))
            yield (group, "bin", str(number + 1))
    if case.width <= COARSE_YEARS * 366:
        for year in _years(case):
            yield (group, "year", str(year))


def _years(case: Case) -> range:
    date = case.statement.date
    if date is None or date.edtf.earliest is None or date.edtf.latest is None:
        return range(0)
    return range(date.edtf.earliest.year, date.edtf.latest.year + 1)


def _worth(key: Key, a: Case, b: Case) -> bool:
    """In the block of a year only pairs with a coarse date count (fine ones meet in a bin); by name only those that lack a date."""
    if key[1] == "year":
        return max(a.width, b.width) > DAYS_PER_BIN
    if key[1] in ("person", "object"):
        return a.low is None or b.low is None or max(a.width, b.width) > COARSE_YEARS * 366
    return True


def _manageable(cases: Sequence[Case], members: Sequence[int]) -> Iterator[Sequence[int]]:
    if len(members) <= CROWD:
        yield members
        return
    smaller: dict[str, list[int]] = defaultdict(list)
    for number in members:
        case = cases[number]
        for mark in sorted({str(case.low), *case.places, *case.object, *(word for person in case.persons for word in person)}):
            smaller[mark].append(number)
    for mark in sorted(smaller):
        held = smaller[mark]
        for start in range(0, len(held), CROWD // 2):
            yield held[start : start + CROWD]
