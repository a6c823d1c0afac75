"""Who stands in the slots of an event."""

from __future__ import annotations

import pytest

from tests.extract.events.told import events, sides


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Japan said it would sign a treaty with Mongolia.", "agreement_signed", "JPN+MNG"),
        ("Kosovo imposed tariffs on goods from Serbia and Bosnia in November 2018.", "tariff_imposed", "XKX>BIH+SRB"),
        ("Ghana demanded that Nigeria accept the plan of Togo.", "demand", "GHA>NGA"),
    ],
)
def test_a_slot_holds_whoever_stands_in_it(text: str, kind: str, expected: str) -> None:
    assert [sides(s) for s in events(text) if s.kind == kind] == [expected]
