import pytest

from detente.extract.quantities.units import Purse, is_plural, read_multiplier, read_unit
from detente.rules.units import unit_rules


def unit_of(after: str, value: float = 10_000) -> str | None:
    return read_unit(after, 0, len(after), value, unit_rules(), Purse(after)).name


@pytest.mark.parametrize(
    ("after", "unit"),
    [
        (" former Cuban agents", "agents"),
        (" children", "children"),
        (" aircraft", "aircraft"),
        ("-megawatt plant", "MW"),
        (" sq km", "square kilometres"),
        (" of the prisoners", "prisoners"),
    ],
)
def test_the_unit_is_what_is_counted(after: str, unit: str) -> None:
    assert unit_of(after) == unit


@pytest.mark.parametrize("after", [" in Hanoi", " years", "-year journey", " was said", " Downing Street", " of gold", ""])
def test_what_is_not_counted_is_no_unit(after: str) -> None:
    assert unit_of(after) is None


def test_a_verb_is_no_money() -> None:
    assert unit_of(" won the vote", value=14) != "KRW"
    assert unit_of(" won", value=5_000) == "KRW"


def test_a_pound_of_something_is_a_weight() -> None:
    assert unit_of(" pounds of rice") != "GBP"


def test_a_lone_letter_scales_money_and_counts_only() -> None:
    rules = unit_rules()
    assert read_multiplier("m visitors", 0, 10, rules, money=False)[0] == 1e6
    assert read_multiplier("m from the border", 0, 17, rules, money=False)[0] == 1
    assert read_multiplier("m", 0, 1, rules, money=True)[0] == 1e6


@pytest.mark.parametrize(
    ("word", "plural"), [("agents", True), ("people", True), ("news", False), ("crisis", False), ("process", False), ("has", False)]
)
def test_plurals(word: str, plural: bool) -> None:
    assert is_plural(word, unit_rules()) is plural


@pytest.mark.parametrize(
    ("after", "unit"),
    [
        (" Indian and four Chinese soldiers died", "soldiers"),
        (" Armenian and 3 Azerbaijani servicemen", "servicemen"),
        (" Ghanaian and Nigerian students", "students"),
        (" police officers were hurt", "officers"),
        (" police left", "police"),
        (" Poles live there", "people"),
        (" Indian and other dishes", None),
        (" March and 12 April", None),
    ],
)
def test_nationalities_that_share_a_noun_count_it(after: str, unit: str | None) -> None:
    assert unit_of(after, value=17) == unit
