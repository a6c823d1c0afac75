"""One statement for one event: no topic, no part of another's event, no repetition."""

from __future__ import annotations

import pytest

from tests.extract.events.told import told

FIRST = "President Boric of Chile visited Peru on 5 May 2022. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("India and Pakistan signed agreements on prisoner swaps in May 2008.", ["agreement_signed"]),
        ("India and Pakistan signed a ceasefire agreement in May 2003.", ["agreement_signed"]),
        ("Peru and Chile published documents covering prisoner swaps in 2008.", []),
        ("India and Pakistan swapped prisoners in 2008.", ["prisoners_released"]),
        ("Serbia and Kosovo held talks on recognition in March 2011.", ["talks_held"]),
        ("The accord of May 1994 between Peru and Chile entered into force in June 1999.", ["agreement_in_force", "agreement_signed"]),
        ("The treaty between Peru and Chile entered into force in June 1929.", ["agreement_in_force"]),
    ],
)
def test_a_topic_or_a_part_of_another_event_falls_away(text: str, expected: list[str]) -> None:
    assert sorted(k for k, *_ in told(text)) == expected


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (FIRST + "The visit was short.", ["2022-05-05"]),
        (FIRST + "Boric visited Lima on 5 May 2022.", ["2022-05-05"]),
        (FIRST + "President Boric visited Peru again on 7 June 2023.", ["2022-05-05", "2023-06-07"]),
        (FIRST + "Minister Ruiz of Chile visited Peru on 7 May 2022.", ["2022-05-05", "2022-05-07"]),
        ("India attacked Pakistan in 1965. India attacked Pakistan in 1971.", ["1965", "1971"]),
    ],
)
def test_what_is_told_again_is_one_event_and_what_is_new_another(text: str, dates: list[str]) -> None:
    assert [d for _, d, _, _ in told(text)] == dates


def test_a_title_adds_nothing_that_its_text_tells() -> None:
    body = "On 3 May 2003 India and Pakistan restored diplomatic relations."
    assert [k for k, *_ in told(f"India and Pakistan restore diplomatic relations\n\n{body}\n")] == ["relations_restored"]


def test_a_text_that_is_only_worked_for_is_not_told_by_the_date_of_the_work() -> None:
    assert "agreement_signed" not in [kind for kind, *_ in told("Chad and Libya began talks for a border treaty in 1958.")]
    assert "agreement_signed" not in [kind for kind, *_ in told("Chad proposed a border treaty to Libya in 1958.")]
    assert "agreement_signed" in [kind for kind, *_ in told("Chad and Libya still keep to their border treaty of 1958.")]


def test_a_measure_that_stands_since_a_day_was_imposed_though_it_was_not_lifted() -> None:
    text = "Greece has not lifted its ban on fish from Turkey, in place since 2013."
    assert {(k, d, s) for k, d, _, s in told(text)} == {("sanction_lifted", None, "denied"), ("sanction_imposed", "2013", "happened")}
    assert {k for k, *_ in told("Greece has not lifted its ban on fish from Turkey since 2013.")} == {"sanction_lifted"}
