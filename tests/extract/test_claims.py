from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.extract.claims import find_claims
from tests.extract.events.told import events, reading_of


def claims(text: str) -> list[str]:
    return [span.of(text) for span in find_claims(reading_of(text))]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Obama was the first sitting US president to visit Hiroshima, in 2016.", "the first sitting US president to visit Hiroshima"),
        ("To Lam is the first leader of an ASEAN member to address it.", "the first leader of an ASEAN member to address it"),
        ("It was the first visit by a Turkish president since 1952.", "the first visit by a Turkish president since 1952"),
        ("Israel and Jordan met for the first time in ten years.", "for the first time in ten years"),
        ("Kosovo hosted its first-ever summit with Serbia in May.", "its first-ever summit with Serbia in May"),
        ("Chile became the only country to sign it.", "the only country to sign it"),
    ],
)
def test_a_first_is_kept_as_written(text: str, claim: str) -> None:
    assert claims(text) == [claim]


@pytest.mark.parametrize(
    "text",
    [
        "Trade rose in the first half of the year.",
        "The First Secretary of the embassy went to Minsk.",
        "First Lady Peng visited Seoul.",
        "It was the first of many to come.",
        "The first bridge collapsed.",
        "The first days of the visit to Ghana were calm.",
        "",
    ],
)
def test_other_firsts_are_no_claims(text: str) -> None:
    assert claims(text) == []


def test_the_deed_beside_it_carries_the_claim() -> None:
    text = "President Obama of the United States visited Japan in May 2016, the first sitting president to visit Hiroshima."
    said = [dict(s.detail).get("claim") for s in events(text)]
    assert "the first sitting president to visit Hiroshima" in said


def test_a_claim_about_somebody_is_not_the_deed_s() -> None:
    text = "President Obama of the United States met President Castro of Cuba, who was the first leader to visit Angola."
    assert all("claim" not in dict(s.detail) for s in events(text) if s.kind == "meeting")


@given(st.text(alphabet="first toheld onlyFIRST.,\n ", max_size=300))
def test_no_text_raises(text: str) -> None:
    claims(text)
