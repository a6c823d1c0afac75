"""Lengths of time and terms of office, placed by the document and the office-holder table."""

from __future__ import annotations

import pytest

from tests.resolve.times.test_values import read


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("In 2013 they founded the Partnership. After 12 years of the Partnership trade is up.", "12 years", "2013/2025"),
        ("Fifty years since the war's end, they meet.", "Fifty years", "1975"),
        ("They made peace in 1995. The three decades of relations matter.", "three decades", "1995/2025"),
        ("During the tenure of President Barack Obama, they met.", "the tenure of President Barack Obama", "2009-01-20/2017-01-20"),
        ("Since the presidency of Bill Clinton they have met.", "the presidency of Bill Clinton", "1993-01-20/.."),
    ],
)
def test_placed(text: str, words: str, edtf: str) -> None:
    assert [str(m.edtf) for m in read(text, "2025-07-08") if m.text == words] == [edtf]


@pytest.mark.parametrize(
    "text", ["He was jailed for 12 years of his life.", "A contract of 30 years of service was signed.", "The 27-year lease was signed."]
)
def test_left_in_the_air(text: str) -> None:
    assert [m.edtf for m in read(text, "2025-07-08")] == [None]


def test_of_two_terms_the_one_the_document_can_mean() -> None:
    text = "They met in 2015 and again in 2019. During the tenure of President Donald Trump trade grew."
    assert str(read(text, "2021-05-01")[-1].edtf) == "2017-01-20/2021-01-20"


def test_an_unknown_holder_is_no_time() -> None:
    assert read("During the tenure of President Zork Blorp they met.", "2021-05-01") == []


def test_an_anniversary_fits_the_years_told() -> None:
    text = "The corps began in 1962. It marked its 45th anniversary in September 2007."
    assert [str(m.edtf) for m in read(text) if "anniversary" in m.text] == ["2007"]
