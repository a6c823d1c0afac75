"""Where things happened and who went where, drawn on outlines that come with the program: no tiles, no network."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import hypot, sqrt

from detente.publish.projection import equal_earth
from detente.rules.world import seats, world
from detente.web.page import Page, View
from detente.web.pages.chronology import told
from detente.web.selection import Selection

Known = Mapping[str, tuple[float, float, str | None]]
"""Latitude, longitude and country of a place by its name."""

LISTED = 60
"""Places in the list beside the map."""
NAMED = 8
"""Places whose name stands on the map."""
SMALLEST, LARGEST = 3.0, 13.0
"""Radius of the least and the most frequent place."""
LETTER, LINE = 7.5, 15.0
"""Width of a letter and height of a line of a name, on a map of the whole earth."""
TIGHTER = 2.6
"""How much larger names are drawn on a map that is no wider than a telephone, to be read there."""
MARGIN = 40.0
BEND = 0.18
"""How far the line of a journey leaves the straight one, as a part of its length."""
NARROWEST = 320.0
"""Width of the closest view."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with the events that are told to have happened there."""

    name: str
    country: str | None
    x: float
    y: float
    radius: float
    events: int
    label: str
    """On which side its name stands: ``start`` of it, ``end``, or empty where there is no room."""
    tight_label: str
    """The same on a map that is no wider than a telephone."""
    selection: Selection


@dataclass(frozen=True, slots=True)
class Route:
    """Journeys from one country's seat of government to a place."""

    source: str
    place: str
    path: str
    visits: int
    width: float


@dataclass(frozen=True, slots=True)
class Map:
    """The map and its list."""

    box: tuple[float, float, float, float]
    scale: float
    """How much larger than the whole earth it is drawn: what marks are divided by."""
    parties: tuple[str, ...]
    spots: tuple[Spot, ...]
    routes: tuple[Route, ...]
    unplaced: int
    """Events that name no place whose coordinates are known."""
    tighter: float = TIGHTER


def page(view: View) -> Page:
    """Places of the chosen events."""
    catalog = view.snapshot.catalog
    chosen = catalog.select(told(view.selection).choice)
    known = view.snapshot.places(view.record)
    here = {name: held & chosen for name, held in catalog.values("place").items() if name in known and held & chosen}
    counts = Counter({name: held.bit_count() for name, held in here.items()})
    placed = 0
    for held in here.values():
        placed |= held
    most = max(counts.values(), default=1)
    spots = tuple(_spot(name, number, most, view, known) for name, number in counts.most_common(LISTED))
    routes = _routes({spot.name: here[spot.name] for spot in spots}, catalog.values("visitor"), known)
    box = _box([(spot.x, spot.y) for spot in spots])
    unplaced = (chosen & ~placed).bit_count()
    body = Map(box, world().width / box[2], view.snapshot.parties, _labelled(spots, box), routes, unplaced)
    return Page("map", "map.page.html", "Map", body)


def _spot(name: str, number: int, most: int, view: View, known: Known) -> Spot:
    lat, lon, country = known[name]
    x, y = equal_earth(lat, lon)
    radius = round(SMALLEST + (LARGEST - SMALLEST) * sqrt(number / most), 1)
    return Spot(name, country, x, y, radius, number, "", "", view.selection.only_day().toggled("place", name))


def _labelled(spots: tuple[Spot, ...], box: tuple[float, float, float, float]) -> tuple[Spot, ...]:
    """The spots with names beside the most frequent ones, as far as no name runs into another."""
    roomy, tight = _sides(spots, box, 1.0), _sides(spots, box, TIGHTER)
    return tuple(replace(spot, label=one, tight_label=two) for spot, one, two in zip(spots, roomy, tight, strict=True))


def _sides(spots: tuple[Spot, ...], box: tuple[float, float, float, float], larger: float) -> list[str]:
    """On which side of each spot its name stands; names are ``larger`` times as large as usual."""
    unit = larger * box[2] / world().width
    taken: list[tuple[float, float, float]] = []
    found = []
    for spot in spots:
        width = (len(spot.name) * LETTER + 2 * spot.radius) * unit
        side = "end" if spot.x + width > box[0] + box[2] else "start"
        left = spot.x - width if side == "end" else spot.x
        free = all(abs(spot.y - y) > LINE * unit or left > right or left + width < start for start, right, y in taken)
        if free and len(taken) < NAMED:
            taken.append((left, left + width, spot.y))
        found.append(side if free and taken[-1][2] == spot.y else "")
    return found


def _routes(here: Mapping[str, int], visitors: Mapping[str, int], known: Known) -> tuple[Route, ...]:
    """Journeys of one side's people to places outside their own country."""
    counts = {
        (source, place): (held & went).bit_count()
        for source, went in visitors.items()
        for place, held in here.items()
        if held & went and known[place][2] not in (None, source) and source in seats()
    }
    most = max(counts.values(), default=1)
    found = [_route(source, place, number, most, known) for (source, place), number in sorted(counts.items())]
    return tuple(route for route in found if route is not None)


def _route(source: str, place: str, number: int, most: int, known: Known) -> Route | None:
    seat, (lat, lon, _) = seats()[source], known[place]
    (x1, y1), (x2, y2) = equal_earth(seat.lat, seat.lon), equal_earth(lat, lon)
    length = hypot(x2 - x1, y2 - y1)
    if length < 1:
        return None
    lean = -BEND if x2 > x1 else BEND  # to the left of whoever travels, so that two ways between two places do not lie on one another
    middle = (x1 + x2) / 2 - lean * (y2 - y1), (y1 + y2) / 2 + lean * abs(x2 - x1)
    path = f"M{x1:g},{y1:g}Q{middle[0]:.1f},{middle[1]:.1f} {x2:g},{y2:g}"
    return Route(source, place, path, number, round(1 + 2 * sqrt(number / most), 1))


def _box(points: list[tuple[float, float]]) -> tuple[float, float, float, float]:
    """The part of the world that holds all points: left, top, width, height. The whole where there are none."""
    whole = world()
    if not points:
        return 0.0, 0.0, whole.width, whole.height
    left, right = min(x for x, _ in points) - MARGIN, max(x for x, _ in points) + MARGIN
    top, bottom = min(y for _, y in points) - MARGIN, max(y for _, y in points) + MARGIN
    width = min(whole.width, max(right - left, NARROWEST, (bottom - top) * 2))
    height = min(whole.height, max(bottom - top, width / 2.2))
    x = min(max(0.0, (left + right - width) / 2), whole.width - width)
    y = min(max(0.0, (top + bottom - height) / 2), whole.height - height)
    return round(x, 1), round(y, 1), round(width, 1), round(height, 1)
