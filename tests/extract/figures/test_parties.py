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
        ("[SRB|Serbia]'s central bank said its exports to [ITA|Italy] were $2bn.", ">ITA"),
        ("Exports to [MLI|Mali] were $2bn, according to the ministry in [NER|Niamey].", ">MLI"),
        ("[ARM|Armenia] said 12 of its soldiers had been killed.", ">ARM"),
        ("[TGO|Togo] lost 40 soldiers.", ">TGO"),
        ("[~BRA|Brazilian] mills supplied 60 per cent of [CHL|Chile]'s imports of paper.", "BRA>CHL"),
        ("[POL|Poland] bought goods worth $2bn from [CZE|Prague].", "CZE>POL"),
        ("[JPN|Japan] provided [LAO|Laos] with 5 million yen.", "JPN>LAO"),
        ("The fleet of [FJI|Fiji] was idle, so [JPN|Tokyo] would pay 5 million yen.", "JPN>"),
        ("[TUR|Turkey] sent 40 tonnes of aid to eastern [LBY|Libya].", "TUR>LBY"),
        ("[NOR|Norway], after talks with [SWE|Sweden], gave 5 million kroner to [MWI|Malawi].", "NOR>MWI"),
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


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("[IND|India]'s exports to [BGD|Dhaka] fell from $12bn to $11bn.\nImports from [BGD|Dhaka] were $2bn.", "BGD>IND"),
        ("[USA|American] exports to [MMR|Myanmar] were $3bn.\nImports were $2bn.", "MMR>USA"),
        (
            "[ARM|Armenia] sold $3bn of goods to [GEO|Georgia].\nFirms of [ARM|Armenia] run 400 projects of cooperation in the country.",
            "ARM>GEO",
        ),
        ("[GEO|Tbilisi] was calm.\n[ARM|Armenia]'s debt to its neighbour is $2bn.", "ARM>GEO"),
        (
            "[THA|Thailand] sold $3bn of goods to [LAO|Laos].\n[~THA|Thai] firms have 400 projects of cooperation in [THA|the country].",
            "THA>LAO",
        ),
        ("[PER|Peru] lent [BOL|Bolivia] $3bn.\nBilateral trade was $2bn.", "PER+BOL>PER+BOL"),
    ],
)
def test_a_side_that_is_only_pointed_to_is_found_before(marked: str, wanted: str) -> None:
    assert sides(marked)[-1] == wanted


def test_a_part_is_for_whom_the_whole_was() -> None:
    text = "[ALB|Albania] received 115 million euros in aid, of which [ITA|Italy] gave 13 million and [DEU|Germany] 10 million."
    assert sides(text) == [">ALB", "ITA>ALB", "DEU>ALB"]


def test_a_second_host_takes_the_place_of_the_first() -> None:
    text = "[JOR|Jordan] shelters 670,000 [~SYR|Syrian] refugees and [LBN|Lebanon] another 850,000."
    assert sides(text) == ["SYR>JOR", "SYR>LBN"]


def test_each_nation_of_a_whole_is_told_of_its_host() -> None:
    text = "[NPL|Nepal] received 900,000 tourists, among them 194,000 [~IND|Indians] and 153,000 [~CHN|Chinese]."
    assert sides(text) == [">NPL", "IND>NPL", "CHN>NPL"]


def test_who_reports_a_toll_takes_no_part_in_it() -> None:
    assert sides("[AZE|Azerbaijan] lost 12 soldiers; [ARM|Armenia] reported 18 dead.") == [">AZE", ">"]
