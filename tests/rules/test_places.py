"""The gazetteer of places: venues first, cities from large to small, coordinates on the globe."""

from __future__ import annotations

from detente.rules.actors import country_names
from detente.rules.places import gazetteer, longest


def test_venues_and_cities_have_their_country_and_coordinates() -> None:
    assert gazetteer()["Camp David"][0].country == "USA"
    assert gazetteer()["Great Hall of the People"][0].country == "CHN"
    hanoi = gazetteer()["Hanoi"][0]
    assert hanoi.country == "VNM"
    assert abs(hanoi.lat - 21.03) < 0.1


def test_other_spellings_lead_to_the_same_city() -> None:
    assert gazetteer()["Danang"][0] == gazetteer()["Da Nang"][0]


def test_a_country_is_not_another_name_of_its_capital() -> None:
    assert all(place.kind != "city" or place.name == "Panama" for place in gazetteer().get("Panama", ()))


def test_every_place_is_on_the_globe() -> None:
    for places in gazetteer().values():
        for place in places:
            assert -90 <= place.lat <= 90
            assert -180 <= place.lon <= 180
    assert 2 <= longest() <= 8


def test_venues_stand_in_countries_of_the_table() -> None:
    known = set(country_names()) | {"GUM"}
    strange = {p.country for places in gazetteer().values() for p in places if p.kind != "city" and p.country not in known}
    assert strange <= {None}
