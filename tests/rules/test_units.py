from __future__ import annotations

import pytest
from babel.numbers import list_currencies

from detente.model.errors import DataError
from detente.rules import units
from detente.rules.units import unit_rules

HISTORICAL = {"SUR", "FRF", "DEM", "ITL", "ZWL", "VES", "BGN", "YUD", "FIM"}


def test_every_currency_is_an_iso_4217_code() -> None:
    known = set(list_currencies()) | HISTORICAL
    assert [code for code in unit_rules().codes if code not in known] == []
    assert [code for entry in unit_rules().contested for code, _ in entry.homes if code not in known] == []


def test_every_contested_default_is_one_of_its_homes_or_known() -> None:
    for entry in unit_rules().contested:
        assert entry.default is None or entry.default in {code for code, _ in entry.homes} | set(unit_rules().codes)


@pytest.mark.parametrize(
    ("words", "code"), [("billion US dollars", "USD"), ("million dirhams", None), ("thousand zlotys", "PLN"), ("yen", "JPY")]
)
def test_a_currency_word_is_found_behind_a_number(words: str, code: str | None) -> None:
    rules = unit_rules()
    match = rules.money_word.search(" " + words)
    assert match is not None
    group = match.lastgroup or ""
    assert group == "loose" or code is None or rules.codes[int(group.rpartition("_")[2])] == code


def test_one_symbol_for_two_currencies_is_refused() -> None:
    with pytest.raises(DataError, match="stands for both AUD and USD"):
        units._symbols({"AUD": {"symbols": ["$"]}, "USD": {"symbols": ["$"]}})


def test_multipliers_know_the_indian_scale() -> None:
    assert (unit_rules().multipliers["lakh"], unit_rules().multipliers["crore"]) == (1e5, 1e7)
