from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tools import derive_world

SQUARE = [[[10, 20], [10, 0], [0, -10], [-10, 0], [0, 10]]]
"""From (10, 20) around, as TopoJSON writes an arc: a place and then steps."""


def topology(shapes: list[dict[str, Any]], arcs: list[list[list[int]]]) -> dict[str, Any]:
    """A world of these shapes, in whole degrees."""
    return {
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": arcs,
        "objects": {"countries": {"geometries": shapes}},
    }


@pytest.fixture
def derived(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Derive paths by code from shapes and arcs."""
    output = tmp_path / "world.json"
    monkeypatch.setattr(derive_world, "OUTPUT", output)

    def derive(shapes: list[dict[str, Any]], arcs: list[list[list[int]]]) -> dict[str, str]:
        source = tmp_path / "source.json"
        source.write_text(json.dumps(topology(shapes, arcs)), encoding="utf-8")
        derive_world.main(source)
        paths: dict[str, str] = json.loads(output.read_text(encoding="utf-8"))["paths"]
        return paths

    return derive


def test_a_country_is_one_path_by_its_code(derived: Any) -> None:
    paths = derived([{"type": "Polygon", "id": "704", "arcs": [[0]]}, {"type": "Polygon", "id": "010", "arcs": [[0]]}], SQUARE)
    assert list(paths) == ["VNM"]
    assert paths["VNM"].startswith("M")
    assert paths["VNM"].endswith("Z")


def test_several_islands_stand_in_one_path(derived: Any) -> None:
    paths = derived([{"type": "MultiPolygon", "id": "704", "arcs": [[[0]], [[-1]]]}], SQUARE)
    assert paths["VNM"].count("M") == paths["VNM"].count("Z") == 2


def test_an_outline_over_the_edge_of_the_map_is_cut_in_two(derived: Any) -> None:
    arc = [[[170, 60], [5, 0], [-350, 0], [0, 5], [350, 0], [-5, 0], [0, -5]]]
    paths = derived([{"type": "Polygon", "id": "643", "arcs": [[0]]}], arc)
    for ring in paths["RUS"].split("Z")[:-1]:
        xs = [float(place.split(",")[0]) for place in ring.lstrip("M").split("L")]
        assert max(xs) - min(xs) < 500


def test_what_shrinks_to_a_point_is_left_out(derived: Any) -> None:
    shapes = [{"type": "MultiPolygon", "id": "704", "arcs": [[[0]], [[1]]]}]
    assert derived(shapes, [*SQUARE, [[50, 50], [0, 0], [0, 0], [0, 0]]])["VNM"].count("M") == 1
