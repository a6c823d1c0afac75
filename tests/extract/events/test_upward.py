"""What governs a word is found step by step, and each step tells what kind of word it is."""

from __future__ import annotations

import pytest
from spacy.tokens import Token

from detente.extract.events.upward import among, chain, has_auxiliary, is_infinitive, is_told, modified
from detente.extract.syntax import parse


def word(text: str, wanted: str) -> Token:
    """The first token of a sentence with that form."""
    return next(t for t in next(iter(parse([text]))) if t.text == wanted)


def test_the_way_up_ends_where_another_clause_begins() -> None:
    above = [up.text for _, up in chain(word("Peru said that it had agreed to sign the treaty.", "sign"))]
    assert above == ["agreed", "said"]
    assert [up.text for _, up in chain(word("Peru, which signed the treaty, left.", "signed"))] == []


def test_a_verb_is_in_a_list_with_its_particle_alone() -> None:
    assert among(word("Peru called off the visit.", "called"), "cancelling")
    assert not among(word("Peru called the visit a success.", "called"), "cancelling")
    assert among(word("Peru hoped to sign it.", "hoped"), "planning")


@pytest.mark.parametrize(
    ("text", "verb", "told"),
    [
        ("Peru said that it had signed the treaty.", "signed", True),
        ("Peru said that it would sign the treaty.", "sign", False),
        ("Peru agreed to sign the treaty.", "sign", False),
    ],
)
def test_a_verb_with_an_auxiliary_of_what_may_be_is_not_told(text: str, verb: str, told: bool) -> None:
    assert is_told(word(text, verb)) is told


def test_auxiliaries_and_adjectives_are_looked_up_in_their_lists() -> None:
    assert has_auxiliary(word("Peru may sign the treaty.", "sign"), "possible")
    assert not has_auxiliary(word("Peru did sign the treaty.", "sign"), "possible")
    assert is_infinitive(word("Peru agreed to sign the treaty.", "sign"))
    assert not is_infinitive(word("Peru did sign the treaty.", "sign"))
    assert modified(word("A planned attack was stopped.", "attack"), "planned_adjectives")
    assert not modified(word("A fierce attack was stopped.", "attack"), "planned_adjectives")
