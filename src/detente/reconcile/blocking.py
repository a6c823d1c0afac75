"""Which statements are worth comparing: so few that the cost grows with their number and not with its square.

Whether two statements are compared depends on those two alone, never on how many others there are. So a record that grew and one that was
made at once compare the same pairs, and what a new statement must be compared with can be looked up: by a window of time (``windows``) and
by names (``registered``, ``sought``). ``worth`` then decides.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Protocol

from detente.model.calendar import from_ordinal
from detente.model.statement import FactKind
from detente.reconcile.cases import FAR, Case, days
from detente.reconcile.checks import MERGE, MONTH, NEWS, WEEK, YEAR
from detente.rules.merging import Family

WIDTHS = (7, 32, 400, 12 * 366)
"""Bands: a date no wider than this many days is in the first band that holds it."""

MONTHLY = 1
WIDE = len(WIDTHS)
"""The band of dates that cover more years than any of these: compared like one that is missing, by people and things."""

TOLD, UNTOLD = WIDE + 1, WIDE + 2
"""The bands of what is not dated, by when it was told: within a year, or nobody knows."""

PERSON, PLACE, OBJECT, LEVEL, AMOUNT = "", "p:", "o:", "l:", "="
"""What a mark begins with."""

SOME, MUCH = 0.15, 0.3
"""Share of the words of the shorter quote that two statements must have in common to be worth a comparison."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is kept of a statement to find those that it must be compared with."""

    block: str
    """The series of a figure, the family of anything else: statements of two blocks are never one."""
    band: int
    low: int
    """First day of the date; of the telling where there is no date."""
    high: int
    persons: frozenset[str]
    """The words of all names of people."""
    marks: frozenset[str]
    """Places, words of named things, levels, amounts: each with the letter of its kind before it."""
    words: frozenset[str]
    names: frozenset[str]
    """What it can be found by wherever in time it lies; follows from ``persons`` and ``marks``."""

    @property
    def dated(self) -> bool:
        """Whether its date places it in time."""
        return self.band < WIDE


ROUNDED = 0.01
"""Scores are rounded to so much."""


class Timed(Protocol):
    """Something that lies in time as an entry does."""

    @property
    def band(self) -> int:
        """See ``Entry``."""

    @property
    def low(self) -> int:
        """See ``Entry``."""

    @property
    def high(self) -> int:
        """See ``Entry``."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of one band: entries that begin between ``first`` and ``last`` and end no earlier than ``ending``."""

    band: int
    first: int
    last: int
    ending: int


def entry(case: Case) -> Entry:
    """What is kept of ``case``."""
    figure = case.statement.fact is FactKind.INDICATOR
    low, high, band = _place(case)
    marks = {PLACE + place for place in case.places} | {OBJECT + word for word in case.object}
    if case.level:
        marks.add(LEVEL + " ".join(case.level))
    if figure and band >= WIDE:
        marks.add(f"{AMOUNT}{case.statement.value}")
    persons = frozenset(word for person in case.persons for word in person)
    return made(case.series or case.family.name, band, low, high, (persons, frozenset(marks), case.words))


