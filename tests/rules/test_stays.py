from __future__ import annotations

import pytest

from detente.rules.stays import day_count


@pytest.mark.parametrize(
    ("text", "days"),
    [("a two-day state visit", 2), ("his 5-day tour", 5), ("a visit", None), ("the second day", None)],
)
def test_days_are_counted_where_the_text_counts_them(text: str, days: int | None) -> None:
    assert day_count(text) == days
