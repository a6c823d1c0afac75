from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.model.edtf import Edtf
from detente.rules.dates import date_words, section_year


@pytest.mark.parametrize(
    ("edtf", "words", "within"),
    [
        ("1995-07-11", "11 July 1995", "11 July"),
        ("1995-07", "July 1995", "July"),
        ("1995", "1995", "1995"),
        ("2023-09-10/2023-09-11", "10–11 September 2023", "10–11 September"),
        ("2023-08-30/2023-09-02", "30 August – 2 September 2023", "30 August – 2 September"),
        ("2023-11/2023-12", "November – December 2023", "November – December"),
        ("2023-12-30/2024-01-02", "30 December 2023 – 2 January 2024", "30 December 2023 – 2 January 2024"),
        ("2013/2025", "2013–2025", "2013–2025"),
        ("../2030", "up to 2030", "up to 2030"),
        ("1995/..", "since 1995", "since 1995"),
        ("197X", "the 1970s", "the 1970s"),
        ("2013~", "about 2013", "about 2013"),
        ("1995-07?", "perhaps July 1995", "perhaps July"),
        ("[1995-07-11,1995-11-07]", "11 July 1995 or 7 November 1995", "11 July or 7 November"),
        ("[1995..1998]", "between 1995 and 1998", "between 1995 and 1998"),
        ("[..1995]", "1995 or before", "1995 or before"),
        ("{2020,2021}", "2020 and 2021", "2020 and 2021"),
        ("1995-21", "spring 1995", "spring"),
        ("-0043", "44 BC", "44 BC"),
    ],
)
def test_a_date_keeps_its_precision(edtf: str, words: str, within: str) -> None:
    date = Edtf.parse(edtf)
    assert date_words(date) == words
    assert date_words(date, date.earliest.year if date.earliest else 2030) == within


def test_an_unknown_date_is_said_to_be_unknown() -> None:
    assert date_words(None) == "date unknown"
    assert date_words(Edtf.parse("../..")) == "date unknown"


@pytest.mark.parametrize(("edtf", "year"), [("1995-07-11", 1995), ("2013/2025", 2013), ("../2030", 2030), ("197X", 1970)])
def test_a_fact_stands_under_the_year_it_begins_in(edtf: str, year: int) -> None:
    assert section_year(Edtf.parse(edtf)) == year


def test_no_date_has_no_year() -> None:
    assert section_year(None) is None


@given(st.dates(), st.dates(), st.sampled_from(["{}", "{}/{}", "[{},{}]", "{}/..", "../{}"]))
def test_any_date_has_words(first: date, second: date, form: str) -> None:
    assert date_words(Edtf.parse(form.format(*sorted((first, second)))))
