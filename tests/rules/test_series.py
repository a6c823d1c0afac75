from __future__ import annotations

import pytest

from detente.model.errors import DataError
from detente.rules import series
from detente.rules.series import fields, fields_in, figure_rules, series_entries, series_rules, unit_class

WORDED = [
    ("money", "total two-way trade turnover", "trade_turnover"),
    ("money", "the trade deficit", "trade_deficit"),
    ("money", "a surplus with Japan", "trade_surplus"),
    ("money", "its exports", "exports"),
    ("money", "imported goods", "imports"),
    ("money", "total registered capital", "fdi_registered"),
    ("money", "disbursed capital", "fdi_disbursed"),
    ("money", "foreign direct investment", "fdi"),
    ("money", "remittances", "remittances"),
    ("money", "wrote off the debts", "debt_relief"),
    ("money", "a line of credit", "loans"),
    ("money", "external debt", "debt"),
    ("money", "security assistance", "military_aid"),
    ("money", "non-refundable grants", "grants"),
    ("money", "humanitarian aid", "aid"),
    ("money", "war reparations", "compensation"),
    ("money", "currency swap line", "currency_swap"),
    ("money", "arms sales", "arms_exports"),
    ("money", "GDP per capita", "gdp_per_capita"),
    ("money", "frozen assets", "frozen_assets"),
    ("money", "storm damage", "losses"),
    ("money", "sales to Peru", "exports"),
    ("money", "scholarships", "scholarships"),
    ("percent", "a tariff", "tariff_rate"),
    ("percent", "economic growth", "growth"),
    ("rank", "largest trading partner", "trade_partner_rank"),
    ("rank", "foreign investor", "fdi_rank"),
]


@pytest.mark.parametrize(("unit", "words", "key"), WORDED)
def test_wording_names_its_series(unit: str, words: str, key: str) -> None:
    assert series_rules().find(unit, words, 0, len(words))[0][0].key == key


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("money", "the trade ministry"),
        ("money", "export controls"),
        ("money", "a free trade zone"),
        ("money", "the budget deficit"),
        ("money", "import duties"),
        ("money", "slave trade"),
        ("money", "an investment treaty"),
        ("money", "the retail sales"),
        ("money", "car sales"),
    ],
)
def test_traps_are_refused(unit: str, words: str) -> None:
    assert series_rules().find(unit, words, 0, len(words)) == []


@pytest.mark.parametrize(
    ("noun", "key"),
    [
        ("students", "students"),
        ("doses", "vaccine_doses"),
        ("agreements", "agreements_signed"),
        ("troops", "troops"),
        ("refugees", "refugees"),
        ("frigates", "arms"),
        ("visas", "visas"),
        ("lorries", "vehicles"),
        ("vessels", "craft"),
        ("incursions", "violations"),
        ("launches", "weapon_tests"),
        ("infections", "disease_cases"),
        ("jobs", "jobs"),
    ],
)
def test_nouns_name_their_series(noun: str, key: str) -> None:
    assert series_rules().by_noun[noun].key == key


def test_every_series_is_in_a_field_that_exists() -> None:
    keys = {field.key for field in fields()}
    assert {one.field for one in series_rules().series} <= keys


def test_no_noun_stands_under_two_series() -> None:
    entries = series_entries()
    nouns = [noun for entry in entries.values() for noun in entry.get("nouns", [])]
    assert sorted({noun for noun in nouns if nouns.count(noun) > 1}) == []


def test_a_wrong_entry_is_named() -> None:
    with pytest.raises(DataError, match="nonsense"):
        series._series("nonsense", {"label": "x", "field": "health", "units": ["money"], "time": "flow", "roles": "sideways"})


@pytest.mark.parametrize(
    ("unit", "wanted"),
    [
        ("USD", "money"),
        (None, "money"),
        ("pesos", "money"),
        ("percent", "percent"),
        ("rank", "rank"),
        ("tonnes", "tonnes"),
        ("students", "count"),
    ],
)
def test_units_have_a_class(unit: str | None, wanted: str) -> None:
    assert unit_class(unit) == wanted


FIELD_WORDS = [
    ("high-level political exchanges", "politics"),
    ("market access for fruit", "economy_trade"),
    ("joint exercises at sea", "defence_security"),
    ("clearing unexploded ordnance", "humanitarian"),
    ("semiconductors", "science_technology"),
    ("scholarships", "education"),
    ("a new hospital", None),
    ("vaccines", "health"),
    ("climate change", "environment"),
    ("a museum", None),
    ("cultural heritage", "culture"),
    ("visas for veterans", "people"),
    ("religious freedom", "human_rights"),
]


@pytest.mark.parametrize(("text", "key"), FIELD_WORDS)
def test_fields_of_cooperation_have_wording(text: str, key: str | None) -> None:
    found = fields_in(text)
    assert key in found if key is not None else isinstance(found, tuple)


def test_a_text_of_no_field_has_none() -> None:
    assert fields_in("They shook hands.") == ()


@pytest.mark.parametrize(
    ("pattern", "words", "other"),
    [
        ("targets", "aims to reach", "reached"),
        ("planned", "will lend", "lent"),
        ("hypothetical", "might lend", "on 5 May"),
        ("denied", "did not lend", "not only lent"),
        ("yearly", "a year", "years"),
        ("present", "is now", "was then"),
        ("percent_noise", "of the vote", "of the trade"),
        ("money_noise", "at the box office", "in trade"),
        ("shares", "accounted for", "fell by"),
        ("carriers", "the record", "a ship"),
    ],
)
def test_standpoints_match_their_wording_and_not_another(pattern: str, words: str, other: str) -> None:
    compiled = getattr(figure_rules(), pattern)
    assert compiled.search(words)
    assert not compiled.search(other)
