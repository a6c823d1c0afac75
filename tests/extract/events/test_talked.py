"""A noun's event that is only wanted, weighed, feared or arranged has not happened."""

from __future__ import annotations

import pytest

from tests.extract.events.told import events

HYPOTHETICAL = [
    ("Norway called for direct talks between Serbia and Kosovo.", "talks_held"),
    ("Eritrea pleaded for a Sudanese invasion of Ethiopia.", "attack"),
    ("Recognition by Britain and Spain would lend weight to the claim of Chile.", "recognition"),
    ("Norway hoped that recognition of Finland would bring trade.", "recognition"),
    ("Peru urged the withdrawal of Chilean troops from Bolivia.", "forces_withdrawn"),
    ("Peru asked for a meeting with Chile.", "meeting"),
    ("Peru suggested a summit with Chile.", "summit"),
    ("Peru feared an attack by Chile.", "attack"),
    ("Fear of a Chilean attack on Peru spread.", "attack"),
    ("In the event of an attack by Chile on Peru, Bolivia will help.", "attack"),
    ("Chile contemplated an attack on Peru.", "attack"),
    ("Chile favoured recognition of Peru.", "recognition"),
]
PLANNED = [
    ("Chile planned an attack on Peru.", "attack"),
    ("Chile prepared for an attack on Peru.", "attack"),
    ("The treaty provided for the withdrawal of Chilean troops from Peru.", "forces_withdrawn"),
]
HAPPENED = [
    ("Peru feared the attack by Chile in May 1879 had been ordered.", "attack"),
    ("Jordan discussed the recent visit of its king to Oman.", "visit"),
    ("Chile ordered an attack on Peru in 1880.", "attack"),
    ("The envoy failed to resolve the war between Bolivia and Paraguay.", "clash"),
    ("After the outbreak of the war between Bolivia and Paraguay the League called for calm.", "clash"),
]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [(t, k, s) for s, cases in (("hypothetical", HYPOTHETICAL), ("planned", PLANNED), ("happened", HAPPENED)) for t, k in cases],
)
def test_a_nouns_event_is_told_by_what_it_hangs_on(text: str, kind: str, status: str) -> None:
    assert [str(s.status) for s in events(text) if s.kind == kind] == [status]
