"""Pairs and offices stand for those named near, and for nobody where nobody fits."""

from __future__ import annotations

from tests.resolve.actors.test_actors import read, who


def test_both_sides_are_the_two_named_together_last() -> None:
    text = "Ethiopia and Eritrea fought for years over Badme. Then Ethiopia and Eritrea met. Both sides agreed to stop."
    mention = read(text)["Both sides"]
    assert sorted(c for _, c in who(mention) if c) == ["ERI", "ETH"]
    assert mention.rule == "pair_near"


def test_a_pair_is_the_two_that_it_is_said_to_be_of() -> None:
    text = "Ethiopia and Eritrea fought. The two governments of Chad and Mali issued a statement."
    assert sorted(c for _, c in who(read(text)["The two governments"]) if c) == ["MLI", "TCD"]


def test_both_sides_in_a_history_of_many_states_are_nobody() -> None:
    text = "Peru voted. Chile voted. Bolivia voted. Ecuador voted. Brazil voted. Togo voted. Rain fell. It fell. It fell. Both sides left."
    assert read(text)["Both sides"].parties == ()


def test_a_body_is_of_whoever_its_sentence_speaks_of_first() -> None:
    mention = read("Peru accused Chile of spying; its foreign ministry complained.")["foreign ministry"]
    assert [c for _, c in who(mention)] == ["PER"]


def test_a_pair_in_a_document_about_one_country_stays_open() -> None:
    assert read("Peru held a vote. Both sides cried foul.")["Both sides"].parties == ()


def test_the_two_presidents_are_persons_known_in_that_office() -> None:
    text = "President Aleksandar Vucic of Serbia met President Hashim Thaci of Kosovo. The two presidents shook hands."
    (pair,) = [mention for form, mention in read(text).items() if form.lower().endswith("two presidents")]
    assert who(pair) == [("Aleksandar Vucic", "SRB"), ("Hashim Thaci", "XKX")]


def test_an_office_is_the_person_named_in_it_and_not_the_holder_of_another() -> None:
    text = "Foreign Minister Abebe Tadesse of Ethiopia left. The foreign minister returned. The defence minister stayed."
    found = read(text)
    assert who(found["foreign minister"]) == [("Abebe Tadesse", "ETH")]
    assert [name for name, _ in who(found["defence minister"])] != ["Abebe Tadesse"]
