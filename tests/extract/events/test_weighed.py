"""A paper tells what was done, and leaves out what it weighs, asks, wishes or says should be done."""

from __future__ import annotations

import pytest

from detente.extract.events.weighed import minuted_day
from tests.extract.events.told import events, told

TELEGRAM = "12. Telegram From the Embassy in Ethiopia to the Ministry\n\nAddis Ababa, May 9, 1998, noon.\n\n"
MINUTES = (
    "Memorandum of Conversation\n\nNew Delhi, March 4, 1965.\n\nPARTICIPANTS\n\nThe Foreign Minister of India\n\n"
    "The Foreign Minister of Pakistan\n\n"
)
TOLD = [
    (TELEGRAM + "Ethiopia recalled its ambassador from Eritrea on May 3.", "ambassador_recalled"),
    (TELEGRAM + "The President of Eritrea visited Sudan in April.", "visit"),
    (TELEGRAM + "Minister Seyoum of Ethiopia arrived in Asmara after his meeting with President Moi of Kenya.", "meeting"),
]
WEIGHED = [
    TELEGRAM + "If Eritrea presses for talks with Ethiopia, we will reply that we need time.",
    TELEGRAM + "Eritrea could recall its ambassador from Ethiopia.",
    TELEGRAM + "We discussed a meeting of the President of Eritrea with the President of Sudan.",
    TELEGRAM + "Statement by Kenya, supporting the protest of Ethiopia.",
    TELEGRAM + "The minister said that Ethiopia should withdraw its troops from Eritrea.",
    TELEGRAM + "The minister said that Serbia had not attacked Kosovo.",
]


@pytest.mark.parametrize(("text", "kind"), TOLD)
def test_a_paper_tells_what_was_done(text: str, kind: str) -> None:
    assert kind in {found for found, *_ in told(text)}


@pytest.mark.parametrize("text", WEIGHED)
def test_what_a_paper_only_weighs_is_no_event(text: str) -> None:
    assert told(text) == []


def test_what_is_said_at_a_recorded_talk_was_said_on_its_day() -> None:
    assert ("demand", "1965-03-04", "PAK>IND", "happened") in told(MINUTES + "Pakistan demanded that India withdraw its troops.")


def test_a_country_and_its_own_officials_are_not_two_sides() -> None:
    assert [one for one in told(MINUTES + "India urged the Foreign Minister of India to wait.") if one[0] == "demand"] == []


def test_the_two_sides_of_a_paper_are_the_two_it_speaks_of() -> None:
    text = "Serbia wants Kosovo to wait. Kosovo told Serbia to hurry. The two sides signed an agreement on 3 April 1998."
    text = "9. Note From the Mission\n\n" + text
    assert ("agreement_signed", "1998-04-03", "SRB+XKX", "happened") in told(text)


def test_an_office_that_either_side_holds_is_nobodys() -> None:
    text = "President Moi of Kenya spoke to me. President Isaias of Eritrea was silent. The President visited Sudan in April."
    assert [one for one in told(TELEGRAM + text) if one[0] == "visit"] == []


def test_the_day_of_a_talk_is_that_of_its_head() -> None:
    day = minuted_day([s for s in events(MINUTES + "They spoke.") if "/head" in s.rule])
    assert day is not None
    assert day.edtf.text == "1965-03-04"
    assert minuted_day([]) is None
