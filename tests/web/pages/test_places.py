from __future__ import annotations

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
