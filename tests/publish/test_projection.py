from __future__ import annotations

from itertools import pairwise
from math import cos, pi, radians, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.publish.projection import HEIGHT, WIDTH, equal_earth

HALF_WIDTH, HALF_HEIGHT = 2.7066299836, 1.3173627591
"""Of the projection of a sphere of radius 1, as its authors and PROJ give them."""


def unit(lat: float, lon: float) -> tuple[float, float]:
    """Where a place lies in units of the radius, north and east positive."""
    x, y = equal_earth(lat, lon)
    return (2 * x / WIDTH - 1) * HALF_WIDTH, (1 - 2 * y / HEIGHT) * HALF_HEIGHT


def test_the_corners_and_the_middle_are_where_they_belong() -> None:
    assert equal_earth(0, 0) == (WIDTH / 2, round(HEIGHT / 2, 1))
    assert equal_earth(0, 180) == (WIDTH, round(HEIGHT / 2, 1))
    assert equal_earth(0, -180)[0] == 0
    assert equal_earth(90, 0)[1] == 0
    assert equal_earth(-90, 0)[1] == HEIGHT


def test_near_the_middle_a_degree_is_what_the_first_terms_say() -> None:
    x, y = unit(2, 1)
    assert x == pytest.approx(radians(1) / (sqrt(3) / 2 * 1.340264), abs=0.004)
    assert y == pytest.approx(radians(2) * sqrt(3) / 2 * 1.340264, abs=0.004)


def test_the_poles_are_lines_of_the_width_that_the_authors_give() -> None:
    assert unit(90, 180)[0] / HALF_WIDTH == pytest.approx(0.5924, abs=0.005)


@given(st.floats(-80, 79), st.floats(-180, 180))
def test_east_stays_east_north_stays_north_and_the_halves_mirror_each_other(lat: float, lon: float) -> None:
    x, y = equal_earth(lat, lon)
    assert 0 <= x <= WIDTH
    assert 0 <= y <= HEIGHT
    assert equal_earth(lat + 1, lon)[1] < y
    assert equal_earth(lat, -lon)[0] == pytest.approx(WIDTH - x, abs=0.11)
    assert equal_earth(-lat, lon)[1] == pytest.approx(HEIGHT - y, abs=0.11)


@pytest.mark.parametrize("south", [-70, -30, 0, 25, 50, 75])
def test_equal_areas_on_earth_are_equal_on_the_map(south: int) -> None:
    """Bands of ten degrees: their area on the sphere is proportional to the difference of the sines."""
    steps = [south + n / 10 for n in range(101)]
    drawn = sum((unit(a, 180)[0] + unit(b, 180)[0]) * (unit(b, 0)[1] - unit(a, 0)[1]) for a, b in pairwise(steps))
    real = 2 * pi * sum(cos(radians((a + b) / 2)) * radians(b - a) for a, b in pairwise(steps))
    assert drawn == pytest.approx(real, rel=0.02)
