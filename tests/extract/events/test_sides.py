"""Sides are sets of countries; in a phrase only whoever stands near its head is one."""

from __future__ import annotations

import pytest

from detente.extract.events.sides import merge, states, to_itself
from detente.model.mention import Party
from detente.model.span import Span
from detente.model.statement import Participant
from tests.extract.events.told import events, sides


def side(name: str, code: str | None) -> Participant:
    """A participant."""
    return Participant(Party(name, code), Span(0, 1))


def test_states_are_no_organisations_and_come_in_order() -> None:
    assert states([side("Peru", "PER"), side("IMF", "IMF"), side("Chile", "CHL"), side("Ana", None)]) == ["CHL", "PER"]


def test_nobody_is_merged_twice() -> None:
    out = [side("Peru", "PER")]
    merge(out, [side("Peru", "PER"), side("Chile", "CHL")])
    assert [p.party.name for p in out] == ["Peru", "Chile"]


@pytest.mark.parametrize(("target", "same"), [("Peru", True), ("Chile", False)])
def test_who_acts_on_itself_is_misread(target: str, same: bool) -> None:
    assert to_itself([side("Peru", "PER")], [side(target, "PER")]) is same


def test_a_country_deep_in_the_circumstances_is_not_the_one_it_is_done_to() -> None:
    text = "Peru promised aid to Bolivia in the event of a breach of the truce of the year before by Chile."
    assert all("CHL" not in sides(s) for s in events(text))


def test_all_that_are_listed_inside_a_phrase_are_those_it_is_done_to() -> None:
    told_of = {sides(s) for s in events("Sudan threatened to deliver heavy blows to Chad and Libya.") if s.kind == "threat"}
    assert told_of == {"SDN>LBY+TCD"}
