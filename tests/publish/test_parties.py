from __future__ import annotations

from dataclasses import replace

import pytest

from detente.publish.parties import party_name, whose
from tests.publish.sample import series


@pytest.mark.parametrize(("code", "name"), [("VNM", "Vietnam"), ("SUN", "Soviet Union"), ("EU", "European Union"), ("ZZZ", "ZZZ")])
def test_codes_have_names(code: str, name: str) -> None:
    assert party_name(code) == name


@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        (("USA", "VNM"), ("USA", "VNM"), ""),
        (("VNM",), ("USA",), "Vietnam → United States"),
        (("VNM",), (), "Vietnam"),
        ((), ("VNM",), "Vietnam"),
        ((), (), ""),
    ],
)
def test_a_figure_says_whose_it_is(source: tuple[str, ...], target: tuple[str, ...], words: str) -> None:
    fact = series()[0].points[0].fact
    assert whose(replace(fact, source=source, target=target)) == words
