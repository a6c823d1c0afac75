"""What happened, in order of time: a page of lines, and what else could be chosen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby

from detente.ask.catalog import Choice, Entry
from detente.ask.facts import is_milestone
from detente.model.statement import FactKind
from detente.publish.evidence import is_register, row_fields
from detente.publish.words import counted, label_tag
from detente.rules.dates import date_words, section_year
from detente.web.facets import Facet, Value, chosen_values, facets
from detente.web.page import Page, View
from detente.web.selection import Selection

SIZE = 100
"""Lines on a page."""

TOLD = (FactKind.EVENT.value, FactKind.PARTNERSHIP.value, FactKind.AGREEMENT.value)
"""What a chronology tells when nobody asks for more; figures, promises and tenures have pages of their own."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line."""

    entry: Entry
    when: str
    label: str
    """The kind, where the title does not say it."""
    by: str
    differs: int
    milestone: bool
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Year:
    """The lines of one year on this page."""

    label: str
    anchor: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One year's height in the strip over the lines, 1 to 10."""

    year: str
    number: int
    height: int
    selection: Selection
    chosen: bool


@dataclass(frozen=True, slots=True)
class Chronology:
    """A page of the chronology."""

    total: int
    first: int
    """The number of the first line on this page, from 1."""
    last: int
    pages: int
    years: tuple[Year, ...]
    facets: tuple[Facet, ...]
    chosen: tuple[tuple[str, Value], ...]
    strip: tuple[Bar, ...]
    undated: int
    """How many of all that were chosen no document dates."""


def page(view: View) -> Page:
    """The chronology that the address chose."""
    catalog, selection, choice = view.snapshot.catalog, view.selection, told(view.selection).choice
    mask = catalog.select(choice)
    total = mask.bit_count()
    pages = max(1, -(-total // SIZE))
    number = min(selection.page, pages)
    start = (number - 1) * SIZE
    entries = catalog.page(mask, start, SIZE, "newest" in selection.flags)
    undated = catalog.values("year").get("", 0) & mask
    body = Chronology(
        total=total,
        first=start + 1 if total else 0,
        last=start + len(entries),
        pages=pages,
        years=years(entries, view),
        facets=facets(view, choice),
        chosen=tuple(pair for pair in chosen_values(view) if pair[0] != "Fact"),
        strip=_strip(view, choice),
        undated=undated.bit_count(),
    )
    return Page("chronology", "chronology.page.html", "Chronology", body)


def told(selection: Selection) -> Selection:
    """The selection with the kinds of fact that a chronology tells, where the address names none."""
    if selection.values.get("fact") or selection.values.get("kind"):
        return selection
    return replace(selection, values={**selection.values, "fact": TOLD})


def years(entries: list[Entry], view: View) -> tuple[Year, ...]:
    """Entries as lines under their years, in the order they come."""
    quotes = _quotes(entries, view) if "quotes" in view.selection.flags else {}
    found = []
    for year, held in groupby(entries, key=lambda entry: section_year(entry.fact.date)):
        rows = tuple(_row(entry, year, view, quotes.get(entry.fact.id, ())) for entry in held)
        label = "Undated" if year is None else str(year) if year > 0 else f"{1 - year} BC"
        found.append(Year(label, "undated" if year is None else f"y{year}", rows))
    return tuple(found)


def _row(entry: Entry, year: int | None, view: View, quotes: tuple[str, ...]) -> Row:
    fact = entry.fact
    when = date_words(fact.date, year) if fact.date else f"told {entry.told[:4]}" if entry.told else "date unknown"
    documents = len(entry.documents)
    by = counted(fact.sources, "source") if fact.sources == documents else f"{counted(fact.sources, 'source')} of {documents}"
    return Row(entry, when, label_tag(fact), by, view.snapshot.differing.get(fact.id, 0), is_milestone(fact), quotes)


def _quotes(entries: list[Entry], view: View) -> dict[str, tuple[str, ...]]:
    """The first quote of each line."""
    first = {entry.fact.supports[0].statement: entry for entry in entries if entry.fact.supports}
    return {first[name].fact.id: (_readable(quote, first[name], view),) for name, quote in view.record.quotes(first).items()}


def _readable(quote: str, entry: Entry, view: View) -> str:
    """A quote; the row of a register, where nothing else tells it, without what only its keepers use."""
    held = [view.snapshot.documents[sha256] for sha256 in entry.documents if sha256 in view.snapshot.documents]
    fields = row_fields(quote) if held and all(map(is_register, held)) else []
    return "; ".join(f"{name}: {value}" for name, value in fields) or quote


def _strip(view: View, choice: Choice) -> tuple[Bar, ...]:
    """How many lines each year has, whatever year is chosen."""
    counts = {year: number for year, number in view.snapshot.catalog.counts(choice, "year") if year.isdigit()}
    if len(counts) < 2:
        return ()
    most = max(counts.values()) or 1
    every = [str(year) for year in range(int(min(counts)), int(max(counts)) + 1)]
    return tuple(
        Bar(
            year,
            counts.get(year, 0),
            -(-counts.get(year, 0) * 10 // most),
            view.selection.toggled("year", year),
            view.selection.has("year", year),
        )
        for year in every
    )
