"""Figures through time: each series a chart with bounds and reporters, each point opening to its quote."""

from __future__ import annotations

from dataclasses import dataclass

from detente.ask.views import SeriesPoint, SeriesView
from detente.model.fact import Fact
from detente.publish.charts import Chart, chart
from detente.reconcile.cases import series_of
from detente.web.page import Page, View

SIZE = 8
"""Series on a page."""
DRAWN = 120
"""Points of one chart: the last ones, of a series that has more."""
LISTED = 12
"""Figures under a chart; each has its own page, and the chronology of figures has them all."""


@dataclass(frozen=True, slots=True)
class Told:
    """A figure and the words that state it first."""

    fact: Fact
    quote: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A series, its chart where it has enough for one, and its figures in words."""

    view: SeriesView
    chart: Chart | None
    total: int
    listed: tuple[Told, ...]
    """The last figures, with the words that state them."""


@dataclass(frozen=True, slots=True)
class Figures:
    """A page of the series."""

    total: int
    points: int
    pages: int
    series: tuple[Drawn, ...]


def page(view: View) -> Page:
    """The series that have most points first."""
    held = [chosen for series in view.snapshot.series if (chosen := series & view.chosen)]
    pages = max(1, -(-len(held) // SIZE))
    start = (min(view.selection.page, pages) - 1) * SIZE
    body = Figures(
        total=len(held),
        points=sum(chosen.bit_count() for chosen in held),
        pages=pages,
        series=_drawn(view, held[start : start + SIZE]),
    )
    return Page("figures", "figures.page.html", "Figures", body)


def _drawn(view: View, series: list[int]) -> tuple[Drawn, ...]:
    """The series with their charts; the words of all their figures are asked for at once."""
    facts = [[entry.fact for entry in view.snapshot.catalog.page(chosen)] for chosen in series]
    quotes = view.record.quotes(fact.supports[0].statement for held in facts for fact in held[-LISTED:])
    found = []
    for held in facts:
        shown = _series(held, held[-DRAWN:])
        listed = tuple(Told(fact, quotes[fact.supports[0].statement]) for fact in reversed(held[-LISTED:]))
        found.append(Drawn(shown, chart(shown), len(held), listed))
    return tuple(found)


def _series(facts: list[Fact], recent: list[Fact]) -> SeriesView:
    return SeriesView(
        key=series_of(facts[0]),
        label=(facts[0].series or facts[0].kind).replace("_", " "),
        unit=facts[0].unit,
        parties=tuple(sorted({*facts[0].source, *facts[0].target})),
        points=tuple(SeriesPoint(fact, ()) for fact in recent),
        reporters=tuple(sorted({fact.reporter for fact in recent}, key=lambda name: (name is None, name or ""))),
    )
