from __future__ import annotations

import pytest

from detente.extract.figures import find_figures
from detente.extract.figures.parties import document_pair
from tests.extract.marked import reading


def sides(marked: str) -> list[str]:
    found = find_figures(reading(marked))
    return [">".join("+".join(str(p.party.country) for p in side) for side in (s.source, s.target)) for s in found]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("[DNK|Denmark] lent [KEN|Kenya] 5 million euros.", "DNK>KEN"),
        ("[KEN|Kenya] received 5 million euros in loans from [DNK|Denmark].", "DNK>KEN"),
        ("Loans of 5 million euros were given by [DNK|Denmark] to [KEN|Kenya].", "DNK>KEN"),
        ("[DNK|Denmark]'s loans to [KEN|Kenya] were 5 million euros.", "DNK>KEN"),
        ("[KEN|Kenya] imports oil worth 5 million euros from [SAU|Riyadh].", "SAU>KEN"),
        ("[KEN|Kenya] and [UGA|Uganda] signed 12 agreements.", "KEN+UGA>KEN+UGA"),
        ("[SDN|Sudan]'s army killed 12 [~ETH|Ethiopian] farmers.", "SDN>ETH"),
        ("40 [~NPL|Nepalese] workers went to [QAT|Qatar], [FRA|Paris] said.", "NPL>QAT"),
        ("[CAN|Canada] put a 25 per cent tariff on steel from [CHN|China].", "CAN>CHN"),
    ],
)
def test_the_sides_of_a_figure(marked: str, wanted: str) -> None:
    assert sides(marked) == [wanted]


def test_bilateral_trade_is_that_of_the_pair_the_document_is_about() -> None:
    found = sides("[PER+CHL|The two countries] met.\nBilateral trade was $2bn.")
    assert found == ["PER+CHL>PER+CHL"]


def test_the_commonest_pair_stands_for_the_document() -> None:
    whole = reading("[PER+CHL|Both] met [PER+BOL|the two], then [PER+CHL|the two sides] parted.")
    pair = document_pair(whole)
    assert pair is not None
    assert [p.country for p in pair.parties] == ["PER", "CHL"]
    assert document_pair(reading("[PER|Lima] slept.")) is None
