"""Every kind that the grammar names has a rule, or is vague by its own words."""

from __future__ import annotations

import pytest

from detente.pipeline.texts import times
from detente.resolve.times.kinds import _RULES
from detente.rules.times import time_grammar

VAGUE = {"vague", "none"}


def test_every_kind_of_the_grammar_can_be_resolved() -> None:
    kinds = {pattern.kind for pattern in time_grammar().patterns}
    assert kinds - set(_RULES) <= {"vague", "pair"}
    assert len(kinds) > 15


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met yesterday.", "2019-05-06"),
        ("They met on Tuesday.", "2019-05-07"),
        ("They met in the 1990s.", "199"),
        ("They fought for three weeks.", "P3W"),
        ("They will meet next year.", "2020"),
        ("They meet every year.", "P1Y"),
    ],
)
def test_a_rule_for_each_kind(text: str, value: str) -> None:
    (found,) = times(text, published="2019-05-07")
    assert found.value == value


def test_more_than_so_long_ago_has_no_place_on_the_calendar() -> None:
    (exact,) = times("They met two years ago.", published="2019-05-07")
    (more,) = times("They met more than two years ago.", published="2019-05-07")
    assert exact.edtf is not None
    assert more.edtf is None
