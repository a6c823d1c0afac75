from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.extract.figures import find_figures
from detente.model.statement import FactKind, Statement
from detente.rules.series import series_rules
from tests.extract.marked import SHA, reading


def figures(marked: str, published: str | None = None) -> list[Statement]:
    return list(find_figures(reading(marked, published)))


def row(statement: Statement) -> tuple[object, ...]:
    date = statement.date.edtf.text if statement.date else None
    return statement.kind, statement.value, statement.unit, date, countries(statement)


def countries(statement: Statement) -> str:
    source, target = ("+".join(str(p.party.country) for p in side) for side in (statement.source, statement.target))
    return f"{source}>{target}"


CASES = [
    ("[~ETH|Ethiopian] exports to [DJI|Djibouti] reached 4.5 billion birr in {2019|2019}.", ("exports", 4.5e9, "ETB", "2019", "ETH>DJI")),
    (
        "[KEN|Kenya]'s trade deficit with [CHN|China] widened to 3.7 billion dollars in {2021|2021}.",
        ("trade_deficit", 3.7e9, "USD", "2021", "KEN>CHN"),
    ),
    ("[NOR|Norway] granted [VNM|Vietnam] 50 million kroner in {2010|2010}.", ("grants", 50e6, "NOK", "2010", "NOR>VNM")),
    (
        "Remittances from [SAU|Saudi Arabia] to [PAK|Pakistan] amounted to $7.7 billion in {2021|2021}.",
        ("remittances", 7.7e9, "USD", "2021", "SAU>PAK"),
    ),
    ("Some 20,000 [~NPL|Nepalese] workers left for [MYS|Malaysia] in {2018|2018}.", ("workers", 20_000, "workers", "2018", "NPL>MYS")),
    ("[POL|Poland] took in 1.5 million [~UKR|Ukrainian] refugees.", ("refugees", 1.5e6, "refugees", None, "UKR>POL")),
    (
        "{2019-06-05|On 5 June 2019} [RUS|Russia] expelled four [~DEU|German] diplomats.",
        ("expelled", 4, "diplomats", "2019-06-05", "RUS>DEU"),
    ),
    (
        "[SRB|Serbia] and [XKX|Kosovo] signed 33 agreements {2011/2015|between 2011 and 2015}.",
        ("agreements_signed", 33, "agreements", "2011/2015", "SRB+XKX>SRB+XKX"),
    ),
    ("[AUS|Australia] donated 5.2 million doses to [FJI|Fiji] in {2021|2021}.", ("vaccine_doses", 5.2e6, "doses", "2021", "AUS>FJI")),
    (
        "[MEX|Mexico] became the largest trading partner of the [USA|United States] in {2023|2023}.",
        ("trade_partner_rank", 1, "rank", "2023", "MEX>USA"),
    ),
    ("[CHL|Chile] is [BOL|Bolivia]'s third-largest export market.", ("trade_partner_rank", 3, "rank", None, "CHL>BOL")),
    (
        "Trade between [AZE|Azerbaijan] and [GEO|Georgia] doubled {2017/2022|between 2017 and 2022}.",
        ("trade_turnover_change", 2, "times", "2017/2022", "AZE+GEO>AZE+GEO"),
    ),
    (
        "[ZAF|South Africa] exported 2.5 million tonnes of maize to [ZWE|Zimbabwe] in {2017|2017}.",
        ("exports", 2.5e6, "tonnes", "2017", "ZAF>ZWE"),
    ),
    ("[FRA|France] will lend [MAR|Morocco] 350 million euros.", ("loans", 350e6, "EUR", None, "FRA>MAR")),
    (
        "The [USA|United States] put a 25 per cent tariff on steel from [TUR|Turkey] in {2018|2018}.",
        ("tariff_rate", 25, "percent", "2018", "USA>TUR"),
    ),
    ("63 flights a week link [SGP|Singapore] and [AUS|Australia].", ("flights", 63, "flights", None, "SGP+AUS>SGP+AUS")),
    ("Around 1,300 [~RWA|Rwandan] troops are in the [CAF|Central African Republic].", ("troops", 1300, "troops", None, "RWA>CAF")),
    (
        "[ISR|Israel] released 110 [~PSE|Palestinian] prisoners {2025-01-30|on 30 January 2025}.",
        ("prisoners", 110, "prisoners", "2025-01-30", "ISR>PSE"),
    ),
    ("[GHA|Ghana] owes its lenders 5.4 billion [USA|US] dollars.", ("debt", 5.4e9, "USD", None, "GHA>")),
    (
        "Some 12,000 [~CHN|Chinese] students were enrolled in [NZL|New Zealand] in {2023|2023}.",
        ("students", 12_000, "students", "2023", "CHN>NZL"),
    ),
    (
        "[BGR|Bulgaria] cut its imports of [~RUS|Russian] gas by 90 per cent in {2022|2022}.",
        ("imports_change", -90, "percent", "2022", "RUS>BGR"),
    ),
    ("[IRN|Iran] ships up to 1.5 million barrels per day to [CHN|China].", ("energy_supplied", 1.5e6, "barrels per day", None, "IRN>CHN")),
    ("[THA|Thailand]'s investment in [LAO|Laos] totalled 4.8 billion dollars in {2022|2022}.", ("fdi", 4.8e9, "USD", "2022", "THA>LAO")),
    ("In {1988|1988} more than 70 [~VNM|Vietnamese] sailors were killed.", ("killed", 70, "people", "1988", ">VNM")),
    (
        "The number of [~CHN|Chinese] tourists to [THA|Thailand] fell to 3.5 million in {2023|2023}.",
        ("tourists", 3.5e6, "tourists", "2023", "CHN>THA"),
    ),
    ("[~MAR|Moroccan] visitors to [ESP|Spain] numbered half a million in {2019|2019}.", ("tourists", 5e5, "visitors", "2019", "MAR>ESP")),
    ("[ARG|Argentina] imports from [BRA|Brazil] reached $11 billion in {2022|2022}.", ("imports", 11e9, "USD", "2022", "BRA>ARG")),
    (
        "[VNM+USA|The two countries] put their trade in {2020|2020} at 90 billion USD.",
        ("trade_turnover", 90e9, "USD", "2020", "VNM+USA>VNM+USA"),
    ),
    ("[SRB|Serbia] sends a fifth of its exports to [ITA|Italy].", ("exports_share", 20, "percent", None, "SRB>ITA")),
    ("Fighting displaced over 250,000 people in [SDN|Sudan] in {2023|2023}.", ("displaced", 250_000, "people", "2023", ">")),
    (
        "[JPN|Japan] revived the swap line with [KOR|Korea] at US$10bn {2023-06-29|on Thursday}.",
        ("currency_swap", 10e9, "USD", "2023-06-29", "JPN+KOR>JPN+KOR"),
    ),
    ("More than 500 [~IND|Indian] soldiers died in {1999|1999}.", ("killed", 500, "people", "1999", ">IND")),
    ("{1923|In 1923} some 1.2 million Orthodox Christians left for [GRC|Greece].", ("people", 1.2e6, "people", "1923", ">GRC")),
    ("The shelling of {2010-11|November 2010} left four [~KOR|South Koreans] dead.", ("killed", 4, "people", "2010-11", ">KOR")),
    ("[RWA|Rwanda] hosts 70,000 [~COD|Congolese] refugees.", ("refugees", 70_000, "refugees", None, "COD>RWA")),
    ("[MEX|Mexico] deployed 15,000 national guardsmen {2019|in 2019}.", ("guardsmen", 15_000, "guardsmen", "2019", "MEX>")),
    ("[TUR|Turkey] ordered 40 jets from the [USA|United States] in {2024|2024}.", ("arms", 40, "jets", "2024", "USA>TUR")),
]


