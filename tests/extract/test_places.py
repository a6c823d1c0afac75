"""Places: cities, venues and waters with their country, and what is no place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.extract.actors import find_actors
from detente.extract.places import find_places
from detente.model.document import Document
from detente.model.mention import PlaceMention
from detente.resolve.actors import resolve_actors
from detente.segment.layout import segment


def places(text: str) -> list[tuple[str, PlaceMention]]:
    document = Document(id="p", path=None, sha256="p", text=text)
    layout = segment(document)
    actors = resolve_actors(document, layout, find_actors(document, layout))
    return [(p.span.of(text), p) for p in find_places(document, layout, actors)]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Sadat and Begin met at Camp David.", "Camp David", "USA"),
        ("They signed in the Great Hall of the People.", "Great Hall of the People", "CHN"),
        ("Talks resumed in Đà Nẵng, Vietnam.", "Đà Nẵng", "VNM"),
        ("The summit was moved to Busan.", "Busan", "KOR"),
        ("Eritrean troops left Badme.", "Badme", "ERI"),
        ("They met in Mitrovica, Kosovo said.", "Mitrovica", "XKX"),
        ("Ships met in the South China Sea.", "South China Sea", None),
        ("British and Irish ministers met at Hillsborough.", "Hillsborough", "GBR"),
        ("The Jordanian king spoke in Aqaba.", "Aqaba", "JOR"),
    ],
)
def test_a_place_has_its_country(text: str, name: str, country: str | None) -> None:
    found = dict(places(text))
    assert name in found
    assert found[name].country == country
    assert found[name].lat is not None


def test_the_country_of_the_document_decides() -> None:
    assert dict(places("Libya said shells had hit Tripoli."))["Tripoli"].country == "LBY"
    assert dict(places("Lebanese troops entered Tripoli in northern Lebanon."))["Tripoli"].country == "LBN"
    assert dict(places("Venezuela closed its consulate in Valencia."))["Valencia"].country == "VEN"
    assert dict(places("Spain flew them to Valencia."))["Valencia"].country == "ESP"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Japanese investors bought Osaka Gas shares.", "Osaka"),
        ("President Abraham Lincoln wrote to London.", "Lincoln"),
        ("They admired the Statue of Liberty.", "Liberty"),
        ("The Helsinki Accords bind Finland.", "Helsinki"),
    ],
)
def test_a_person_a_firm_or_a_thing_is_no_place(text: str, word: str) -> None:
    assert word not in dict(places(text))


def test_a_country_is_a_place_where_it_stands_as_one() -> None:
    found = places("In Ethiopia, Kenya bought land.")
    assert [(text, p.kind) for text, p in found] == [("Ethiopia", "country")]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.sampled_from(["in Hà Nội", "at Camp David", "Tokyo's"]))
def test_any_text_is_read(noise: str, words: str) -> None:
    text = f"{noise} {words} {noise}"
    for surface, place in places(text):
        assert surface
        assert place.span.end <= len(text)
