"""Lengths of time and terms of office, placed by the document and the office-holder table."""

from __future__ import annotations

import pytest

import detente
from detente.model.edtf import Edtf
from detente.rules.times import time_grammar
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


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Under Doi Moi trade grew.", "1986-12/.."),
        ("Since the Cold War they have been friends.", "1991/.."),
        ("Since Doi Moi they have traded.", "1986-12/.."),
        ("Before the Great Depression they traded freely.", "../1929"),
        ("After the Cultural Revolution envoys came back.", "1976-10/.."),
        ("During the Meiji era Japan opened its ports.", "1868-10-23/1912-07-30"),
    ],
)
def test_a_time_with_a_name_lies_where_the_table_says(text: str, edtf: str) -> None:
    (era,) = detente.times(text)
    assert (era.value, era.edtf and era.edtf.text) == ("PXY", edtf)


def test_every_era_can_be_read() -> None:
    for since, until in time_grammar().eras.values():
        assert Edtf.interval(Edtf.parse(since), Edtf.parse(until) if until else None)
