from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.model.calendar import Day
from detente.model.edtf import Edtf
from detente.publish.axes import Scale, middle, round_steps, year_ticks, years_of


def test_a_scale_is_straight() -> None:
    scale = Scale(1990, 2000, 0, 100)
    assert [scale(1990), scale(1995), scale(2000)] == [0, 50, 100]
    assert Scale(5, 5, 0, 100)(5) == 50


def test_days_lie_within_their_year() -> None:
    assert years_of(Day(1995, 1, 1)) == 1995
    assert years_of(Day(1995, 12, 31), end=True) == 1996
    assert 1995.5 < years_of(Day(1995, 7, 11)) < 1995.55


@pytest.mark.parametrize(("edtf", "at"), [("1995", 1995.5), ("1995/..", 1995.0), ("../1995", 1996.0), ("1994/1995", 1995.0)])
def test_the_middle_of_a_date(edtf: str, at: float) -> None:
    assert middle(Edtf.parse(edtf)) == pytest.approx(at)


def test_no_date_has_no_middle() -> None:
    assert middle(None) is None
    assert middle(Edtf.parse("../..")) is None


@given(st.integers(1700, 2030), st.integers(1, 300))
def test_years_have_room(low: int, span: int) -> None:
    scale = Scale(low, low + span, 0, 100)
    for ticks, room in ((year_ticks(scale), 12), (year_ticks(scale, 5), 5), ([t for t in year_ticks(scale, 5) if not t.minor], 12)):
        assert all(b.at - a.at >= room - 0.1 for a, b in pairwise(ticks))


def test_a_narrow_drawing_leaves_out_the_minor_years() -> None:
    ticks = year_ticks(Scale(1964, 2026, 0, 100), 5)
    assert [tick.label for tick in ticks if not tick.minor] == ["1970", "1980", "1990", "2000", "2010", "2020"]
    assert [tick.label for tick in ticks if tick.minor] == ["1965", "1975", "1985", "1995", "2005", "2015", "2025"]


@given(st.floats(min_value=1e-3, max_value=1e13))
def test_steps_reach_the_highest_value_and_are_few(high: float) -> None:
    steps = round_steps(high)
    assert steps[0] == 0
    assert steps[-1] >= high * 0.999
    assert 2 <= len(steps) <= 7


def test_steps_are_round() -> None:
    assert round_steps(150e9) == (0, 50e9, 100e9, 150e9)
    assert round_steps(0) == (0.0, 1.0)
