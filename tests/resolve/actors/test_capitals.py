"""A capital's name stands for today's state unless the document means another one."""

from __future__ import annotations

import pytest

from tests.extract.events.told import reading_of


def capital(text: str, city: str) -> list[str | None]:
    """The countries that a city's name stands for."""
    return [p.country for m in reading_of(text).actors if m.span.of(text) == city for p in m.parties]


@pytest.mark.parametrize(
    ("text", "city", "country"),
    [
        ("Czechoslovakia wrote to Peru in 1968. Prague protested against Czechoslovakia's losses.", "Prague", "CSK"),
        ("The Czech Republic wrote to Peru in 2008. Prague protested.", "Prague", "CZE"),
        ("Libya answered Egypt. Tripoli protested.", "Tripoli", "LBY"),
    ],
)
def test_a_seat_is_of_the_state_that_the_document_names(text: str, city: str, country: str) -> None:
    assert capital(text, city) == [country]


def test_a_city_of_a_country_that_is_named_is_not_another_ones_capital() -> None:
    assert capital("Lebanon and Syria sent troops. Tripoli protested against Lebanon.", "Tripoli") == []
