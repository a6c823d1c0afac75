"""Figures through time: each series a chart with bounds and reporters, each point opening to its quote."""

from __future__ import annotations

from dataclasses import dataclass

from detente.ask.series import views
from detente.ask.views import SeriesView
from detente.model.statement import FactKind
from detente.publish.charts import Chart, chart
from detente.reconcile.cases import UNNAMED, series_of
from detente.web.page import Page, View

SIZE = 8
"""Series on a page."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A series, and its chart where it has enough for one."""

    view: SeriesView
    chart: Chart | None


@dataclass(frozen=True, slots=True)
class Figures:
    """A page of the series."""

    total: int
    points: int
    pages: int
    series: tuple[Drawn, ...]
    names: tuple[tuple[str, int], ...]
    """Every series by its label with its points, for finding one."""


def page(view: View) -> Page:
    """The series that have most points first."""
    catalog = view.snapshot.catalog
    chosen = view.chosen & catalog.values("fact").get(FactKind.INDICATOR.value, 0)
    facts = [entry.fact for entry in catalog.page(chosen) if entry.fact.kind not in UNNAMED]
    keys: dict[str, list[str]] = {}
    for fact in facts:
        keys.setdefault(series_of(fact), []).append(fact.id)
    order = sorted(keys, key=lambda key: (-len(keys[key]), key))
    pages = max(1, -(-len(order) // SIZE))
    start = (min(view.selection.page, pages) - 1) * SIZE
    wanted = {identifier for key in order[start : start + SIZE] for identifier in keys[key]}
    touching = [d for d in view.snapshot.open_discrepancies if wanted & set(d.facts)]
    held = views(view.record, [fact for fact in facts if fact.id in wanted], touching)
    labels = {key: (view.snapshot.facts[ids[0]].series or "").replace("_", " ") for key, ids in keys.items()}
    body = Figures(
        total=len(order),
        points=len(facts),
        pages=pages,
        series=tuple(Drawn(one, chart(one)) for one in held),
        names=tuple((labels[key], len(keys[key])) for key in order),
    )
    return Page("figures", "figures.page.html", "Figures", body)
