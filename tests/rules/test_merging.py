from __future__ import annotations

import pytest

from detente.rules.merging import merging


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("visit", "state_visit", True),
        ("attack", "clash", True),
        ("partnership_established", "partnership_elevated", True),
        ("relations_normalized", "normalization_announced", False),
        ("anniversary", "relations_normalized", False),
        ("mission_opened", "mission_closed", False),
        ("sanction_imposed", "sanction_lifted", False),
    ],
)
def test_which_kinds_can_tell_of_one_event(one: str, other: str, same: bool) -> None:
    assert (merging().family(one).name == merging().family(other).name) is same


def test_a_kind_without_a_family_is_one_of_its_own() -> None:
    assert merging().family("border_swap").kinds == ("border_swap",)


def test_levels_rise_and_a_break_falls_to_the_ground() -> None:
    rank = {kind: level.rank for kind, level in merging().levels.items()}
    assert rank["recognition"] < rank["relations_established"] < rank["relations_normalized"] < merging().partnership_rank
    assert rank["relations_severed"] == merging().none.rank == 0


def test_bound_words_stand_for_every_sign() -> None:
    assert set(merging().bounds) == {"=", ">", "<", "~", "~<", "~>", ">=", "<="}
