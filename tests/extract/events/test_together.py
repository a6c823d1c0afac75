"""What is done together: whoever takes part is both doer and done-to."""

from __future__ import annotations

import pytest

from tests.extract.events.told import events, sides


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Serbia and Kosovo held talks in Brussels in March 2011.", "talks_held", "SRB+XKX"),
        ("Relations between Chad and Libya were restored in May 1990.", "relations_restored", "LBY+TCD"),
        ("Chad and Libya attacked one another in May 1990.", "attack", "LBY+TCD"),
    ],
)
def test_all_who_take_part_are_its_sides(text: str, kind: str, expected: str) -> None:
    assert [sides(s) for s in events(text) if s.kind == kind] == [expected]
