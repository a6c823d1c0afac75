import pytest

from detente.extract.quantities.numerals import last_scale, read_digits, read_words
from detente.rules.units import unit_rules


@pytest.mark.parametrize(
    ("literal", "value"),
    [
        ("1,700", 1700),
        ("1 700", 1700),
        ("1’700.5", 1700.5),
        ("1.234.567", 1234567),
        ("175,6", 175.6),
        ("7.54", 7.54),
        ("12", 12),
        ("1234,5678", 1234.5678),
    ],
)
def test_the_decimal_sign_is_told_by_the_digits_around_it(literal: str, value: float) -> None:
    assert read_digits(literal) == pytest.approx(value)


def test_a_number_that_could_be_either_is_none() -> None:
    assert read_digits("1234,567") is None


@pytest.mark.parametrize(
    ("run", "value"),
    [
        ("two and a half million", 2.5e6),
        ("half a million", 5e5),
        ("a million and a half", 1.5e6),
        ("twenty-five", 25),
        ("two hundred thousand", 2e5),
        ("three hundred and twelve", 312),
        ("two dozen", 24),
        ("ninety", 90),
    ],
)
def test_words_are_read_as_one_number(run: str, value: float) -> None:
    assert read_words(run, unit_rules()) == value


@pytest.mark.parametrize("run", ["nineteen ninety", "two three", "forty fifty"])
def test_words_that_are_no_number_are_none(run: str) -> None:
    assert read_words(run, unit_rules()) is None


def test_the_first_of_a_range_may_share_the_scale() -> None:
    assert last_scale("sixteen thousand", unit_rules()) == 1000
    assert last_scale("sixteen", unit_rules()) == 1
