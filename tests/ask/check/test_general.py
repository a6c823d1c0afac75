from __future__ import annotations

import pytest

from detente.ask.check import Verdict
from detente.model.statement import FactKind
from tests.ask.check.conftest import Say, only

VISIT = {"persons": ["Marco Rubio/USA"]}


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("All US presidents since 1995 have visited Vietnam.", Verdict.SUPPORTED),
        ("All US presidents since Clinton have visited Vietnam.", Verdict.SUPPORTED),
        ("All US presidents after the war have visited Vietnam.", Verdict.PARTLY),
        ("All US presidents since 1990 have visited Vietnam.", Verdict.PARTLY),
        ("All Vietnamese prime ministers since 1995 have visited Washington.", Verdict.NO_RECORD),
        ("All US presidents since 1995 like it.", Verdict.UNCHECKABLE),
    ],
)
def test_all_of_a_row_of_office_holders(say: Say, text: str, verdict: Verdict) -> None:
    assert only(say(text), "every").verdict is verdict


def test_those_who_are_lacking_are_named(say: Say) -> None:
    found = only(say("All US presidents since 1990 have visited Vietnam."), "every")
    assert "it tells of none by George H. W. Bush" in found.reason


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("It was a 30-year journey.", Verdict.SUPPORTED),
        ("It was a 26-year journey.", Verdict.CONTRADICTED),
        ("They mark the 30th anniversary of normalized relations.", Verdict.SUPPORTED),
        ("They mark the 25th anniversary of normalized relations.", Verdict.CONTRADICTED),
        ("These are 12 years of the Comprehensive Partnership.", Verdict.SUPPORTED),
        ("These are three decades of bilateral ties.", Verdict.SUPPORTED),
        ("It is more than 25 years of bilateral relations.", Verdict.SUPPORTED),
        ("It is fifty years since the war's end.", Verdict.UNCHECKABLE),
        ("It is 12 years of the Comprehensive Strategic Partnership.", Verdict.UNCHECKABLE),
    ],
)
def test_lengths_of_time(say: Say, text: str, verdict: Verdict) -> None:
    assert only(say(text), "span").verdict is verdict


@pytest.mark.parametrize(
    "text", ["Four decades of innovation and reform.", "These are 30 years of Vietnam-China relations.", "It took two years."]
)
def test_lengths_of_other_things_are_left_alone(say: Say, text: str) -> None:
    assert [f for f in say(text).findings if f.kind == "span"] == []


def test_an_undated_article_counts_until_nobody_knows(say: Say) -> None:
    found = only(say("It was a 26-year journey.", published=None), "span")
    assert found.verdict is Verdict.UNCHECKABLE


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("the first US president to visit Vietnam", Verdict.CONTRADICTED),
        ("the first US secretary of state to visit Vietnam", Verdict.NO_RECORD),
        ("the first US president since 2023 to visit Vietnam", Verdict.NO_RECORD),
        ("the first leader of an ASEAN partner to visit Vietnam", Verdict.UNCHECKABLE),
    ],
)
def test_a_first_is_false_where_the_record_holds_an_earlier_one(say: Say, claim: str, verdict: Verdict) -> None:
    text = f"In May 2024 Marco Rubio came to Hanoi, {claim}."
    found = only(say(text, ("Marco Rubio came to Hanoi", "visit", "USA>VNM", "2024-05", VISIT)), "first")
    assert found.verdict is verdict
    assert verdict is Verdict.CONTRADICTED or "contradicts" in found.reason


def test_the_only_is_false_where_there_is_any_other(say: Say) -> None:
    text = "Clinton, the only US president to visit Vietnam, came in November 2000."
    said = ("came in November 2000", "visit", "USA>VNM", "2000-11", {"persons": ["Bill Clinton/USA"]})
    assert only(say(text, said), "first").verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [("for the second time", Verdict.PARTLY), ("for the third time", Verdict.NO_RECORD)],
)
def test_how_many_times(say: Say, claim: str, verdict: Verdict) -> None:
    text = f"Donald Trump visited Vietnam in May 2025 {claim}."
    said = ("Donald Trump visited Vietnam in May 2025", "visit", "USA>VNM", "2025-05", {"persons": ["Donald Trump/USA"]})
    assert only(say(text, said), "ordinal").verdict is verdict


def trade(quote: str, value: float, date: str) -> tuple[object, ...]:
    more = {"fact": FactKind.INDICATOR, "series": "bilateral trade turnover", "unit": "USD", "bound": "=", "value": value}
    return (quote, "trade_turnover", "USA,VNM", date, more)


@pytest.mark.parametrize(
    ("text", "value", "verdict"),
    [
        ("Trade of 150 billion dollars was the highest ever.", 150e9, Verdict.NO_RECORD),
        ("Trade of 100 billion dollars was the highest ever.", 100e9, Verdict.CONTRADICTED),
        ("Trade of 100 billion dollars was the highest since 2030.", 100e9, Verdict.NO_RECORD),
    ],
)
def test_the_largest(say: Say, text: str, value: float, verdict: Verdict) -> None:
    assert only(say(text, trade(text.partition(" was")[0], value, "2025")), "superlative").verdict is verdict


def test_a_rank_among_others_cannot_be_checked(say: Say) -> None:
    found = only(say("Vietnam is one of America's largest trading partners."), "superlative")
    assert found.verdict is Verdict.UNCHECKABLE
    assert found.quote == "one of America's largest trading partners"


@pytest.mark.parametrize(
    ("word", "since", "verdict"),
    [("doubled", "2019", Verdict.SUPPORTED), ("tripled", "2019", Verdict.CONTRADICTED), ("doubled", "2010", Verdict.NO_RECORD)],
)
def test_so_many_times_as_much(say: Say, word: str, since: str, verdict: Verdict) -> None:
    text = f"Trade of 134 billion dollars has {word} since {since}."
    assert only(say(text, trade("Trade of 134 billion dollars", 134e9, "2024")), "change").verdict is verdict


@pytest.mark.parametrize(
    "text", ["France won for the first time.", "It was its twentieth meeting.", "These are two decades of the Cold War."]
)
def test_what_is_about_neither_party_is_left_alone(say: Say, text: str) -> None:
    assert say(text).findings == ()


@pytest.mark.parametrize(("person", "verdict"), [("Joe Biden/USA", Verdict.CONTRADICTED), ("Jane Doe/USA", Verdict.NO_RECORD)])
def test_for_the_first_time_is_said_of_holders_of_one_office(say: Say, person: str, verdict: Verdict) -> None:
    text = f"{person.partition('/')[0]} visited Vietnam in May 2024 for the first time in history."
    quote = f"{person.partition('/')[0]} visited Vietnam in May 2024"
    assert only(say(text, (quote, "visit", "USA>VNM", "2024-05", {"persons": [person]})), "first").verdict is verdict
