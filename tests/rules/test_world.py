from __future__ import annotations

import re

import pytest

from detente.rules.actors import country_names
from detente.rules.world import seats, world

PATH = re.compile(r"(?:M-?[\d.]+,-?[\d.]+(?:L-?[\d.]+,-?[\d.]+)+Z)+")


def box(path: str) -> tuple[float, float, float, float]:
    """The least and the greatest places that a path reaches: west, north, east, south."""
    places = [tuple(map(float, place.split(","))) for place in re.findall(r"-?[\d.]+,-?[\d.]+", path)]
    xs, ys = [place[0] for place in places], [place[1] for place in places]
    return min(xs), min(ys), max(xs), max(ys)


def test_every_outline_is_a_closed_path_within_the_map() -> None:
    held = world()
    assert len(held.paths) > 170
    for code, path in held.paths.items():
        assert PATH.fullmatch(path), code
        west, north, east, south = box(path)
        assert 0 <= west < east <= held.width, code
        assert 0 <= north < south <= held.height, code


def test_outlines_go_by_codes_that_are_known() -> None:
    assert set(world().paths) - set(country_names()) - {""} <= {"ESH", "GRL", "NCL", "FLK", "ATF", "PRI", "TWN", "PSE"}


@pytest.mark.parametrize("code", ["VNM", "ETH", "ERI", "SRB", "KEN", "BRA", "JPN"])
def test_a_seat_of_government_lies_within_its_country(code: str) -> None:
    from detente.publish.projection import equal_earth

    place = seats()[code]
    assert place.country == code
    assert place.lat is not None
    assert place.lon is not None
    x, y = equal_earth(place.lat, place.lon)
    west, north, east, south = box(world().paths[code])
    assert west - 1 <= x <= east + 1
    assert north - 1 <= y <= south + 1


def test_most_countries_have_a_seat() -> None:
    assert len(seats()) > 150
    assert all(place.country == code for code, place in seats().items())
