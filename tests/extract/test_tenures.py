from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.extract.tenures import find_tenures
from detente.model.statement import FactKind, Statement
from tests.extract.marked import reading


def tenures(marked: str) -> list[Statement]:
    return list(find_tenures(reading(marked)))


@pytest.mark.parametrize(
    ("marked", "office", "term"),
    [
        ("[@USA;|Pete Peterson] was the US ambassador to Vietnam {1997/2001|from 1997 to 2001}.", "US ambassador to Vietnam", "1997/2001"),
        ("[@DEU;Chancellor|Angela Merkel], in office {2005/..|since 2005}, spoke.", "Chancellor", "2005/.."),
        (
            "[@ETH;|Abiy Ahmed] took office as prime minister of Ethiopia on {2018-04-02|2 April 2018}.",
            "prime minister of Ethiopia",
            "2018-04-02/..",
        ),
        ("[@SRB;|Aleksandar Vucic], president {2017/..|since 2017}, spoke.", "president", "2017/.."),
        ("[@IND;|Narendra Modi] became prime minister of India in {2014-05|May 2014}.", "prime minister of India", "2014-05/.."),
        ("[@USA;President|President Bill Clinton] ({1993/2001|1993-2001}) came.", "President", "1993/2001"),
        ("[@USA;|Henry Kissinger] served as Secretary of State between {1973|1973} and {1977|1977}.", "Secretary of State", "1973/1977"),
        ("[@TJK;|Emomali Rahmon], who has been president {1994/..|since 1994}, spoke.", "president", "1994/.."),
        ("[@CHL;|Michelle Bachelet] was sworn in as president on {2014-03-11|11 March 2014}.", "president", "2014-03-11/.."),
        ("[@USA;|Thomas Moorer] served as Chairman until {1970-07|July 1970}.", "Chairman", "../1970-07"),
    ],
)
def test_who_held_which_office_from_when_to_when(marked: str, office: str, term: str) -> None:
    (statement,) = tenures(marked)
    assert statement.fact is FactKind.TENURE
    assert [p.party.office for p in statement.persons] == [office]
    assert statement.date is not None
    assert statement.date.edtf.text == term


@pytest.mark.parametrize(
    "marked",
    [
        "[@GRC;|Dora] became the first foreign minister to visit since {1962|1962}.",
        "[@USA;President|Joe Biden] met the prime minister in {2023|2023}.",
        "He took office in {2024-07|July}.",
        "[@USA;|Barack Obama] (born {1961|1961}) was president.",
        "The office opened in {1995|1995}.",
    ],
)
def test_meetings_births_and_records_are_no_terms(marked: str) -> None:
    assert tenures(marked) == []


WORDS = re.findall(
    r"\S+",
    "[@USA;President|Joe] {1993/2001|1993-2001} {1977|1977} ( ) , president since from to until took office as was and served ; .",
)


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_no_mixture_of_words_raises_and_every_quote_is_in_the_text(words: list[str]) -> None:
    whole = reading(" ".join(words) or "x")
    for statement in find_tenures(whole):
        assert statement.span.of(whole.document.text) == statement.quote
