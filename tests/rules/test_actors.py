"""The names of those who act: one automaton, whole words, longest first, traps as data."""

from __future__ import annotations

import re

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from detente.rules.actors import Label, country_names, cow_codes, heirs, lexicon, members, organisations, shared_seats, traps, wording
from detente.rules.files import read_csv
from detente.rules.folding import fold


def codes(text: str) -> list[str]:
    return [h.entry.code for h in lexicon().hits(fold(text).text) if h.entry.label is not Label.TRAP]


def states() -> list[str]:
    return [row["code"] for row in read_csv("gazetteers/countries.csv")]


def test_longest_name_wins_and_words_are_whole() -> None:
    assert codes("South Sudan and Guinea-Bissau") == ["SSD", "GNB"]
    assert codes("Omanis, not Romans; USED, not US") == ["OMN", "USA"]


def test_the_same_name_in_any_spelling() -> None:
    for name in ("Türkiye", "Turkiye", "TURKEY", "Tu\u0308rkiye"):
        assert codes(name) == ["TUR"]
    assert codes("Côte d’Ivoire") == codes("Cote d'Ivoire") == ["CIV"]
    assert codes("Việt Nam") == codes("Viê\u0323t Nam") == ["VNM"]


def test_a_soft_hyphen_or_a_decomposed_letter_does_not_hide_a_name() -> None:
    text = "Ha\u0300 No\u0323\u0302i and Wash\u00adington"
    folded = fold(text)
    spans = [folded.span(h.start, h.end).of(text) for h in lexicon().hits(folded.text)]
    assert spans == ["Ha\u0300 No\u0323\u0302i", "Wash\u00adington"]


@pytest.mark.parametrize("code", states())
def test_every_country_of_the_table_is_known_to_the_locale_data(code: str) -> None:
    """The three-letter codes are ISO 3166 ones (XKX, of common use, apart), so that others' data join."""
    assert re.fullmatch("[A-Z]{3}", code)
    assert country_names()[code]


def test_the_english_names_of_the_locale_data_are_all_there() -> None:
    missing = []
    for two, name in sorted(Locale("en").territories.items()):
        if not re.fullmatch("[A-Z]{2}", two) or two in _NOT_STATES:
            continue
        plain = re.sub(r" \(.*\)| SAR China|’", lambda m: "'" if m[0] == "’" else "", name)
        plain = plain.replace("St. ", "Saint ").replace("Palestinian Territories", "Palestine")
        if not codes(plain) and not codes(plain.replace(" & ", " and ")):
            missing.append(name)
    assert missing == []


_NOT_STATES = frozenset(
    [
        *(
            [
                "AC",
                "AI",
                "AQ",
                "AS",
                "AW",
                "AX",
                "BL",
                "BQ",
                "BV",
                "CC",
                "CP",
                "CQ",
                "CW",
                "CX",
                "DG",
                "EA",
                "EU",
                "EZ",
                "FO",
                "GF",
                "GG",
                "GP",
                "GS",
                "GU",
                "HM",
                "IC",
                "IM",
                "IO",
                "JE",
                "KY",
                "MF",
                "MP",
                "MQ",
                "MS",
            ]
        ),
        *(
            [
                "NF",
                "PF",
                "PM",
                "PN",
                "QO",
                "RE",
                "SH",
                "SJ",
                "SX",
                "TA",
                "TC",
                "TF",
                "TK",
                "UM",
                "UN",
                "VG",
                "VI",
                "WF",
                "XA",
                "XB",
                "YT",
                "ZZ",
                "XK",
            ]
        ),
    ]
)
"""Dependent territories that are no party to anything here, and codes of the locale data that are no places."""


def test_no_two_countries_claim_one_name() -> None:
    """A clash that is meant stands here with its reason; any other is a slip in the table."""
    claimed: dict[str, set[str]] = {}
    for row in read_csv("gazetteers/countries.csv"):
        for form in (row["names"] + ";" + row["demonyms"] + ";" + row["capitals"]).split(";"):
            if form:
                claimed.setdefault(fold(form).text, set()).add(row["code"])
    assert {form: sorted(by) for form, by in claimed.items() if len(by) > 1} == {}