CASES += [
    ("[POL|Poland] has taken in 1.4 million [~UKR|Ukrainians].", ("refugees", 1.4e6, "people", None, "UKR>POL")),
    ("[BRA|Brazil] sold 408,000 cars to [ARG|Argentina] in {2018|2018}.", ("vehicles", 408_000, "cars", "2018", "BRA>ARG")),
    ("Floods did $40 million of damage in [LAO|Laos] in {2018|2018}.", ("losses", 40e6, "USD", "2018", ">")),
    ("[SAU|Riyadh] deposited $3bn with [PAK|Pakistan] in {2021|2021}.", ("loans", 3e9, "USD", "2021", "SAU>PAK")),
    (
        "[COL|Colombia] and [VEN|Venezuela] traded goods worth $7bn in {2008|2008}.",
        ("trade_turnover", 7e9, "USD", "2008", "COL+VEN>COL+VEN"),
    ),
    ("[IND|India] counted 300 violations by [PAK|Pakistan] in {2013|2013}.", ("violations", 300, "violations", "2013", "PAK>IND")),
]


@pytest.mark.parametrize(("marked", "wanted"), CASES)
def test_a_figure_has_series_value_period_and_sides(marked: str, wanted: tuple[object, ...]) -> None:
    (statement,) = figures(marked)
    assert row(statement) == wanted


