"""A person named without an office of a country is of the country that stands beside the name."""

from __future__ import annotations

import pytest

from tests.extract.events.told import reading_of


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Eritrea's Yemane Tesfai spoke first.", "Yemane Tesfai", "ERI"),
        ("King Abdullah of Jordan spoke first.", "Abdullah", "JOR"),
        ("Minister Carlos Ruiz of Chile spoke first.", "Carlos Ruiz", "CHL"),
        ("The Serbian and Croatian presidents Marko Petrovic and Ivan Horvat spoke.", "Marko Petrovic", "SRB"),
        ("The Serbian and Croatian presidents Marko Petrovic and Ivan Horvat spoke.", "Ivan Horvat", "HRV"),
        ("Minister Carlos Ruiz spoke in Chile.", "Carlos Ruiz", None),
        ("They told Minister Carlos Ruiz of Chile's intention.", "Carlos Ruiz", None),
    ],
)
def test_the_country_beside_a_name_is_its_bearers(text: str, name: str, country: str | None) -> None:
    found = {p.country for m in reading_of(text).actors if name in m.span.of(text) for p in m.parties}
    assert found == {country}
