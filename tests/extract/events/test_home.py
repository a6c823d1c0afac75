"""Deeds of a country's own people and bodies to one another."""

from __future__ import annotations

import pytest

from tests.extract.events.told import events, told


@pytest.mark.parametrize(
    "text",
    [
        "Uganda and Kenya are neighbours. Kenyan soldiers attacked Mombasa in May 2012.",
        "Kenyan soldiers bombed a village in Kenya.",
        "The government of Uganda arrested journalists in May 2012.",
    ],
)
def test_what_is_done_at_home_is_done_to_nobody_else(text: str) -> None:
    parties = {p.party.country for s in events(text) for p in (*s.source, *s.target)}
    assert parties in ({"KEN"}, {"UGA"})


def test_a_text_that_names_one_country_tells_its_deeds_without_saying_to_whom() -> None:
    assert [(k, sides) for k, _, sides, _ in told("Prime Minister Andreas Papandreou of Greece demanded immediate elections.")] == [
        ("demand", "GRC>")
    ]
    two = "Prime Minister Andreas Papandreou of Greece demanded immediate elections. Chad and Libya signed a treaty in 1966."
    assert "demand" not in {k for k, *_ in told(two)}
