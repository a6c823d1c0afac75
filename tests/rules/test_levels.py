from __future__ import annotations

import pytest

from detente.rules.levels import find_level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("raised ties to a Comprehensive Strategic Partnership", "Comprehensive Strategic Partnership"),
        ("a comprehensive strategic cooperative partnership followed", "comprehensive strategic cooperative partnership"),
        ('to build a "community with a shared future"', "community with a shared future"),
        ("a Strategic Partnership for Peace and Prosperity in Asia", "Strategic Partnership for Peace and Prosperity"),
        ("became strategic partners for good reason", "strategic partners"),
    ],
)
def test_a_level_is_given_as_written(text: str, level: str) -> None:
    assert find_level(text) == level


@pytest.mark.parametrize("text", ["a partnership between two firms", "strategic thinking", ""])
def test_other_partnerships_are_no_level(text: str) -> None:
    assert find_level(text) is None
