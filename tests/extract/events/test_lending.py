"""What the document lends an event that its sentence leaves unsaid, and when nothing is lent."""

from __future__ import annotations

import pytest

from tests.extract.events.told import events, sides

ANDES = "Peru and Chile have been neighbours since 1821. "


def test_the_documents_two_are_lent_by_a_named_rule() -> None:
    (event,) = [s for s in events(ANDES + "They signed a treaty in 1929.") if s.kind == "agreement_signed"]
    assert (sides(event), "+pair" in event.rule) == ("CHL+PER", True)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (ANDES + "Peru protested to Brazil, and fighting went on between the warlords.", "clash"),
        ("Rebels attacked Ethiopia in 1990.", "attack"),
        (ANDES + "Peru foiled an attack in 1990.", "attack"),
        (ANDES + "Peru condemned the attack of 1990.", "attack"),
    ],
)
def test_nothing_is_lent_to_those_who_are_somebody_else(text: str, kind: str) -> None:
    assert [s for s in events(text) if s.kind == kind] == []
