"""Wrapped lines are joined, whole lines are not."""

from __future__ import annotations

import textwrap

from detente.rules.layout import layout_rules
from detente.segment.lines import paragraphs

FIRST = (
    "The foreign ministers of Djibouti and Eritrea met in Djibouti City on 6 September 2018, ten years after the fighting at Ras "
    "Doumeira in which several dozen soldiers were killed."
)
SECOND = (
    "Qatar, which had kept a few hundred soldiers on the disputed hill, withdrew them in June 2017; Eritrean troops moved in at "
    "once, and the African Union sent a mission."
)


def words(text: str) -> list[str]:
    return [" ".join(span.of(text).split()) for span in paragraphs(text, layout_rules())]


def test_lines_broken_at_a_column_are_joined() -> None:
    for width in (60, 72, 80, 100):
        text = textwrap.fill(FIRST, width) + "\n\n" + textwrap.fill(SECOND, width)
        assert words(text) == [FIRST, SECOND]


def test_a_short_line_ends_its_paragraph_even_without_a_blank_line() -> None:
    text = textwrap.fill(FIRST, 72) + "\n" + textwrap.fill(SECOND, 72, initial_indent="   ")
    assert words(text) == [FIRST, SECOND]


def test_one_line_for_each_paragraph_stays_so() -> None:
    assert words(f"{FIRST}\n{SECOND}\nA short one.") == [FIRST, SECOND, "A short one."]


def test_a_list_of_short_lines_stays_a_list() -> None:
    lines = ["Oslo, May 1993", "Cairo, May 1994", "Taba, September 1995", "Wye River, October 1998"]
    assert words("\n".join(lines)) == lines


def test_line_ends_of_all_kinds() -> None:
    assert words("Talks in Oslo.\r\nTalks in Cairo.\rTalks in Taba.\u2028Talks at Wye.\x0cEnd.") == [
        "Talks in Oslo.", "Talks in Cairo.", "Talks in Taba.", "Talks at Wye.", "End.",
    ]  # fmt: skip


def test_nothing_in_nothing() -> None:
    assert words("") == words(" \n\t\r\n") == []


RAGGED = [
    "Two sides met in Lomé in the spring, and the talks were led by Ambassador Kofi",
    "Mensah of Ghana, who had been asked to",
    "do so by the Union. It was the second time that the two had met since the war had ended; they",
    "signed a paper on prisoners.",
]


def test_lines_broken_at_no_steady_column_are_joined_where_they_break_off() -> None:
    assert words("\n".join(RAGGED)) == [" ".join(RAGGED)]


def test_a_credit_at_a_line_end_closes_its_line() -> None:
    first = "The presidents shake hands on the bridge at Gatuna after the ceremony. Photo: N. Hale"
    second = "Lorries wait for the barrier to be raised. Photo: L. Park"
    assert words("\n".join([*RAGGED, "", first, second]))[1:] == [first, second]


def test_entries_of_a_wrapped_list_stay_apart() -> None:
    first = "1. The crossing shall be open on every day of the week from six in the morning until"
    second = "2. The duty on tea and coffee shall be lifted by both governments as of the first day of"
    assert words(f"{first}\nmidnight\n{second}\nMay") == [f"{first} midnight", f"{second} May"]
