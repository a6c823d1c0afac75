from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.extract.commitments import find_commitments
from detente.model.statement import FactKind, Statement, Status
from detente.rules.commitments import commitment_rules, confidence, known_by
from tests.extract.marked import reading


def commitments(marked: str, published: str | None = None) -> list[Statement]:
    return list(find_commitments(reading(marked, published)))


def makers(statement: Statement) -> str:
    return "+".join(str(p.party.country) for p in statement.source)


@pytest.mark.parametrize(
    ("marked", "kind", "who", "due", "quote"),
    [
        (
            "[ARM|Armenia] pledged to withdraw its forces by {2020-11-19|19 November 2020}.",
            "pledge",
            "ARM",
            "../2020-11-19",
            "pledged to withdraw its forces by 19 November 2020",
        ),
        ("[KOR|Seoul] in turn promised to withdraw the complaint.", "pledge", "KOR", None, "promised to withdraw the complaint"),
        (
            "[UZB|Uzbekistan] and [TJK|Tajikistan] agreed in Samarkand to reopen the bridge.",
            "undertaking",
            "UZB+TJK",
            None,
            "agreed in Samarkand to reopen the bridge",
        ),
        (
            "[CHN+VNM|Both sides] undertake to avoid incidents at sea.",
            "undertaking",
            "CHN+VNM",
            None,
            "undertake to avoid incidents at sea",
        ),
        ("[KEN+UGA|The two countries] will hold a summit every year.", "undertaking", "KEN+UGA", None, "will hold a summit every year"),
        (
            "[VNM|Vietnam] is aiming to become a developed country by {../2045|2045}.",
            "goal",
            "VNM",
            "../2045",
            "is aiming to become a developed country by 2045",
        ),
        ("[@FRA;President|Emmanuel Macron] vowed to return the bronzes.", "pledge", "FRA", None, "vowed to return the bronzes"),
        (
            "The statement commits [TUR+GRC|the two parties] not to complicate the dispute.",
            "undertaking",
            "TUR+GRC",
            None,
            "commits the two parties not to complicate the dispute",
        ),
        (
            "In it [PER|Peru] agreed that it would reopen the border.",
            "undertaking",
            "PER",
            None,
            "agreed that it would reopen the border",
        ),
        (
            "[KEN|Kenya] assured [UGA|Uganda] that the port would stay open.",
            "pledge",
            "KEN",
            None,
            "assured Uganda that the port would stay open",
        ),
        ("[GHA|Ghana] agreed to sell the land, and [TGO|Togo] left.", "undertaking", "GHA", None, "agreed to sell the land"),
        ("Officials of [NPL|Nepal] promised to pay the U.S. firm.", "pledge", "NPL", None, "promised to pay the U.S. firm"),
    ],
)
def test_a_promise_has_its_maker_and_deadline(marked: str, kind: str, who: str, due: str | None, quote: str) -> None:
    (statement,) = commitments(marked)
    assert (statement.kind, makers(statement), statement.due.text if statement.due else None, statement.quote) == (kind, who, due, quote)
    assert (statement.fact, statement.status) == (FactKind.COMMITMENT, Status.PLANNED)


@pytest.mark.parametrize(
    "marked",
    [
        "[IRN|Iran] did not agree to open its plants.",
        "[IRN|Iran] refused to pledge to open its plants.",
        "[IRN|Iran] might have agreed to open its plants.",
        "They agreed to meet again.",
        "[IND|India] agreed to disagree.",
        "[JPN|Japan] decided to enter the war.",
        "[PER|Peru] will hold an election.",
        "[PER|Peru] hopes to grow.",
        "[@;|An economist] promised to write to [CHL|Chile].",
        "[PER|Peru] wanted to order copper for $40 million.",
        "Trade of [PER|Peru] could reach $40 million.",
        "He was committed to prison in [ITA|Italy].",
        "They asked [MLI|Mali] to agree to hold elections.",
        "[MLI|Mali] wanted [NER|Niger] to promise to help it.",
        "Has [MLI|Mali] promised to hold elections?",
        "[MLI|Mali] would wait until [NER|Niger] agreed to help it.",
        "If [NER|Niger] promised to leave, it would be paid.",
        "[NER|Niger] remained committed to holding elections.",
        "[NER|Niger] felt obliged to stay.",
        "[@NER;Ambassador|Ms. Sani] promised to report the matter to her government.",
        "[MLI|Mali] agreed that the plan was a good one.",
        "[MLI|Mali] agreed that [NER|Niger] would fall.",
        "[NER|Niger]'s exiles promised to return.",
    ],
)
def test_refusals_decisions_predictions_and_wishes_are_no_promises(marked: str) -> None:
    assert commitments(marked) == []


