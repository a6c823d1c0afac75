"""Named days: fixed, by rule, and from tables, in the year told or the year the clock tells."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import detente
from detente.model.calendar import Day
from detente.resolve.times.feasts import days_of, easter, julian_easter, tabled, thanksgiving
from detente.rules.times import time_grammar

TOLD = [
    ("They signed on Boxing Day 2004.", "2004-12-26"),
    ("Shots fell silent on Christmas Eve 1914.", "1914-12-24"),
    ("They rose on Easter Monday 1916.", "1916-04-24"),
    ("They met on Orthodox Easter 2018.", "2018-04-08"),
    ("The border opened on Orthodox Christmas 2023.", "2023-01-07"),
    ("The truce began on Eid al-Fitr in 2021.", "2021-05-13"),
    ("They exchanged sweets on Diwali 2022.", "2022-10-24"),
    ("Monks crossed on Vesak 2020.", "2020-05-07"),
    ("The war began on Yom Kippur 1973.", "1973-10-06"),
    ("They met on the Lunar New Year 2012.", "2012-01-23"),
    ("They met on Bastille Day, 2017.", "2017-07-14"),
]


@pytest.mark.parametrize(("text", "day"), TOLD)
def test_a_feast_of_a_year_is_its_day(text: str, day: str) -> None:
    first = detente.times(text)[0]
    assert (first.value, first.edtf and first.edtf.text) == (day, day)


def test_a_feast_of_many_days_is_a_stretch_and_only_about_known() -> None:
    (fast,) = detente.times("The truce held through Ramadan 2019.")
    assert fast.edtf is not None
    assert (fast.value, fast.edtf.text) == ("P30D", "2019-05-05~/2019-06-03~")


def test_a_moving_feast_without_a_year_is_the_one_by_the_tense() -> None:
    past, coming = (detente.times(text, published="2024-06-14") for text in ("He left after Diwali.", "He will leave after Diwali."))
    assert [past[0].value, coming[0].value] == ["2023-11-12", "2024-10-31"]
    assert detente.times("They met on Eid al-Adha this year.", published="2024-07-01")[0].value == "2024-06-16"


def test_the_second_feast_of_one_year_is_kept() -> None:
    (feast,) = detente.times("They met on Eid al-Fitr 2000.")
    assert [feast.value, *(other.text for other in feast.alternatives)] == ["2000-01-08", "2000-12-27"]


def test_names_that_are_no_feast_are_left_alone() -> None:
    assert not detente.times("Ramadan Shalah spoke to the press. The pentecostal church and the boxing club stayed open.")


def test_tables_that_do_not_reach_give_no_date() -> None:
    assert tabled("TR", "Eid al-Fitr", 1700) == ()
    assert detente.times("They met on Diwali 1650.")[0].edtf is None


@given(st.integers(1600, 4000))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    west, east = easter(year), julian_easter(year)
    assert west.weekday() == east.weekday() == 7
    assert date(year, 3, 22) <= date(*west) <= date(year, 4, 25)
    assert 0 <= east.ordinal() - west.ordinal() <= 50


def test_known_days() -> None:
    assert [julian_easter(1995), easter(1998), thanksgiving(2023)] == [Day(1995, 4, 23), Day(1998, 4, 12), Day(2023, 11, 23)]


def test_every_feast_of_the_table_has_a_day() -> None:
    wanted = {str(pattern.fixed["holiday"]) for pattern in time_grammar().patterns if pattern.sequence.name == "feast"}
    assert all(days_of(feast, 2015) for feast in sorted(wanted))