@pytest.mark.parametrize(
    "marked",
    [
        "The [USA|American] film took $90 million at the box office.",
        "The party won 52 per cent of the vote in [IND|India].",
        "Shares in the [~JPN|Japanese] bank rose; the index lost 3 per cent.",
        "[VNM+CHN|The two countries] marked 45 years of relations.",
        "The two leaders of [IRL|Ireland] met three ministers.",
        "Unemployment in [GRC|Greece] fell below 10 pct.",
        "Three women in [ITA|Italy] met two friends.",
        "[GBR|Britain] marked Article 50 and Resolution 1441.",
    ],
)
def test_numbers_that_do_not_bear_on_relations_are_no_figures(marked: str) -> None:
    assert figures(marked) == []


def test_a_chain_of_figures_shares_series_and_reporter_but_not_dates() -> None:
    found = figures(
        "Trade of [~KOR|Korean] firms with [JPN|Japan], according to customs figures compiled in Seoul, slid from $85.1bn in {2018|2018} "
        "to $76bn {2019|a year later} but was back at $85.3bn in {2022|2022}."
    )
    assert [(s.kind, s.value, s.date.edtf.text if s.date else None) for s in found] == [
        ("trade_turnover", 85.1e9, "2018"),
        ("trade_turnover", 76e9, "2019"),
        ("trade_turnover", 85.3e9, "2022"),
    ]
    assert {s.reporter for s in found} == {"customs figures compiled in Seoul"}


def test_a_bare_record_goes_on_with_the_count_before_it() -> None:
    found = figures(
        "Some 2.58 million [~KOR|Koreans] travelled to [JPN|Japan], a third of all.\nThe record, 7.54 million, dates from {2018|2018}."
    )
    assert [(s.kind, s.value, s.date.edtf.text if s.date else None) for s in found][-1] == ("tourists", 7.54e6, "2018")


def test_exports_and_imports_of_one_sentence_run_opposite_ways() -> None:
    out, back = figures("[RUS|Russia]'s exports to [IND|India] reached $31.1 billion in {2024|2024}, against $3.6 billion in imports.")
    assert (countries(out), countries(back)) == ("RUS>IND", "IND>RUS")


def test_a_verb_after_two_counts_is_said_of_both() -> None:
    found = figures("More than 58,000 [~USA|Americans] and as many as three million [~VNM|Vietnamese] died.")
    assert [(s.kind, countries(s)) for s in found] == [("killed", ">USA"), ("killed", ">VNM")]


def test_the_same_sum_in_other_money_keeps_series_date_and_bound() -> None:
    pounds, euros = figures("Trade between [GBR|Britain] and [IRL|Ireland] was some £100 billion (€120 billion) in {2023|2023}.")
    assert (euros.kind, euros.unit, euros.bound, euros.date) == (pounds.kind, "EUR", pounds.bound, pounds.date)


def test_a_bare_sum_takes_the_money_last_named() -> None:
    first, second = figures(
        "Trade of [IND|India] and [BTN|Bhutan] was 5 billion euros in {2020|2020}.\nTrade reached 10 billion in {2021|2021}."
    )
    assert (first.unit, second.unit) == ("EUR", "EUR")


def test_a_target_is_left_to_commitments() -> None:
    (actual,) = figures(
        "[TUR|Turkey] aims to lift trade with [GRC|Greece], now worth $5 billion a year, to $10 billion by {2028|2028}.", "2023-12-07"
    )
    assert actual.value == 5e9


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        ("[FRA|France] will lend [MAR|Morocco] 350 million euros.", "planned"),
        ("[FRA|France] did not lend [MAR|Morocco] 350 million euros.", "denied"),
        ("[FRA|France] might lend [MAR|Morocco] 350 million euros.", "hypothetical"),
        ("[FRA|France] lent [MAR|Morocco] 350 million euros.", "happened"),
        ("[VNM|Vietnam] has not only drawn, but kept 350 million euros in loans.", "happened"),
    ],
)
def test_status_is_by_the_verb(marked: str, status: str) -> None:
    assert figures(marked)[0].status == status


