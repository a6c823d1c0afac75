"""How a whole text tells time: a text that speaks from a day nobody knows dates nothing by it."""

from __future__ import annotations

import pytest

from detente.pipeline.texts import times

OPENING = "Consider this March. Envoys of Chad met envoys of Libya where soldiers had landed in 1965. "


@pytest.mark.parametrize(
    ("text", "found", "date"),
    [
        (OPENING + "Last year the president came in May.", "May", None),
        (OPENING + "Last year the president came in May.", "Last year", None),
        ("Soldiers landed in 1965. The president came in May, and the pact of 1966 followed.", "May", "1965-05"),
        (OPENING + "Last year the president came on 3 May 1988 and left in June.", "June", "1988-06"),
    ],
)
def test_an_undated_text_that_counts_from_its_own_day_lends_no_year(text: str, found: str, date: str | None) -> None:
    (mention,) = [m for m in times(text) if m.text == found]
    assert (None if mention.edtf is None else mention.edtf.text) == date


def test_with_its_day_known_the_same_text_is_dated() -> None:
    mentions = {m.text: m.edtf for m in times(OPENING + "Last year the president came in May.", published="1988-06-02")}
    assert str(mentions["Last year"]) == "1987"


@pytest.mark.parametrize(
    ("text", "date"),
    [("In July the sides agreed to meet again.", "2023-07"), ("The sides agreed to meet again in July.", "2024-07")],
)
def test_the_day_of_agreeing_is_past_and_that_of_what_was_agreed_to_come(text: str, date: str) -> None:
    mentions = {m.text: m.edtf for m in times(text, published="2023-12-08")}
    assert str(mentions["July"]) == date
