"""Every layout pattern fits the texts it must, none that it must not, and stays fast on hostile ones."""

from __future__ import annotations

import pytest

from detente.rules.layout import LayoutRule, layout_rules

RULES = layout_rules().rules


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_each_rule_fits_its_examples_and_no_others(rule: LayoutRule) -> None:
    assert rule.must
    assert rule.must_not
    assert [text for text in rule.must if not rule.fits(text)] == []
    assert [text for text in rule.must_not if rule.fits(text)] == []


def test_names_are_unique() -> None:
    names = [rule.name for rule in RULES]
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("unit", ["a ", "A ", "1 ", "(", "“", "- ", "Photo: ", "By A ", "| ", "cookies ", "3 May 2019 ", "A.", "AP/"])
def test_every_pattern_comes_to_an_end_on_hostile_text(unit: str) -> None:
    """It would take minutes if one backtracked badly."""
    text = (unit * 600)[:600]
    assert {rule.fits(text) for rule in RULES} <= {True, False}


def test_no_word_both_opens_sentences_and_is_an_abbreviation() -> None:
    rules = layout_rules()
    assert rules.starters & rules.titles == set()
    assert rules.starters & rules.months == set()