def made(block: str, band: int, low: int, high: int, said: tuple[frozenset[str], frozenset[str], frozenset[str]]) -> Entry:
    """An entry with its names: each word of a person's name, any amount, and so many words of the named things that two entries which
    share most of them share one of these."""
    persons, marks, words = said
    things = sorted((mark for mark in marks if mark.startswith(OBJECT)), key=lambda mark: (-len(mark), mark))
    names = persons.union(things[: (len(things) + 1) // 2], (mark for mark in marks if mark.startswith(AMOUNT)))
    return Entry(block, band, low, high, persons, marks, words, names)


def reach(case: Case) -> int:
    """How many days apart two dated statements of the block of ``case`` can lie and still be one."""
    return MONTH if case.statement.fact is FactKind.INDICATOR else max(case.family.spacing, 1)


def windows(one: Entry, days_apart: int) -> Iterator[Window]:
    """Where in time to look for what ``one``, which has a date, must be compared with."""
    for band, width in enumerate(WIDTHS if one.dated else ()):
        yield Window(band, one.low - days_apart - width, one.high + days_apart, one.low - days_apart)


def registered(one: Entry) -> Iterator[int]:
    """The names by which ``one`` can be found; where it has no date the words it was told in as well, with the year."""
    for name in one.names:
        yield _key(one, "dated" if one.dated else "open", name)
    yield from _told(one, 0)


def sought(one: Entry) -> Iterator[int]:
    """The names by which to look for what ``one`` must be compared with: among all where it lacks a date, else among what lacks one."""
    for name in one.names:
        yield _key(one, "open", name)
        if not one.dated:
            yield _key(one, "dated", name)
    yield from _told(one, 1)


def _told(one: Entry, around: int) -> Iterator[int]:
    """The words of what has no date, with each year it can have been told in and so many ``around``."""
    if one.band < TOLD:
        return
    known = one.band == TOLD
    years = range(from_ordinal(one.low).year - around, from_ordinal(one.high).year + around + 1) if known else range(1)
    for word in (*one.words, *(mark for mark in one.marks if mark.startswith(LEVEL))):
        for year in years:
            yield _key(one, f"told {year}" if known else "told", word)


def in_reach(one: Timed, other: Timed, days_apart: int) -> bool:
    """Whether two statements of one block lie so in time that they can be one, which is soon told. What lacks a date always does."""
    if one.band >= WIDE or other.band >= WIDE:
        return True
    gap = max(one.low - other.high, other.low - one.high)
    return gap <= 0 or (gap <= days_apart and max(one.high - one.low, other.high - other.low) < MONTH)


def worth(one: Entry, other: Entry, family: Family, days_apart: int, further: float = 1.0) -> bool:
    """Whether two statements of one block are to be compared. Those that could not be merged whatever their texts say are not.

    ``further`` is what checks can add that look at more than entries hold (``further_of``).
    """
    if family.personal and one.persons and other.persons and one.persons.isdisjoint(other.persons):
        return False
    figure = one.block != family.name
    if one.dated and other.dated:
        if not in_reach(one, other, days_apart):
            return False
        if must_share(one, other, family) and not shares(one, other.persons, other.marks, other.words):
            return False
    elif not _meet_by_name(one, other) and not _told_together(one, other):
        return False
    return figure or at_most(one, other, family, further) > MERGE - ROUNDED


def must_share(one: Entry, other: Timed, family: Family) -> bool:
    """Whether two events that lie in reach are compared only where they share something, since the date of one covers more than a month."""
    wide = max(one.band, other.band)
    return MONTHLY < wide < WIDE and one.block == family.name and not family.seldom


def shares(one: Entry, persons: Collection[str], marks: Collection[str], words: Collection[str]) -> bool:
    """Whether ``one`` has people, marks or words enough in common with another, of which none of these comes twice."""
    if not one.persons.isdisjoint(persons) or not one.marks.isdisjoint(marks):
        return True
    small = min(len(one.words), len(words))
    return small > 1 and len(one.words.intersection(words)) >= SOME * small


def further_of(case: Case) -> float:
    """What checks on due dates and offices can add to the score of ``case`` with another statement."""
    return (0.2 if case.statement.due is not None else 0.0) + (0.3 if case.statement.fact is FactKind.TENURE else 0.0)


def at_most(one: Entry, other: Entry, family: Family, further: float) -> float:
    """The most that the checks can make of two events, by what is kept of them; see ``detente.reconcile.checks`` for each part.

    Kind 0.4, parties 0.3, and denied in both 0.1: what these say is not kept, so the best is taken.
    """
    found = 0.8 + further + _most_by_date(one, other, family)
    if one.persons and other.persons:
        found += -0.8 if one.persons.isdisjoint(other.persons) else 0.4
    shared = one.marks & other.marks
    if shared:
        kinds = {mark[:2] for mark in shared}
        found += (0.2 if PLACE in kinds else 0.0) + (0.5 if OBJECT in kinds else 0.0)
    if _leveled(one) and _leveled(other):
        found += 0.4
    small = min(len(one.words), len(other.words))
    return found + (0.6 * len(one.words & other.words) / small if small > 1 else 0.0)


def _most_by_date(one: Entry, other: Entry, family: Family) -> float:
    """Date, that such things are seldom done, and that both are news of the same days."""
    gap = max(one.low - other.high, other.low - one.high)
    wide = max(one.high - one.low, other.high - other.low) + 1
    untimed = (one.band >= TOLD) + (other.band >= TOLD)
    if untimed:
        news = TOLD in (one.band, other.band) and gap <= NEWS and wide <= WEEK + 1
        return (-0.2 if untimed == 2 else -0.3) + (0.3 if news else 0.0)
    seldom = 0.4 if family.seldom else 0.0
    if gap > 0:
        return seldom + (0.4 if gap == 1 else 0.0)
    if family.many:
        return seldom + (0.2 if wide <= MONTH else 0.1)
    return seldom + next((score for limit, score in ((WEEK, 0.6), (MONTH, 0.4), (YEAR, 0.3)) if wide <= limit), 0.0)


def _leveled(one: Entry) -> bool:
    return any(mark.startswith(LEVEL) for mark in one.marks)


def pairs(cases: Sequence[Case], entries: Sequence[Entry] | None = None) -> Iterator[tuple[int, int]]:
    """Indexes of the pairs to compare, each once, the smaller first, in order."""
    held = [entry(case) for case in cases] if entries is None else entries
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(held):
        blocks[one.block].append(number)
    found: list[tuple[int, int]] = []
    for members in blocks.values():
        found += _pairs_of_block(cases, held, members)
    return iter(sorted(found))


def _pairs_of_block(cases: Sequence[Case], held: Sequence[Entry], members: Sequence[int]) -> Iterator[tuple[int, int]]:
    bands: dict[int, list[tuple[int, int]]] = defaultdict(list)
    names: dict[int, list[int]] = defaultdict(list)
    for number in members:
        bands[held[number].band].append((held[number].low, number))
        for key in registered(held[number]):
            names[key].append(number)
    for band in bands.values():
        band.sort()
    for number in members:
        one, family, apart = held[number], cases[number].family, reach(cases[number])
        near = set(_near(one, bands, apart))
        near.update(other for key in sought(one) for other in names.get(key, ()))
        further = further_of(cases[number])
        yield from ((number, other) for other in near if other > number and worth(one, held[other], family, apart, further))


def _near(one: Entry, bands: Mapping[int, list[tuple[int, int]]], apart: int) -> Iterator[int]:
    for window in windows(one, apart):
        band = bands.get(window.band, [])
        first = bisect_left(band, (window.first, -1))
        last = bisect_right(band, (window.last, FAR))
        yield from (number for _, number in band[first:last])


def _place(case: Case) -> tuple[int, int, int]:
    """First day, last day and band: of the date, else of the telling."""
    if case.low is not None and case.high is not None:
        band = next((number for number, width in enumerate(WIDTHS) if case.width <= width), WIDE)
        return case.low, case.high, band
    published = case.document.published
    low, high = days(published) if published is not None else (-FAR, FAR)
    return (low, high, TOLD) if high - low < WIDTHS[2] else (-FAR, FAR, UNTOLD)


def _key(one: Entry, side: str, name: str) -> int:
    """Names of one block and side lie together, so that those of one statement are found near each other."""
    return (_hash(f"{one.block}\x1f{side}", 3) << 40 | _hash(name, 5)) - 2**63


@lru_cache(maxsize=65536)
def _hash(text: str, size: int) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).digest(), "big")


def _meet_by_name(one: Entry, other: Entry) -> bool:
    shared = one.names & other.names
    if not shared:
        return False
    if any(name.startswith((OBJECT, AMOUNT)) for name in shared):
        return True
    return not one.marks.isdisjoint(other.marks) or _said_alike(one, other, SOME)


def _told_together(one: Entry, other: Entry) -> bool:
    """Two statements without a date, told in like words within a year of each other, or both by nobody knows when."""
    if one.band < TOLD or one.band != other.band:
        return False
    if one.band == TOLD and max(one.low - other.high, other.low - one.high) > YEAR:
        return False
    return any(mark.startswith(LEVEL) for mark in one.marks & other.marks) or _said_alike(one, other, MUCH)


def _said_alike(one: Entry, other: Entry, share: float) -> bool:
    small = min(len(one.words), len(other.words))
    return small > 1 and len(one.words & other.words) >= share * small