def test_the_quote_is_tight_and_exact() -> None:
    marked = "The minister, who spoke at length, said that exports of [PER|Peru] to [ECU|Ecuador] reached $1.1bn in {2019|2019}, a record."
    (statement,) = figures(marked)
    assert statement.quote == "exports of Peru to Ecuador reached $1.1bn in 2019"


def test_statements_are_well_formed() -> None:
    (statement,) = figures("Trade between [IND|India] and [NPL|Nepal] was between 3 and 4 billion rupees in {2020|2020}.")
    assert (statement.fact, statement.document, statement.series) == (FactKind.INDICATOR, SHA, "bilateral trade turnover")
    assert statement.detail == (("field", "economy_trade"), ("upper", "4000000000"))
    assert 0 < statement.confidence <= 1
    assert len(statement.id) == 16


def test_no_two_statements_of_a_sentence_share_an_identifier() -> None:
    found = figures("[IRN|Iran] freed 10 prisoners and 10 hostages, paid $10 and €10 to [IRQ|Iraq] and lent 10 ships.")
    assert len({s.id for s in found}) == len(found)


def test_every_kind_is_a_series_of_the_vocabulary_or_says_what_is_counted() -> None:
    keys = {series.key for series in series_rules().series}
    for marked, _ in CASES:
        (statement,) = figures(marked)
        known = statement.kind.removesuffix("_change").removesuffix("_share") in keys
        assert known or (statement.rule == "counted" and statement.kind == statement.unit)


WORDS = re.findall(
    r"\S+",
    "[VNM|Hanoi] {2019|2019} trade exports fell to by 3 million $4bn nearly 5 per cent killed people , ; and from "
    "aims 2030 according to X said . (",
)


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_no_mixture_of_words_raises_and_every_quote_is_in_the_text(words: list[str]) -> None:
    whole = reading(" ".join(words) or "x", "2024-05-01")
    for statement in find_figures(whole):
        assert statement.span.of(whole.document.text) == statement.quote


def test_two_nationalities_share_noun_verb_and_date() -> None:
    text = "{1998/2000|Between 1998 and 2000} the war killed 19,000 [~ETH|Ethiopian] and 60,000 [~ERI|Eritrean] soldiers."
    assert [row(s) for s in figures(text)] == [
        ("killed", 19_000, "people", "1998/2000", ">ETH"),
        ("killed", 60_000, "people", "1998/2000", ">ERI"),
    ]


def test_the_first_of_two_takes_the_second_s_date() -> None:
    text = "Clashes left 12 [~ARM|Armenian] and three [~AZE|Azerbaijani] servicemen dead {2022-09|in September 2022}."
    assert [s.date and s.date.edtf.text for s in figures(text)] == ["2022-09", "2022-09"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number of Cubans in [USA|Florida] exceeds 1.2 million.", ("people", 1.2e6, "people")),
        ("The number of [~KEN|Kenyan] students in [IND|India] topped 3,000 {2020|in 2020}.", ("students", 3_000, "students")),
        ("The number of Poles in [IRL|Ireland] surpassed 122,000 {2016|in 2016}.", ("people", 122_000, "people")),
    ],
)
def test_the_number_of_things_names_a_bare_figure(text: str, expected: tuple[object, ...]) -> None:
    (said,) = figures(text, "2021-03-02")
    assert row(said)[:3] == expected
    assert said.bound == ">"


def test_the_figure_goes_on_with_the_sum_of_the_sentence_before() -> None:
    text = "Trade of [COL|Bogotá] with [VEN|Caracas] was $7bn {2008|in 2008}.\nIn {2020|2020} the figure had shrunk to $222 million."
    assert [row(s) for s in figures(text)][-1] == ("trade_turnover", 222e6, "USD", "2020", "COL+VEN>COL+VEN")


def test_a_further_number_goes_on_with_the_people_of_the_sentence_before() -> None:
    found = figures(
        "[RWA|Rwanda] hosts 84,000 [~BDI|Burundian] refugees.\nAnother 241,000 have fled to [TZA|Tanzania] and 45,000 to [UGA|Uganda]."
    )
    assert [(s.kind, s.value, countries(s)) for s in found[1:]] == [("refugees", 241_000, "BDI>TZA"), ("refugees", 45_000, "BDI>UGA")]


def test_tolls_of_nobody_are_left_out() -> None:
    assert figures("The blaze killed three people.") == []
