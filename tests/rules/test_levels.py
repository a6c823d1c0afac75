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
        ("Pakistan and China's all-weather strategic cooperative partnership", "all-weather strategic cooperative partnership"),
        ("India and Russia call it a Special and Privileged Strategic Partnership", "Special and Privileged Strategic Partnership"),
        ("Uzbekistan's enhanced strategic partnership with Italy", "enhanced strategic partnership"),
        ("Japan, a treaty ally of the United States", "treaty ally"),
        ("the special relationship of London and Washington", "special relationship"),
        ("Bahrain is a Major Non-NATO Ally", "Major Non-NATO Ally"),
        (
            "a comprehensive strategic partnership of coordination for a new era",
            "comprehensive strategic partnership of coordination for a new era",
        ),
        ("the no-limits partnership of Beijing and Moscow", "no-limits partnership"),
        ("a future-oriented partnership of Seoul and Tokyo", "future-oriented partnership"),
        ("Laos and China build a community of shared destiny", "community of shared destiny"),
        ("a Special Strategic and Global Partnership of Japan and India", "Special Strategic and Global Partnership"),
        ("became strategic partners for good reason", "strategic partners"),
    ],
)
def test_a_level_is_given_as_written(text: str, level: str) -> None:
    assert find_level(text) == level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Ghana and Brazil raised ties from a comprehensive partnership to a strategic partnership.", "strategic partnership"),
        (
            "From a strategic partnership, Kenya and Korea upgraded it to a comprehensive strategic partnership.",
            "comprehensive strategic partnership",
        ),
        ("The comprehensive partnership of 2013 came before the strategic partnership of 2023.", "comprehensive partnership"),
    ],
)
def test_a_rise_tells_the_level_reached(text: str, level: str) -> None:
    assert find_level(text) == level


@pytest.mark.parametrize(
    "text",
    [
        "a partnership between two firms",
        "strategic thinking",
        "",
        "the Trans-Pacific Partnership",
        "the Regional Comprehensive Economic Partnership",
        "a limited partnership in Delaware",
        "Partnership for Peace",
        "a business partnership",
        "an entreaty ally",
        "the partners of the law firm",
    ],
)
def test_other_partnerships_are_no_level(text: str) -> None:
    assert find_level(text) is None