def test_every_trap_phrase_is_refused_as_a_whole() -> None:
    for rule in traps()["phrases"]:
        for phrase in rule["refuse"]:
            assert codes(f"x {phrase} y") == [], phrase


def test_a_trap_has_a_text_to_refuse_and_one_to_keep() -> None:
    for rule in (*traps()["phrases"], *traps()["contexts"]):
        assert rule["must"], rule
        assert rule["must_not"], rule


def test_members_on_a_date() -> None:
    assert "GBR" in members("EU", "2019-06-01")
    assert "GBR" not in members("EU", "2021-01-01")
    assert "VNM" not in members("ASEAN", "1995-07-01")
    assert "VNM" in members("ASEAN", "1995-08-01")
    assert members("EU", "1960-01-01") == ("BEL", "DEU", "FRA", "ITA", "LUX", "NLD")
    assert members("nothing", "2000-01-01") == ()


def test_members_and_heirs_are_countries_of_the_tables() -> None:
    known = set(country_names())
    assert {row["country"] for row in read_csv("gazetteers/members.csv")} <= known
    assert {row["organisation"] for row in read_csv("gazetteers/members.csv")} <= known
    assert set(heirs().values()) <= known
    assert heirs()["SUN"] == "RUS"
    assert "YUG" not in heirs()
    assert shared_seats()["Moscow"] == "SUN"


def test_an_office_is_worded_once() -> None:
    seen: dict[str, str] = {}
    for key, office in wording()["offices"].items():
        for phrase in office["words"]:
            assert seen.setdefault(phrase, key) == key, f"{phrase} stands under {seen[phrase]} and {key}"


@given(st.text(max_size=200))
def test_any_text_is_read_and_every_hit_is_in_it(text: str) -> None:
    folded = fold(text)
    reached = 0
    for hit in lexicon().hits(folded.text):
        assert reached <= hit.start < hit.end <= len(folded.text)
        reached = hit.end
        span = folded.span(hit.start, hit.end)
        assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("vi", "Thủ tướng nói Hoa Kỳ và Nhật Bản đã đồng ý.", ["USA", "JPN"]),
        ("fr", "La Côte d’Ivoire et les États-Unis ont signé à Londres.", ["CIV", "USA", "GBR"]),
        ("es", "Estados Unidos y Alemania protestaron en Moscú.", ["USA", "DEU", "RUS"]),
        ("de", "Frankreich und Österreich stimmten zu.", ["FRA", "AUT"]),
        ("ru", "Россия и Вьетнам подписали соглашение.", ["RUS", "VNM"]),
        ("zh", "中国和越南发表联合声明", ["CHN", "VNM"]),
        ("ja", "日本と韓国は合意した", ["JPN", "KOR"]),
        ("ko", "베트남, 일본, 프랑스", ["VNM", "JPN", "FRA"]),
        ("ar", "وقعت فيتنام اتفاقا مع فرنسا", ["VNM", "FRA"]),
    ],
)
def test_names_in_other_languages(language: str, text: str, wanted: list[str]) -> None:
    found = [h.entry.code for h in lexicon(language).hits(fold(text).text) if h.entry.label in (Label.NAME, Label.METONYM)]
    assert found == wanted


def test_long_names_of_states() -> None:
    assert codes("the Socialist Republic of Vietnam and the Hellenic Republic") == ["VNM", "GRC"]
    assert codes("the Kingdom of Norway and the Federal Democratic Republic of Ethiopia") == ["NOR", "ETH"]


def test_abbreviations_of_the_correlates_of_war() -> None:
    cow = cow_codes()
    assert (cow["GBR"], cow["VNM"], cow["KOR"], cow["XKX"], cow["DDR"]) == ("UKG", "DRV", "ROK", "KOS", "GDR")
    assert set(cow) <= set(country_names())
    assert all(re.fullmatch("[A-Z]{3}", code) for code in cow.values())
    assert len(cow) > 195


def test_no_code_is_both_a_state_s_and_an_organisation_s() -> None:
    assert organisations() & {row["code"] for row in read_csv("gazetteers/countries.csv")} == set()
    assert {"UN", "EU", "WTO", "OIC", "GCC"} <= organisations()
