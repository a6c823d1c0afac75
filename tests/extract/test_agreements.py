from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.extract.agreements import AgreementMention, find_agreements
from detente.model.statement import Statement
from tests.extract.events.told import events, reading_of


def named(text: str) -> list[AgreementMention]:
    found = list(find_agreements(reading_of(text)))
    assert all(" ".join(m.span.of(text).split()) == m.name for m in found)
    return found


def keys(text: str) -> list[str | None]:
    return [m.key for m in named(text)]


def detail(text: str, kind: str) -> tuple[Statement, dict[str, str]]:
    said = next(s for s in events(text) if s.kind == kind)
    return said, dict(said.detail)


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile signed the Bilateral Trade Agreement (BTA) in 2000. The BTA opened markets. The trade agreement is praised.",
        "The Indus Waters Treaty binds India and Pakistan. In 2025 the water treaty was suspended. The Treaty had lasted.",
        "The Treaty of Lausanne drew the border of Turkey and Greece. The Lausanne Treaty is a century old.",
        "Serbia and Kosovo signed the Brussels Agreement. Serbia says the agreement is void.",
        "Ethiopia and Eritrea signed the Algiers Agreement in 2000. Under the Agreement a commission drew the border.",
        "Mongolia and Japan signed a Free Trade Agreement (“FTA”). The FTA is in force.",
        "The Agreement on Trade Relations between Vietnam and the United States is long. The trade agreement passed.",
        "The General Security of Military Information Agreement is dear to Tokyo. GSOMIA was kept.",
        "The Non-Aggression Pact of Kenya and Uganda held. The non-aggression pact was renewed.",
    ],
)
def test_the_names_of_one_agreement_have_one_key(text: str) -> None:
    found = keys(text)
    assert len(found) >= 2
    assert found[0] is not None
    assert set(found) == {found[0]}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Uganda signed a trade agreement and, a year later, an extradition treaty.",
        "The Treaty of Paris came first. The Treaty of Berlin followed.",
        "The SALT I agreement lapsed. The SALT II Treaty was never ratified.",
        "Laos signed the border treaty. Laos signed a border protocol.",
        "The Convention of 1800 is older. The Convention of 1818 is younger.",
    ],
)
def test_different_agreements_have_different_keys(text: str) -> None:
    first, second = keys(text)
    assert first is not None
    assert second is not None
    assert first != second


@pytest.mark.parametrize(
    "text",
    [
        "The North Atlantic Treaty Organization met in Riga.",
        "The Republican convention met in Tampa.",
        "The New Deal was Roosevelt's.",
        "Shanghai was a treaty port.",
        "Israeli settlements grew.",
        "The customs official broke protocol.",
        "It was a great deal of money.",
        "",
    ],
)
def test_other_things_are_no_agreements(text: str) -> None:
    assert named(text) == []


def test_a_bare_treaty_is_none_of_two_and_trade_agreements_are_no_one_agreement() -> None:
    assert keys("The Treaty of Paris and the Treaty of Berlin were signed. The treaty failed.")[-1] is None
    assert keys("Peru has signed trade agreements with many.") == [None]


def test_letters_not_of_the_name_do_not_stand_for_it() -> None:
    assert keys("The Trade Agreement (WHO) is old. The WHO met.") == ["pact:trade"]


def test_a_statement_carries_the_full_name_key_kind_subject_and_stage() -> None:
    text = "The Bilateral Fisheries Agreement (BFA) is long. Chile and Peru signed the fisheries agreement on 3 May 2004."
    said, told = next((s, dict(s.detail)) for s in events(text) if s.date is not None and s.date.edtf.text == "2004-05-03")
    assert said.object == "Bilateral Fisheries Agreement"
    assert told["agreement"] == "pact:fishery"
    assert told["agreement_kind"] == "agreement"
    assert told["subject"] == "fisheries"
    assert told["stage"] == "signed"


def test_leaving_a_pact_is_told_from_ending_it() -> None:
    _, told = detail("The United States withdrew from the nuclear deal with Iran in May 2018.", "agreement_terminated")
    assert (told["agreement"], told["stage"]) == ("pact:nuclear", "withdrawn from")


def test_a_memorandum_says_what_it_is_about() -> None:
    _, told = detail("Oman and Zambia signed a memorandum of understanding on mining and energy in March 2018.", "memorandum_signed")
    assert (told["agreement_kind"], told["subject"]) == ("memorandum", "mining and energy")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["the", "Treaty", "of", "1818", "BTA", "(BTA)", "trade", "agreement", "é", "\n", "–", "Agreement", "on", "and", "\x00", "😀"]
        ),
        max_size=25,
    )
)
def test_no_text_raises_and_every_mention_is_its_characters(words: list[str]) -> None:
    named(" ".join(words))
