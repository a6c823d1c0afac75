"""Distances from a known day, as precise as their unit and no more."""

from __future__ import annotations

import pytest

from detente.model.calendar import Day
from detente.resolve.times.clock import Clock, Mode, Moment
from detente.resolve.times.relative import duration_value, relative, shifted


@pytest.mark.parametrize(
    ("base", "number", "unit", "edtf"),
    [
        (Moment(2000, 2, 28), 2, "D", "2000-03-01"),
        (Moment(1999, 12, 31), 1, "D", "2000-01-01"),
        (Moment(2000, 1, 31), -1, "MO", "1999-12"),
        (Moment(2018, 7, 9), -20, "Y", "1998"),
        (Moment(1998), 2, "Y", "2000"),
    ],
)
def test_a_day_is_moved_as_precisely_as_the_unit_tells(base: Moment, number: float, unit: str, edtf: str) -> None:
    found = shifted(base, number, unit, "relative").edtf
    assert found is not None
    assert found.text.rstrip("~") == edtf


def test_what_lies_beyond_any_story_has_no_date() -> None:
    assert shifted(Moment(2000), 9, "ML", "relative").edtf is None
    assert shifted(Moment(2000), -9, "ML", "relative").value == "PAST_REF"


def test_days_from_a_year_have_no_date() -> None:
    found = shifted(Moment(2000), 3, "D", "relative")
    assert found.edtf is None or found.edtf.text != "2000-01-03"


def test_ago_counts_from_the_publication_and_later_from_the_story() -> None:
    clock = Clock(Mode.NARRATIVE, Day(2018, 7, 9))
    clock.move(Moment(1993, 5, 24))
    later = relative({"way": "after", "number": 5, "unit": "Y"}, clock, in_passage=True)
    assert later.edtf is not None
    assert later.edtf.text == "1998"
    news = relative({"way": "ago", "number": 5, "unit": "Y"}, Clock(Mode.NEWS, Day(2018, 7, 9)), in_passage=False)
    assert news.edtf is not None
    assert news.edtf.text == "2013"


def test_a_number_not_told_gives_a_direction_alone() -> None:
    found = relative({"way": "ago", "unit": "Y"}, Clock(Mode.NEWS, Day(2018, 7, 9)), in_passage=False)
    assert (found.value, found.edtf) == ("PAST_REF", None)


def test_a_length_as_timex_writes_it() -> None:
    assert [duration_value(3, "W"), duration_value(2, "Y"), duration_value("X", "D")] == ["P3W", "P2Y", "PXD"]
