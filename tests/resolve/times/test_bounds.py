"""A word in front of a date widens it to one side."""

from __future__ import annotations

import pytest

from detente.model.edtf import Edtf
from detente.resolve.times.bounds import stretch
from tests.extract.events.told import reading_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru and Chile have traded since 1929.", "1929/.."),
        ("Ethiopia must pay by 5 May 2003.", "../2003-05-05"),
        ("Ethiopia held the town until May 2000.", "../2000-05"),
        ("Serbia did not open the road until May 2000.", "2000-05"),
        ("India and Pakistan traded from 1950 onward.", "1950/.."),
        ("India and Pakistan parted about 1947.", "1947~"),
        ("India and Pakistan parted in 1947.", "1947"),
    ],
)
def test_a_bound_opens_one_end_of_a_date(text: str, expected: str) -> None:
    assert [t.edtf.text for t in reading_of(text).times if t.edtf is not None] == [expected]


@pytest.mark.parametrize(
    ("mine", "other", "side", "expected"),
    [
        ("1998", "2000", 1, "1998/2000"),
        ("2000", "1998", -1, "1998/2000"),
        ("2000", "1998", 1, "2000"),
        ("2000", None, 1, "2000"),
        (None, "2000", 1, None),
    ],
)
def test_two_ends_make_a_stretch_only_when_they_run_forward(mine: str | None, other: str | None, side: int, expected: str | None) -> None:
    found = stretch(Edtf.parse(mine) if mine else None, Edtf.parse(other) if other else None, side)
    assert (found.text if found else None) == expected
