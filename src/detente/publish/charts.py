"""A series of figures as points: what was stated, how it bounds the truth, and who said so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil, floor

from detente.ask.views import SeriesPoint, SeriesView
from detente.model.mention import Bound
from detente.publish.axes import Scale, Tick, middle, round_steps, year_ticks
from detente.publish.numbers import figure_sign, figure_words, short
from detente.rules.dates import date_words

HEIGHT = 210.0
TOP, BOTTOM = 30.0, 174.0
LEFT, RIGHT = 12.0, 92.0
MARKS = ("circle", "square", "triangle", "diamond", "cross")
"""A shape and a colour for each reporter, in the order of the series; ``ring`` is for figures that nobody is named for."""
UNKNOWN = "ring"
LABELS_AT_MOST = 14
"""Points that carry their figure beside them; a fuller chart says it in the table under it."""
_WIDTH = 440.0
"""Pixels that a chart usually has: half a page, or a large phone. Labels are placed for it."""
_LETTER = 7.2
"""Pixels of a letter of a label, at 12.8 pixels a line."""

_UP = frozenset({Bound.MORE, Bound.AT_LEAST, Bound.JUST_OVER})
_DOWN = frozenset({Bound.LESS, Bound.AT_MOST, Bound.NEARLY})


@dataclass(frozen=True, slots=True)
class Mark:
    """One point as it is drawn."""

    point: SeriesPoint
    at: float
    height: float
    shape: str
    whisker: str
    """``up`` where the true figure lies above the stated one, ``down`` below, ``both`` about it; empty where it is exact."""
    label: str
    dx: float
    dy: float
    """Pixels from the point to where the label is anchored."""
    anchor: str
    """``start``, ``middle`` or ``end``."""
    title: str


@dataclass(frozen=True, slots=True)
class Link:
    """A thin line between two following figures of one named reporter."""

    start: tuple[float, float]
    end: tuple[float, float]
    shape: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A whole chart. Horizontal places in per cent, vertical ones in pixels."""

    view: SeriesView
    marks: tuple[Mark, ...]
    links: tuple[Link, ...]
    years: tuple[Tick, ...]
    values: tuple[Tick, ...]
    legend: tuple[tuple[str, str], ...]
    """Shape and reporter."""


def chart(view: SeriesView) -> Chart | None:
    """The chart of a series; None where fewer than two periods have a figure, since a lone point shows nothing."""
    placed = [(at, point) for point in view.points if (at := middle(point.fact.date)) is not None and point.fact.value is not None]
    if len({round(at, 2) for at, _ in placed}) < 2:
        return None
    low, high = floor(min(at for at, _ in placed)), ceil(max(at for at, _ in placed))
    across = Scale(low, high, LEFT + 3, RIGHT - 3)
    steps = round_steps(max(point.fact.value or 0.0 for _, point in placed))
    up = Scale(0.0, steps[-1], BOTTOM, TOP)
    shapes = _shapes(view.reporters)
    marks = _marks(placed, across, up, shapes)
    values = tuple(Tick(up(step), short(step)) for step in steps)
    legend = tuple((shapes[reporter], reporter or "reporter not named") for reporter in view.reporters)
    return Chart(view, marks, _links(marks), year_ticks(across), values, legend)


def _shapes(reporters: Sequence[str | None]) -> dict[str | None, str]:
    named = [reporter for reporter in reporters if reporter is not None]
    shapes: dict[str | None, str] = {reporter: MARKS[number % len(MARKS)] for number, reporter in enumerate(named)}
    return {**shapes, None: UNKNOWN}


def _marks(placed: Sequence[tuple[float, SeriesPoint]], across: Scale, up: Scale, shapes: dict[str | None, str]) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    spots: list[_Box] = []
    for at, point in placed:
        fact = point.fact
        value = fact.value or 0.0
        label = figure_sign(value, fact.bound) if len(placed) <= LABELS_AT_MOST else ""
        title = f"{date_words(fact.date)}: {figure_words(fact.value, fact.unit, fact.bound)}" + (
            f" ({fact.reporter})" if fact.reporter else ""
        )
        shape, whisker = shapes.get(fact.reporter, UNKNOWN), _whisker(fact.bound)
        x, y = across(at), up(value)
        spots.append(_around(x, y))
        marks.append(Mark(point, x, y, shape, whisker, label, 0, 0, "middle", title))
    return tuple(_labelled(mark, spots) if mark.label else mark for mark in marks)


def _labelled(mark: Mark, taken: list[_Box]) -> Mark:
    """``mark`` with its label where it runs into nothing: over the point, under it, or beside it; where there is no such place the table
    under the chart has the figure, and the mark has none. ``taken`` grows by its place."""
    over = -24.0 if mark.whisker in ("up", "both") else -10.0
    under = 32.0 if mark.whisker in ("down", "both") else 20.0
    places = ((0.0, over, "middle"), (0.0, under, "middle"), (-11.0, 4.0, "end"), (11.0, 4.0, "start"), (0.0, over - 15, "middle"))
    boxes = [(_box(mark.at, mark.height, dx, dy, anchor, len(mark.label)), dx, dy, anchor) for dx, dy, anchor in places]
    own = _around(mark.at, mark.height)
    others = [other for other in taken if other != own]
    free = [place for place in boxes if place[0].inside() and not any(place[0].meets(other) for other in others)]
    if not free:
        return replace(mark, label="")
    box, dx, dy, anchor = free[0]
    taken.append(box)
    return replace(mark, dx=dx, dy=dy, anchor=anchor)


@dataclass(frozen=True, slots=True)
class _Box:
    """Where a label or a point is, in pixels of a chart of the usual width."""

    left: float
    right: float
    top: float
    bottom: float

    def meets(self, other: _Box) -> bool:
        return self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom

    def inside(self) -> bool:
        return self.left >= 0 and self.right <= _WIDTH and self.bottom <= BOTTOM + 14


def _around(at: float, height: float) -> _Box:
    """The place of a point, with room enough that a label above it is not read as its neighbour's."""
    return _Box(at / 100 * _WIDTH - 7, at / 100 * _WIDTH + 7, height - 12, height + 7)


def _box(at: float, height: float, dx: float, dy: float, anchor: str, letters: int) -> _Box:
    width = letters * _LETTER
    start = at / 100 * _WIDTH + dx - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    return _Box(start, start + width, height + dy - 10, height + dy + 1)


def _whisker(bound: Bound | None) -> str:
    if bound in _UP:
        return "up"
    if bound in _DOWN:
        return "down"
    return "both" if bound is Bound.ABOUT else ""


def _links(marks: Sequence[Mark]) -> tuple[Link, ...]:
    last: dict[str, Mark] = {}
    links = []
    for mark in marks:
        before = last.get(mark.shape)
        if before is not None and mark.shape != UNKNOWN and before.at != mark.at:
            links.append(Link((before.at, before.height), (mark.at, mark.height), mark.shape))
        last[mark.shape] = mark
    return tuple(links)
