"""EDTF: what parses, what it can mean, and how dates compare; edtf-validate is the oracle."""

from __future__ import annotations

import contextlib
import importlib
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.model.calendar import Day
from detente.model.edtf import Edtf

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)  # the oracle still uses old names of its parser library
    _ORACLE = importlib.import_module("edtf_validate.valid_edtf")


def is_valid(text: str) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return bool(_ORACLE.is_valid(text))


VALID = [
    ("1995-07-11", Day(1995, 7, 11), Day(1995, 7, 11)),
    ("1995-07", Day(1995, 7, 1), Day(1995, 7, 31)),
    ("1995", Day(1995, 1, 1), Day(1995, 12, 31)),
    ("2024-02", Day(2024, 2, 1), Day(2024, 2, 29)),
    ("2023-09-10/2023-09-11", Day(2023, 9, 10), Day(2023, 9, 11)),
    ("../2030", None, Day(2030, 12, 31)),
    ("1995/..", Day(1995, 1, 1), None),
    ("2013~", Day(2013, 1, 1), Day(2013, 12, 31)),
    ("2013-05?", Day(2013, 5, 1), Day(2013, 5, 31)),
    ("197X", Day(1970, 1, 1), Day(1979, 12, 31)),
    ("19XX", Day(1900, 1, 1), Day(1999, 12, 31)),
    ("2015-22", Day(2015, 6, 1), Day(2015, 8, 31)),
    ("2023-24", Day(2023, 12, 1), Day(2024, 2, 29)),
    ("-0263", Day(-263, 1, 1), Day(-263, 12, 31)),
    ("2004-XX-XX", Day(2004, 1, 1), Day(2004, 12, 31)),
    ("2004-06-XX", Day(2004, 6, 1), Day(2004, 6, 30)),
    ("[1995,1997]", Day(1995, 1, 1), Day(1997, 12, 31)),
    ("{2020..2022}", Day(2020, 1, 1), Day(2022, 12, 31)),
    ("[..1990]", None, Day(1990, 12, 31)),
    ("1985-04-12T23:20:30Z", Day(1985, 4, 12), Day(1985, 4, 12)),
]
INVALID = [
    "",
    "199",
    "1995-13",
    "1995-02-30",
    "1995-7-11",
    "last year",
    "2020/2010",
    "[]",
    "[..]",
    "/",
    "1995/1996/1997",
    "20X5",
    "1995--",
    "T10:00",
]


@pytest.mark.parametrize(("text", "earliest", "latest"), VALID)
def test_parses_and_bounds(text: str, earliest: Day | None, latest: Day | None) -> None:
    date = Edtf.parse(text)
    assert (str(date), date.earliest, date.latest) == (text, earliest, latest)
    assert is_valid(text)


@pytest.mark.parametrize("text", INVALID)
def test_refuses_by_name(text: str) -> None:
    with pytest.raises(ValueError, match=r"EDTF|forward"):
        Edtf.parse(text)


YEARS = st.integers(1000, 9998)
DAYS = st.builds(lambda y, m, d: Day(y, m, d), YEARS, st.integers(1, 12), st.integers(1, 28))
DATES = st.one_of(
    DAYS.map(lambda d: Edtf.day(*d)),
    DAYS.map(lambda d: Edtf.month(d.year, d.month)),
    YEARS.map(Edtf.year),
    YEARS.map(Edtf.decade),
    YEARS.map(Edtf.century),
    st.builds(Edtf.season, YEARS, st.integers(21, 24)),
)
INTERVALS = st.builds(lambda a, b: Edtf.interval(*sorted((a, b), key=Edtf.sort_key)), DATES, DATES).filter(lambda e: e is not None)
OPEN = st.one_of(DATES.map(lambda d: Edtf.interval(d, None)), DATES.map(lambda d: Edtf.interval(None, d)))
ANY = st.one_of(DATES, OPEN)


@given(ANY)
def test_what_is_made_is_valid_and_prints_as_it_parses(date: Edtf) -> None:
    assert is_valid(date.text)
    assert Edtf.parse(date.text) == date


@given(st.text(alphabet="0123456789-/.~?%X[]{},T:Z Y", max_size=20))
def test_never_takes_what_the_oracle_refuses(text: str) -> None:
    try:
        Edtf.parse(text)
    except ValueError:
        return
    if not any(mark in text for mark in "[{ "):
        assert is_valid(text) or "-2" in text or "Y" in text, "the oracle is stricter only on seasons in intervals and long years"


@given(st.text())
def test_any_text_is_parsed_or_refused(text: str) -> None:
    with contextlib.suppress(ValueError):
        Edtf.parse(text)


@given(ANY, ANY)
def test_intersection_lies_within_both(one: Edtf, two: Edtf) -> None:
    both = one.intersect(two)
    assert (both is None) == (not one.overlaps(two))
    assert one.overlaps(two) == two.overlaps(one)
    if both is not None:
        assert both.within(one)
        assert both.within(two)


@given(DATES, DATES)
def test_before_excludes_overlap(one: Edtf, two: Edtf) -> None:
    assert not (one.before(two) and one.overlaps(two))
    assert one.within(one)


def test_intervals_borrow_the_outer_ends() -> None:
    assert str(Edtf.interval(Edtf.parse("1995/1997"), Edtf.parse("2001-05"))) == "1995/2001-05"
    assert str(Edtf.interval(None, Edtf.year(2030))) == "../2030"
    with pytest.raises(ValueError, match="forward"):
        Edtf.interval(Edtf.year(2030), Edtf.year(2020))


def test_intervals_have_no_open_digits() -> None:
    assert str(Edtf.interval(Edtf.decade(1970), None)) == "1970/.."
    assert str(Edtf.interval(None, Edtf.century(1900))) == "../1999"


def test_about_marks_only_what_can_be_marked() -> None:
    assert str(Edtf.year(2013).approximate()) == "2013~"
    assert str(Edtf.parse("2013~").approximate()) == "2013~"
    assert str(Edtf.parse("1995/..").approximate()) == "1995/.."


def test_questions() -> None:
    assert Edtf.day(1995, 7, 11).is_day
    assert not Edtf.month(1995, 7).is_day
    assert Edtf.parse("1995/2001").is_interval
    assert sorted(map(Edtf.parse, ("1996", "../1990", "1995-07", "1995-07-11")), key=Edtf.sort_key)[0].text == "../1990"
