"""One person under every form of a name, and two persons under one family name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from detente.model.mention import ActorKind, ActorMention, Party
from detente.model.span import Span
from detente.resolve.actors.people import People, words_of

CITED = ActorMention(Span(0, 1), ActorKind.PERSON, (Party("Omar al-Bashir", "SDN"),), "name")


def people(*names: str) -> People:
    held = People()
    for number, name in enumerate(names):
        held.note(number, replace(CITED, parties=(Party(name),)))
    return held


@pytest.mark.parametrize(
    ("full", "other"),
    [
        ("Joseph R. Biden", "J. Biden"),
        ("Nguyen Phu Trong", "Trong"),
        ("Xi Jinping", "Xi"),
        ("Nguyễn Phú Trọng", "Nguyen Phu Trong"),
        ("Shinzo Abe", "Abe Shinzo"),
        ("Aleksandar Vucic", "Vučić"),
        ("Martin Luther King Jr.", "Martin Luther King"),
        ("Fidel Castro", "Fidel"),
        ("Joseph R. Biden", "Joe Biden"),
        ("Zbigniew Brzezinski", "Zbig Brzezinski"),
        ("Anthony Charles Blair", "Tony Blair"),
    ],
)
def test_a_short_or_other_form_is_the_same_person(full: str, other: str) -> None:
    found = people(full).find(other)
    assert found is not None
    assert found.name == full


@pytest.mark.parametrize(
    ("full", "other"),
    [
        ("Raul Castro", "Fidel Castro"),
        ("Isaias Afwerki", "Abiy Ahmed"),
        ("Ana Brnabic", "Anaa"),
        ("George H. W. Bush", "George W. Bush"),
        ("John F. Kennedy", "Joseph Kennedy"),
    ],
)
def test_another_name_is_another_person(full: str, other: str) -> None:
    assert people(full).find(other) is None


def test_a_first_name_that_two_bear_means_neither() -> None:
    assert people("Fidel Castro", "Fidel Ramos").find("Fidel") is None


def test_a_family_name_that_two_bear_means_the_last_entered() -> None:
    found = people("Fidel Castro", "Raul Castro").find("Castro")
    assert found is not None
    assert found.name == "Raul Castro"


def test_a_person_takes_the_fullest_name_and_the_office_first_stated() -> None:
    held = People()
    held.note(0, replace(CITED, parties=(Party("Thaci"),)))
    held.note(1, replace(CITED, parties=(Party("Hashim Thaci", "XKX", "Prime Minister"),), cue="prime_minister"))
    held.note(2, replace(CITED, parties=(Party("Thaci", None, "President"),), cue="president"))
    (person,) = held.persons
    assert person.party() == Party("Hashim Thaci", "XKX", "Prime Minister")
    assert person.keys == {"prime_minister", "president"}


def test_words_of_a_name_are_plain() -> None:
    assert words_of("José Sarney Jr.") == ("jose", "sarney")
