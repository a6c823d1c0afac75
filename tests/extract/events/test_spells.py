from __future__ import annotations

import pytest

from tests.extract.events.told import events


@pytest.mark.parametrize(
    ("text", "date", "characters"),
    [
        ("Chinese and British envoys met in Geneva in August and September 1961.", "1961-08/1961-09", "August and September 1961"),
        ("President Joe Biden visited Vietnam on September 10-11, 2023.", "2023-09-10/2023-09-11", "September 10-11, 2023"),
        ("China and Britain signed a treaty in October 1961.", "1961-10", "October 1961"),
    ],
)
def test_a_stretch_of_time_is_one_date_and_its_span_shows_both_ends(text: str, date: str, characters: str) -> None:
    (found,) = {s.date for s in events(text)}
    assert found is not None
    assert found.span is not None
    assert (str(found.edtf), found.span.of(text)) == (date, characters)


def test_dates_that_do_not_follow_each_other_are_of_two_events() -> None:
    told = events("China and Britain met on February 3 and March 4, 1950.")
    assert sorted(str(s.date.edtf) for s in told if s.date) == ["1950-02-03", "1950-03-04"]
