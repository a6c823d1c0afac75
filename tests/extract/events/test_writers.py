"""Whom "I" stands for in a telegram or letter, told by its first line."""

from __future__ import annotations

import pytest

from detente.extract.events.writers import with_writer, writer_of
from tests.extract.events.told import events, reading_of, sides

HEAD = "12. Telegram From the Embassy in Kenya to the Department of State\nNairobi, May 4, 1979.\n"
LETTER = "Letter From President Kaunda of Zambia to President Nyerere of Tanzania\nLusaka, 4 May 1979.\n"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (HEAD, "USA"),
        (LETTER, "ZMB"),
        ("Telegram From the British Embassy in Cairo to the Foreign Office\nCairo, 4 May 1979.\n", "GBR"),
        ("The embassy in Kenya wrote to the Department of State.\n", None),
        ("Memorandum of Conversation\nNairobi, May 4, 1979.\n", None),
    ],
)
def test_the_first_line_tells_the_writers_state(text: str, country: str | None) -> None:
    assert writer_of(reading_of(text)) == country


def test_a_meeting_of_the_writer_is_told_by_a_named_rule() -> None:
    (event,) = [s for s in events(HEAD + "I met with President Moi of Kenya on May 3.") if s.kind == "meeting"]
    assert (sides(event), event.rule.split("+")[1]) == ("KEN+USA", "writer")


def test_a_minister_of_no_named_state_is_of_that_where_the_writer_is_posted() -> None:
    (event,) = [s for s in events(HEAD + "I met with Foreign Minister Wambui on May 3.") if s.kind == "meeting"]
    assert sides(event) == "KEN+USA"


def test_who_is_quoted_is_not_the_writer() -> None:
    reading = with_writer(reading_of(HEAD + 'He said: "I met the Foreign Minister of Oman." I left.'))
    assert [m.span.of(reading.document.text) for m in reading.actors if m.rule == "writer"] == ["I"]


def test_a_story_has_no_writer() -> None:
    assert not [s for s in events("Nairobi. I met with President Moi of Kenya on 3 May 1979.") if s.kind == "meeting"]
