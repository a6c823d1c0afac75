"""The PLOVER mode of an event is told by what it is about."""

from __future__ import annotations

import pytest

from tests.extract.events.told import events


@pytest.mark.parametrize(
    ("text", "type_", "mode"),
    [
        ("Ghana demanded that Togo release the fishermen in October 2019.", "REQUEST", "yield"),
        ("Ghana called on Togo to resume talks in October 2019.", "REQUEST", "meet"),
        ("Ghana asked Togo for troops in October 2019.", "REQUEST", "assist"),
        ("Ghana urged Togo to change its constitution in October 2019.", "REQUEST", "change"),
        ("Ghana rejected Togo's call for a ceasefire in October 2019.", "REJECT", "yield"),
        ("Ghana refused to meet Togo's envoy in October 2019.", "REJECT", "meet"),
        ("Ghana refused to send troops to Togo in October 2019.", "REJECT", "assist"),
        ("Ghana rejected Togo's plan for the lagoon in October 2019.", "REJECT", "change"),
        ("Ghana threatened to expel Togo's diplomats in October 2019.", "THREATEN", "expel"),
        ("Ghana threatened to sever relations with Togo in October 2019.", "THREATEN", "relations"),
        ("Ghana threatened to occupy Togo's islands in October 2019.", "THREATEN", "territory"),
        ("Ghana threatened to arrest Togolese fishermen in October 2019.", "THREATEN", "arrest"),
        ("Ghana threatened to attack Togo in October 2019.", "THREATEN", "violence"),
        ("Ghana threatened to boycott goods from Togo in October 2019.", "THREATEN", "restrict"),
        ("President Mahama of Ghana met President Eyadema of Togo on the sidelines of the General Assembly.", "CONSULT", "multilateral"),
        ("Ghana imposed a curfew on Togolese traders in October 2019.", "COERCE", "curfew"),
        ("A court in Ghana convicted two Togolese traders in October 2019.", "SANCTION", "convict"),
    ],
)
def test_what_it_is_about_tells_the_mode(text: str, type_: str, mode: str) -> None:
    assert (type_, mode) in {(s.plover, s.mode) for s in events(text)}


def test_who_asks_tells_no_mode() -> None:
    assert {s.mode for s in events("The aid minister of Ghana urged Togo to change its constitution.") if s.kind == "demand"} == {"change"}
