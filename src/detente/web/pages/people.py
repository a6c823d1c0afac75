"""Who took part: how often and when, which offices they held, whom they met."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from detente.model.fact import Fact
from detente.model.folding import fold
from detente.model.statement import FactKind
from detente.web.page import Page, View
from detente.web.pages.chronology import Year, told, years
from detente.web.selection import Selection

SIZE = 100
"""People on a page."""
MET = 20
"""Others that a person is shown to have met."""
NOT_FOUND = 404
LINES = 100
"""Lines of a person's chronology on their page."""


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who is named in events."""

    name: str
    events: int
    first: str
    last: str
    countries: tuple[str, ...]
    offices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class People:
    """A page of the list."""

    total: int
    pages: int
    people: tuple[Person, ...]
    tenures: tuple[Fact, ...]
    """Who is told or listed to have held which office, in order of time: the first of them."""
    held: int
    """How many there are."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """Someone whom a person is named with."""

    name: str
    number: int
    selection: Selection


@dataclass(frozen=True, slots=True)
class Life:
    """A person's page."""

    person: Person
    tenures: tuple[Fact, ...]
    met: tuple[Meeting, ...]
    years: tuple[Year, ...]
    total: int


def page(view: View) -> Page:
    """Everybody, those who are named most first."""
    catalog = view.snapshot.catalog
    chosen = catalog.select(told(view.selection).choice)
    wanted = fold(view.selection.words)
    numbers = catalog.numbered("person", chosen)
    named = sorted(name for name in numbers if not wanted or wanted in fold(name))
    named.sort(key=numbers.__getitem__, reverse=True)
    pages = max(1, -(-len(named) // SIZE))
    start = (min(view.selection.page, pages) - 1) * SIZE
    masks = catalog.values("person")
    body = People(
        total=len(named),
        pages=pages,
        people=tuple(_person(name, masks[name] & chosen, view) for name in named[start : start + SIZE]),
        tenures=tuple(entry.fact for entry in catalog.page(_held(view), 0, SIZE)) if view.selection.page == 1 else (),
        held=_held(view).bit_count(),
    )
    return Page("people", "people.page.html", "People and offices", body)


def person(view: View, name: str) -> Page:
    """One person: offices, whom they met, and what they had part in."""
    catalog = view.snapshot.catalog
    name = catalog.spelled.get(name, name)
    mask = catalog.values("person").get(name, 0) & catalog.select(told(view.selection.only_day()).choice)
    entries = catalog.page(mask)
    together = Counter(other for entry in entries for other in entry.persons if other != name)
    base = view.selection.only_day().toggled("person", name)
    met = tuple(
        Meeting(other, number, Selection(words=other, values=base.values, asof=base.asof)) for other, number in together.most_common(MET)
    )
    body = Life(
        person=_person(name, mask, view),
        tenures=tuple(entry.fact for entry in catalog.page(_held(view) & catalog.values("person").get(name, 0))),
        met=met,
        years=years(entries[:LINES], view),
        total=len(entries),
    )
    return Page("people", "person.page.html", name, body, status=200 if mask or body.tenures else NOT_FOUND)


def _held(view: View) -> int:
    """The tenures that had begun."""
    return view.snapshot.catalog.values("fact").get(FactKind.TENURE.value, 0) & view.chosen


def _person(name: str, mask: int, view: View) -> Person:
    numbers = mask.bit_count()
    entries = view.snapshot.catalog.entries
    first = entries[(mask & -mask).bit_length() - 1].fact if mask else None
    dated = mask & ~view.snapshot.catalog.values("year").get("", 0)
    last = entries[dated.bit_length() - 1].fact if dated else None
    offices = view.snapshot.offices(view.record).get(name, ())
    sides = tuple(dict.fromkeys(country for country, _ in offices if country))
    held = tuple(dict.fromkeys(office for _, office in offices if office))
    return Person(name, numbers, _year(first) if first else "", _year(last) if last else "", sides, held)


def _year(fact: Fact) -> str:
    end = fact.date.earliest or fact.date.latest if fact.date else None
    return str(end.year) if end else ""
