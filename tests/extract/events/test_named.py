"""Who stands in the slots of an event."""

from __future__ import annotations

import pytest

from tests.extract.events.told import events, sides


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Japan said it would sign a treaty with Mongolia.", "agreement_signed", "JPN+MNG"),
        ("Kosovo imposed tariffs on goods from Serbia and Bosnia in November 2018.", "tariff_imposed", "XKX>BIH+SRB"),
        ("Uganda entered Congo, where Rwanda had attacked villages in 1998.", "attack", "RWA>COD"),
        ("Uganda accused Rwanda and Burundi saw Chad. Azerbaijan accused Armenia and called on it to leave.", "demand", "AZE>ARM"),
        ("Kenya and Mali wept. Cambodia told the court of Thailand's attack on its villages in 2011.", "attack", "THA>KHM"),
        ("Turkish and Greek officials met in Bern in November 1976.", "meeting", "GRC+TUR"),
        ("China's victory motivated Kenya to send military aid to India.", "aid_delivered", "KEN>IND"),
        ("In 1968 the Soviet Union led its allies in an invasion of Czechoslovakia.", "attack", "SUN>CSK"),
        ("Anti-Chinese riots broke out in Indonesia in May 1998.", "riot", "IDN>CHN"),
        ("Russia, whose jet Turkey had shot down in November 2015, voiced concern.", "attack", "TUR>RUS"),
        ("Djibouti, whose ambassador had been expelled from Asmara in 2008, complained.", "diplomats_expelled", "ERI>DJI"),
        ("President Erdogan of Turkey spoke by telephone with Vladimir Putin of Russia on 10 November 2020.", "phone_call", "RUS+TUR"),
        ("Mali accused Togo of attacking Ghana in May 2012.", "attack", "TGO>GHA"),
        ("Ghana sought Togo's withdrawal from the land of Benin that it had attacked in 1990.", "attack", "TGO>BEN"),
        ("Officials of Ghana recalled the Togolese pledge to recognize Benin in 1990.", "recognition", "TGO>BEN"),
        ("Ghana demanded that Nigeria accept the plan of Togo.", "demand", "GHA>NGA"),
    ],
)
def test_a_slot_holds_whoever_stands_in_it(text: str, kind: str, expected: str) -> None:
    assert [sides(s) for s in events(text) if s.kind == kind] == [expected]
