"""What is done together: whoever takes part is both doer and done-to."""

from __future__ import annotations

import pytest

from tests.extract.events.told import events, kinds, sides


def test_a_body_that_meets_by_itself_meets_nobody() -> None:
    assert "meeting" not in kinds("India and Nepal are neighbours. The Indian parliament met in May 2010 and Nepal protested.")


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Serbia and Kosovo held talks in Brussels in March 2011.", "talks_held", "SRB+XKX"),
        ("Relations between Chad and Libya were restored in May 1990.", "relations_restored", "LBY+TCD"),
        ("Chad and Libya attacked one another in May 1990.", "attack", "LBY+TCD"),
        ("President Museveni of Uganda raised it with Rwanda's President Kagame at a summit in March 2019.", "summit", "RWA+UGA"),
        ("The pact, negotiated by Pakistani and Indian officials, was signed in January 1966.", "agreement_signed", "IND+PAK"),
        ("The president of Zambia signed an accord with Portugal on Mozambique in 1974.", "agreement_signed", "PRT+ZMB"),
        ("Kenya held talks with Ethiopia and Somalia in May 2010.", "talks_held", "ETH+KEN+SOM"),
        ("President Carter welcomed the treaty between Egypt and Israel, signed in 1979.", "agreement_signed", "EGY+ISR"),
        ("Envoys of Chad and Mali signed the Blue Line Agreement in Ostend, Belgium, in May 2010.", "agreement_signed", "MLI+TCD"),
        ("Chad had quarrelled with Mali, and their envoys signed a treaty in May 2010.", "agreement_signed", "MLI+TCD"),
        ("The Treaty on Trade between Chad and Mali was signed in May 2010.", "agreement_signed", "MLI+TCD"),
        ("Chad, together with Mali, signed a treaty with Niger in May 2010.", "agreement_signed", "MLI+NER+TCD"),
        ("The ambassador of Chad called on the president of Mali on 3 May 2010.", "meeting", "MLI+TCD"),
    ],
)
def test_all_who_take_part_are_its_sides(text: str, kind: str, expected: str) -> None:
    assert [sides(s) for s in events(text) if s.kind == kind] == [expected]
