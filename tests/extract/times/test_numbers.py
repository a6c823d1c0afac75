"""Numbers in words."""

from __future__ import annotations

import pytest

from detente.extract.times.numbers import number_of
from detente.rules.times import time_grammar


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("two", 2),
        ("twenty-six", 26),
        ("two and a half", 2.5),
        ("half a", 0.5),
        ("a", 1),
        ("a few", "X"),
        ("several", "X"),
        ("a couple of", 2),
        ("one hundred", 100),
        ("a dozen", 12),
        ("34", 34),
        ("1.5", 1.5),
        ("fifty-four", 54),
        ("a full", 1),
    ],
)
def test_numbers(words: str, number: float | str) -> None:
    assert number_of(time_grammar().lex(words, words, 0, len(words))) == number