def test_two_deadlines_are_two_promises() -> None:
    first, second = commitments("[VNM|Vietnam] is aiming to become rich by {../2030|2030}, and a developed country by {../2045|2045}.")
    assert (first.due, second.due) == (first.due, second.due)
    assert first.due is not None
    assert second.due is not None
    assert (first.due.text, second.due.text) == ("../2030", "../2045")
    assert second.quote == "a developed country by 2045"


@pytest.mark.parametrize(
    ("marked", "value", "unit", "bound", "due"),
    [
        ("[DEU|Germany] aims to double trade with [KAZ|Kazakhstan] to 20 billion euros by {../2030|2030}.", 20e9, "EUR", "=", "../2030"),
        (
            "[TUR+GRC|The two] want to lift trade, now worth $5 billion, to $10 billion within {P5Y|five years}.",
            10e9,
            "USD",
            "=",
            "../2028",
        ),
        ("[TUR+GRC|The leaders] confirmed the goal of $10bn in trade by {../2030|2030}.", 10e9, "USD", "=", "../2030"),
        ("[IND|India] pledged to buy $5 billion of gas in loans by {../2027|2027}.", 5e9, "USD", "=", "../2027"),
    ],
)
def test_an_aimed_at_figure_belongs_to_the_promise(marked: str, value: float, unit: str, bound: str, due: str) -> None:
    found = [s for s in commitments(marked, "2023-12-07") if s.due is not None]
    assert [(s.due.text if s.due else None) for s in found] == [due]
    valued = [s for s in commitments(marked, "2023-12-07") if s.value is not None]
    if valued:
        assert (valued[0].value, valued[0].unit, valued[0].bound) == (value, unit, bound)


def test_a_promise_is_dated_by_its_own_clause() -> None:
    (statement,) = commitments("[JPN+KOR|The leaders] agreed {2023-03-16|on Thursday} to resume visits.")
    assert statement.date is not None
    assert statement.date.edtf.text == "2023-03-16"
    (other,) = commitments("[JPN|Japan] lifted the curbs of {2019-07|July 2019}; [KOR|Seoul] promised to withdraw its case.")
    assert other.date is None


def test_a_promise_is_made_towards_someone() -> None:
    (statement,) = commitments("[NOR|Norway] promised to help [MDG|Madagascar] by {../2030|2030}.")
    assert [p.party.country for p in statement.target] == ["MDG"]


@pytest.mark.parametrize(
    ("marked", "whom"),
    [
        ("[NOR|Norway] promised [MDG|Madagascar] that it would rebuild the port.", ["MDG"]),
        ("[NOR|Norway] agreed to provide [MDG|Madagascar] with a loan.", ["MDG"]),
        ("[NOR|Norway] agreed to send rice to [MDG|Madagascar].", ["MDG"]),
        ("[NOR|Norway] agreed not to trade with [MDG|Madagascar].", []),
        ("[NOR|Norway] agreed to join the war against [MDG|Madagascar].", []),
        ("[NOR|Norway] agreed to boycott [MDG|Madagascar].", []),
        ("[NOR|Norway] promised to keep out of quarrels such as that of [MDG|Madagascar].", []),
    ],
)
def test_who_gets_what_is_promised(marked: str, whom: list[str]) -> None:
    (statement,) = commitments(marked)
    assert [p.party.country for p in statement.target] == whom


def test_confidence_follows_how_the_makers_are_known() -> None:
    (named,) = commitments("[NOR|Norway] promised to pay.")
    (pair,) = commitments("[NOR+MDG|Both sides] promised to pay.")
    assert (named.rule, named.confidence) == ("pledge", confidence("named"))
    assert (pair.rule, pair.confidence) == ("pledge+pair", confidence("pair"))
    assert known_by(named.rule) == "named"
    assert known_by(pair.rule) == "pair"


def test_every_wording_compiles_and_has_a_kind() -> None:
    assert {promise.kind for promise in commitment_rules().promises} == {"pledge", "undertaking", "goal"}


WORDS = re.findall(
    r"\S+",
    "[VNM|Hanoi] {../2030|2030} pledged to agreed by not will hold every year aims at $4bn trade , ; . and within {P5Y|five years} goal of",
)


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_no_mixture_of_words_raises_and_every_quote_is_in_the_text(words: list[str]) -> None:
    whole = reading(" ".join(words) or "x", "2024-05-01")
    for statement in find_commitments(whole):
        assert statement.span.of(whole.document.text) == statement.quote
