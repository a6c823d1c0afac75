"""National days, by country."""

from __future__ import annotations

import pytest

from detente.resolve.times.national import fixed_day
from tests.resolve.times.test_values import read


@pytest.mark.parametrize(
    ("country", "feast", "day"),
    [
        ("GHA", "Independence Day", (3, 6)),
        ("VNM", "National Day", (9, 2)),
        ("KOR", "Liberation Day", (8, 15)),
        ("FRA", "Independence Day", None),
        ("ZZZ", "National Day", None),
    ],
)
def test_fixed_days(country: str, feast: str, day: tuple[int, int] | None) -> None:
    assert fixed_day(country, feast) == day


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("They met on Ghana's Independence Day 2015.", "2015-03-06"),
        ("They met at the Indian Republic Day parade.", "2023-01-26"),
        ("They met on Independence Day.", None),
    ],
)
def test_read_in_a_text(text: str, edtf: str | None) -> None:
    assert [None if m.edtf is None else str(m.edtf) for m in read(text, "2023-02-07")] == [edtf]
