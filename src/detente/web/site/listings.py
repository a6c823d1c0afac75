"""What happened at a place or in a field of cooperation: what the map and the fields lead to where no server answers."""

from __future__ import annotations

from dataclasses import dataclass

from detente.web.facets import facet_label
from detente.web.page import Page, View
from detente.web.pages.chronology import Year, told, years

LINES = 400
"""Lines on a page; of more the most important are shown."""

OF = {"place": "map", "field": "fields"}
"""The page of the menu that leads to the listings of a facet."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The lines that share a value of a facet."""

    facet: str
    total: int
    number: int
    """Lines here."""
    years: tuple[Year, ...]


def page(view: View, facet: str, value: str) -> Page:
    """The page of one value."""
    catalog = view.snapshot.catalog
    mask = catalog.values(facet).get(value, 0) & catalog.select(told(view.selection).choice)
    entries = catalog.page(mask)
    kept = sorted(range(len(entries)), key=lambda number: (-entries[number].fact.importance, number))[:LINES]
    shown = [entries[number] for number in sorted(kept)]
    label = facet_label(facet, value, view)
    title = label[:1].upper() + label[1:]
    return Page(OF[facet], "listing.page.html", title, Listing(facet, len(entries), len(shown), years(shown, view)))
