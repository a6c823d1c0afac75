"""The relationship at a glance: its level through time, what each year had, what disagrees, what came last."""

from __future__ import annotations

from dataclasses import dataclass

from detente.ask.conflicts import EXPLAINED
from detente.ask.ladder import seen
from detente.ask.views import Conflict, LadderRung
from detente.model.fact import Fact
from detente.publish.ribbon import Overview, overview
from detente.web.page import Page, View
from detente.web.pages.chronology import Year, told, years

LATEST = 8
"""Lines of what came last."""
OPEN = 3
"""Discrepancies that are shown; the others have their page."""
FIGURES = 6
"""Series whose latest figure is shown."""


@dataclass(frozen=True, slots=True)
class Latest:
    """The latest point of an indicator series."""

    fact: Fact
    label: str
    points: int


@dataclass(frozen=True, slots=True)
class Overlook:
    """What the first page shows."""

    drawing: Overview | None
    rungs: tuple[LadderRung, ...]
    standing: LadderRung | None
    """The level on the day asked about."""
    events: int
    figures: int
    commitments: int
    discrepancies: int
    documents: int
    span: tuple[int, int] | None
    latest: tuple[Year, ...]
    disputed: tuple[Conflict, ...]
    series: tuple[Latest, ...]


def page(view: View) -> Page:
    """The first page."""
    catalog = view.snapshot.catalog
    chosen = catalog.select(told(view.selection).choice)
    past = chosen & (catalog.values("status").get("happened", 0) | catalog.values("status").get("ongoing", 0))
    climbed = _rungs(view)
    dated = past & ~catalog.values("year").get("", 0)
    counted = {kind: (catalog.values("fact").get(kind, 0) & view.chosen).bit_count() for kind in ("indicator", "commitment")}
    differing = [d for d in view.snapshot.discrepancies_by(view.selection.choice.as_of) if d.grade not in EXPLAINED]
    shown = [conflict for conflict in map(view.library.conflict, differing[:OPEN]) if conflict]
    counts = catalog.years(past)
    body = Overlook(
        drawing=overview(climbed, counts),
        rungs=climbed,
        standing=climbed[-1] if climbed else None,
        events=chosen.bit_count(),
        figures=counted["indicator"],
        commitments=counted["commitment"],
        discrepancies=len(differing),
        documents=len(view.snapshot.documents),
        span=(min(counts), max(counts)) if counts else None,
        latest=years(catalog.page(dated, 0, LATEST, newest_first=True), view),
        disputed=tuple(shown),
        series=_latest_figures(view),
    )
    return Page("overview", "overview.page.html", "Overview", body)


def _rungs(view: View) -> tuple[LadderRung, ...]:
    """The levels reached by the day asked about."""
    climbed = view.snapshot.ladder
    day = view.selection.choice.as_of
    view.library.fetch([rung.fact for rung in climbed if rung.fact])
    found = tuple(seen(climbed, number, view.library) for number in range(len(climbed)))
    if day is None:
        return found
    return tuple(rung for rung in found if rung.since is None or (rung.since.earliest and rung.since.earliest.isoformat() <= day))


def _latest_figures(view: View) -> tuple[Latest, ...]:
    """The last point of the series that have most of them."""
    found = []
    for series in view.snapshot.series[:FIGURES]:
        if chosen := series & view.chosen:
            fact = view.snapshot.catalog.entries[chosen.bit_length() - 1].fact
            found.append(Latest(fact, (fact.series or fact.kind).replace("_", " "), chosen.bit_count()))
    return tuple(found)
