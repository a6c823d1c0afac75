from __future__ import annotations

import re

from detente.web.page import View
from detente.web.pages import places


def test_places_stand_inside_the_view(view: View) -> None:
    body = places.page(view).body
    assert isinstance(body, places.Map)
    left, top, width, height = body.box
    assert "Nairobi" in {spot.name for spot in body.spots}
    for spot in body.spots:
        assert left <= spot.x <= left + width
        assert top <= spot.y <= top + height
        assert places.SMALLEST <= spot.radius <= places.LARGEST


def test_a_map_of_nothing_is_the_world() -> None:
    assert places._box([])[:2] == (0.0, 0.0)


def test_two_ways_between_two_places_do_not_lie_on_one_another() -> None:
    known = {"Nairobi": (-1.29, 36.82, "KEN"), "Madrid": (40.42, -3.7, "ESP")}
    there = places._route("ESP", "Nairobi", 1, 1, known)
    back = places._route("KEN", "Madrid", 1, 1, known)
    assert there is not None
    assert back is not None
    points = [[tuple(map(float, point.split(","))) for point in re.split("[MQ ]", way.path) if point] for way in (there, back)]
    (start, one, end), (first, other, last) = points
    assert abs(start[0] - last[0]) < 10
    assert abs(end[0] - first[0]) < 10
    straight = (start[1] + end[1]) / 2
    assert (one[1] - straight) * (other[1] - straight) < 0


def test_larger_names_are_fewer(view: View) -> None:
    body = places.page(view).body
    assert isinstance(body, places.Map)
    assert 1 <= sum(bool(spot.tight_label) for spot in body.spots) <= sum(bool(spot.label) for spot in body.spots)
