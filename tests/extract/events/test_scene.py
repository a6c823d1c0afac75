"""Whom a noun phrase of a parsed sentence stands for."""

from __future__ import annotations

import pytest

from detente.extract.events.scene import Scene, as_participant, participants
from detente.extract.syntax import parse
from detente.model.mention import Party, PlaceMention
from detente.model.span import Span
from tests.extract.events.told import reading_of


def scene_of(text: str, number: int = 0) -> Scene:
    """One sentence of a text as the events are read from it."""
    reading = reading_of(text)
    sentence = reading.layout.sentences[number]
    span = sentence.span
    return Scene(
        sentence,
        number,
        parse([span.of(text)])[0],
        tuple(m for m in reading.actors if span.overlaps(m.span)),
        tuple(p for p in reading.places if span.overlaps(p.span)),
        tuple(t for t in reading.times if span.overlaps(t.span)),
    )


@pytest.mark.parametrize(
    ("text", "head", "near"),
    [
        ("Serbia recognized Kosovo.", "Serbia", ["SRB"]),
        ("The leaders of Ethiopia and Eritrea met.", "leaders", ["ERI", "ETH"]),
        ("The Indian ambassador left Pakistan.", "ambassador", ["IND"]),
        ("A delegation from Chile arrived in Peru.", "delegation", ["CHL"]),
        ("The treaty signed by Peru held.", "treaty", ["PER"]),
        ("The letter about Chile was long.", "letter", []),
        ("The weather was fine in Chile.", "weather", []),
    ],
)
def test_a_noun_phrase_stands_for_whom_it_names_or_belongs_to(text: str, head: str, near: list[str]) -> None:
    scene = scene_of(text)
    token = next(t for t in scene.doc if t.text == head)
    assert sorted(str(p.party.country) for p in participants(scene.near(token))) == near


def test_deep_inside_a_phrase_all_are_found_that_no_clause_holds() -> None:
    scene = scene_of("The letter about Chile that Bolivia sent was long.")
    letter = next(t for t in scene.doc if t.text == "letter")
    assert [p.party.country for p in participants(list(scene.deep(letter)))] == ["CHL"]


def test_a_token_is_placed_in_the_document_and_not_in_its_sentence() -> None:
    text = "Peru spoke. Chile answered Peru in Lima."
    scene = scene_of(text, 1)
    token = next(t for t in scene.doc if t.text == "answered")
    assert scene.span(token).of(text) == "answered"
    assert [t.text for t in scene.tokens(scene.span(token))] == ["answered"]


@pytest.mark.parametrize(
    ("text", "head", "person", "plural"),
    [
        ("President Vucic of Serbia spoke.", "Vucic", True, False),
        ("The ministers of Peru spoke.", "ministers", True, True),
        ("Serbia spoke.", "Serbia", False, False),
        ("They spoke.", "They", True, True),
        ("The bridge fell.", "bridge", False, False),
    ],
)
def test_who_acts_is_a_person_or_not_and_one_or_more(text: str, head: str, person: bool, plural: bool) -> None:
    scene = scene_of(text)
    token = next(t for t in scene.doc if t.text == head)
    assert (scene.is_person(token), scene.is_plural(token)) == (person, plural)


def test_a_party_named_twice_is_one_participant() -> None:
    text = "Peru wrote to Chile, and Peru waited."
    found = participants(scene_of(text).actors)
    assert [(p.party.country, p.span.of(text)) for p in found] == [("PER", "Peru"), ("CHL", "Chile")]


@pytest.mark.parametrize(("country", "party"), [("PER", Party("Lima", "PER")), (None, None)])
def test_a_place_stands_for_a_party_only_by_its_country(country: str | None, party: Party | None) -> None:
    found = as_participant(PlaceMention(Span(0, 4), "Lima", country, None, None, "city"))
    assert (found.party if found else None) == party


@pytest.mark.parametrize(
    ("text", "told"), [("The fleet sailed into the Gulf of Aden.", False), ("The fleet sailed into the port at Aden.", True)]
)
def test_a_place_that_lends_a_water_its_name_is_no_place_of_the_deed(text: str, told: bool) -> None:
    scene = scene_of(text)
    token = next(t for t in scene.doc if t.text == "Aden")
    assert bool(scene.places_at(token)) is told
