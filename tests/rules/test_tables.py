"""What the heads of a table's columns mean."""

from __future__ import annotations

import pytest

from detente.rules.tables import column_meaning, undone


@pytest.mark.parametrize(
    ("head", "meaning"),
    [
        ("Date", "date"),
        ("When", "date"),
        ("Visiting official", "visitor"),
        ("Name of visitor", "visitor"),
        ("Host country", "host"),
        ("Purpose of visit", "remarks"),
        ("Exports in million dollars", None),
        ("Population", None),
        ("Whole", None),
    ],
)
def test_column_meaning(head: str, meaning: str | None) -> None:
    assert column_meaning(head) == meaning


def test_undone() -> None:
    assert undone().search("Talks; put off to May")
    assert not undone().search("Talks put on record")
