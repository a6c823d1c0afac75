"""Fields of cooperation by year: a table of shades in which every cell opens its events."""

from __future__ import annotations

from dataclasses import dataclass

from detente.ask.bits import any_of
from detente.web.facets import facet_label
from detente.web.page import Page, View
from detente.web.pages.chronology import told
from detente.web.selection import Selection

COLUMNS = 26
"""Columns that fit a page; a longer span of years is told in steps of several years."""
SHADES = 5
STEPS = (1, 2, 5, 10, 20, 50, 100)


@dataclass(frozen=True, slots=True)
class Cell:
    """One field in one stretch of years."""

    number: int
    shade: int
    """0 for none, then 1 to 5."""
    selection: Selection


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field through time."""

    field: str
    label: str
    total: int
    cells: tuple[Cell, ...]
    selection: Selection


@dataclass(frozen=True, slots=True)
class Fields:
    """The heat map."""

    columns: tuple[str, ...]
    rows: tuple[FieldRow, ...]
    unsorted: int
    """Events of no named field."""


def page(view: View) -> Page:
    """The fields in which the two are told to have had to do with each other."""
    catalog = view.snapshot.catalog
    chosen = catalog.select(told(view.selection.only_day()).choice)
    stretches = _stretches(view)
    masks = [any_of(catalog.values("year").get(str(year), 0) for year in range(first, last + 1)) for first, last in stretches]
    fields = {field: held & chosen for field, held in catalog.values("field").items() if held & chosen}
    most = max(((held & mask).bit_count() for held in fields.values() for mask in masks), default=1) or 1
    rows = []
    for field, held in sorted(fields.items(), key=lambda pair: (-pair[1].bit_count(), pair[0])):
        base = view.selection.only_day().toggled("field", field)
        counts = [(held & mask).bit_count() for mask in masks]
        cells = tuple(_cell(number, most, base, stretch) for number, stretch in zip(counts, stretches, strict=True))
        rows.append(FieldRow(field, facet_label("field", field), held.bit_count(), cells, base))
    columns = tuple(str(first) if first == last else f"{first}–{last % 100:02d}" for first, last in stretches)
    body = Fields(columns, tuple(rows), (chosen & ~any_of(fields.values())).bit_count())
    return Page("fields", "fields.page.html", "Fields of cooperation", body)


def _cell(number: int, most: int, base: Selection, stretch: tuple[int, int]) -> Cell:
    values = {**base.values, "year": tuple(str(year) for year in range(stretch[0], stretch[1] + 1))}
    return Cell(number, -(-number * SHADES // most), Selection(values=values, asof=base.asof))


def _stretches(view: View) -> list[tuple[int, int]]:
    held = view.snapshot.catalog
    chosen = held.select(told(view.selection.only_day()).choice) & any_of(held.values("field").values())
    years = [int(year) for year, mask in held.values("year").items() if year.isdigit() and mask & chosen]
    if not years:
        return []
    first, last = min(years), max(years)
    step = next((step for step in STEPS if (last - first) // step + 1 <= COLUMNS), STEPS[-1])
    first -= first % step
    return [(year, year + step - 1) for year in range(first, last + 1, step)]
