"""Letters, telegrams and minutes are told from texts for the public, and tell no more than their sentences say."""

from __future__ import annotations

import pytest

from detente.extract.events.papers import is_paper
from tests.extract.events.told import kinds

PAPERS = [
    "12. Telegram From the Embassy in Peru to the Ministry\nLima, 3 May 1961. The talks went on.",
    "Memorandum of Conversation\nThe minister of Peru spoke to the envoy of Chile.",
    "SUBJECT\nTalks with Chile\nThe envoy spoke of the border.",
    "I told you that we want our treaty. You did not answer me.",
    "7. Ministry Situation Report\nThe troops stand at the border.",
]
PUBLIC = [
    "Peru and Chile signed a treaty in 1929.",
    'The minister of Peru said: "I told you that we want our treaty, and you did not answer me."',
    "The memorandum of understanding was signed by Peru and Chile.",
    "The US and Chile held talks in Lima.",
    "",
]


@pytest.mark.parametrize(("text", "paper"), [*((t, True) for t in PAPERS), *((t, False) for t in PUBLIC)])
def test_a_paper_is_known_by_its_first_line_its_labels_or_its_voice(text: str, paper: bool) -> None:
    assert is_paper(text) is paper


def test_minutes_that_weigh_a_deed_tell_none() -> None:
    told = "The president of Chile visited Peru in May 1961. Peru could attack Chile."
    assert (sorted(kinds("Minutes of a meeting\n\n" + told)), "attack" in kinds(told)) == (["visit"], True)
