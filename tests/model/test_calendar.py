"""Days before and after Christ, checked against the standard library where it reaches."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.model.calendar import Day, days_in_month, format_year, from_ordinal, is_day


@given(st.dates())
def test_agrees_with_the_standard_library(date: datetime.date) -> None:
    day = Day(date.year, date.month, date.day)
    assert day.isoformat() == date.isoformat()
    assert day.weekday() == date.isoweekday()
    assert day.iso_week() == tuple(date.isocalendar())[:2]


@given(st.integers(-4_000_000, 4_000_000))
def test_ordinals_run_both_ways(number: int) -> None:
    day = from_ordinal(number)
    assert day.ordinal() == number
    assert is_day(*day)
    assert day.plus_days(1).ordinal() == number + 1
    assert day.plus_days(1) > day


def test_months_keep_to_the_last_day() -> None:
    assert Day(2024, 1, 31).plus_months(1) == Day(2024, 2, 29)
    assert Day(2023, 3, 15).plus_months(-3) == Day(2022, 12, 15)


def test_leap_years_before_christ() -> None:
    assert days_in_month(0, 2) == 29
    assert days_in_month(-1, 2) == 28
    assert Day(-43, 3, 15).isoformat() == "-0043-03-15"


@pytest.mark.parametrize(("year", "text"), [(1995, "1995"), (5, "0005"), (-263, "-0263"), (12000, "Y12000"), (-12000, "Y-12000")])
def test_years_are_written_as_edtf_does(year: int, text: str) -> None:
    assert format_year(year) == text
