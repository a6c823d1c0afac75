"""Where documents differ: both quotes side by side, what must be weighed first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from detente.ask.conflicts import EXPLAINED
from detente.ask.views import Conflict
from detente.model.fact import Discrepancy
from detente.publish.words import GRADE_WORDS, TYPE_WORDS
from detente.web.page import Page, View
from detente.web.selection import Selection

Named = TypeVar("Named", bound=StrEnum)

SIZE = 20
"""Discrepancies on a page."""


@dataclass(frozen=True, slots=True)
class Option:
    """One value that the list can be narrowed to."""

    value: str
    label: str
    number: int
    chosen: bool
    selection: Selection


@dataclass(frozen=True, slots=True)
class Discrepancies:
    """A page of the list."""

    total: int
    explained: int
    """How many of the list explain themselves."""
    pages: int
    conflicts: tuple[Conflict, ...]
    grades: tuple[Option, ...]
    types: tuple[Option, ...]


def page(view: View) -> Page:
    """The discrepancies of the chosen grades and types; of none chosen, those that a reader has to weigh."""
    every = view.snapshot.discrepancies_by(view.selection.choice.as_of)
    grades, types = view.selection.values.get("grade", ()), view.selection.values.get("type", ())
    kept = [d for d in every if (d.grade in grades if grades else d.grade not in EXPLAINED) and (not types or d.type in types)]
    pages = max(1, -(-len(kept) // SIZE))
    start = (min(view.selection.page, pages) - 1) * SIZE
    shown = kept[start : start + SIZE]
    view.library.fetch((), shown)
    body = Discrepancies(
        total=len(kept),
        explained=sum(1 for d in every if d.grade in EXPLAINED),
        pages=pages,
        conflicts=tuple(conflict for conflict in map(view.library.conflict, shown) if conflict),
        grades=_options(view, "grade", GRADE_WORDS, every),
        types=_options(view, "type", TYPE_WORDS, every),
    )
    return Page("discrepancies", "discrepancies.page.html", "Discrepancies", body)


def _options(view: View, name: str, words: Mapping[Named, str], every: tuple[Discrepancy, ...]) -> tuple[Option, ...]:
    counts = Counter(getattr(d, name) for d in every)
    selection = view.selection
    return tuple(
        Option(value.value, label, counts[value], selection.has(name, value.value), selection.toggled(name, value.value))
        for value, label in words.items()
        if counts[value]
    )
