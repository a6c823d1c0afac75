"""The words of the heads of papers match papers and nothing else."""

from __future__ import annotations

import pytest

from detente.rules.codebook import codebook
from detente.rules.papers import letter_head, paper_words, record_heads, wholes


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("12. Memorandum of Conversation", "meeting"),
        ("Draft Memorandum of a Conversation, Lima, May 2, 1941", "meeting"),
        ("Transcript of a Telephone Conversation Between the President and the King", "phone_call"),
        ("The memorandum of conversation was lost", None),
        ("Memorandum From the Secretary to the President", None),
    ],
)
def test_a_record_of_a_talk_is_known_by_its_first_line(line: str, kind: str | None) -> None:
    assert next((k for k, pattern in record_heads().items() if pattern.match(line)), None) == kind


@pytest.mark.parametrize(
    ("line", "sides"),
    [
        ("4. Letter From the Ambassador to Peru (Vega) to King Hassan", ("the Ambassador to Peru (Vega)", "King Hassan")),
        ("Message From President Paz to Chancellor Adenauer", ("President Paz", "Chancellor Adenauer")),
        ("A letter from home to the front", None),
    ],
)
def test_a_letter_names_who_wrote_and_to_whom(line: str, sides: tuple[str, str] | None) -> None:
    found = letter_head().match(line)
    assert (found and (found["sender"], found["receiver"])) == sides


def test_records_are_of_kinds_in_the_codebook_and_halves_have_wholes() -> None:
    assert set(record_heads()) <= set(codebook().kinds)
    assert all(len(halves) > 1 for halves in wholes().values())
    assert "participants" in paper_words()["lists"]
