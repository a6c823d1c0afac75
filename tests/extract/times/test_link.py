"""Two dates that are one stretch, and an hour with its day."""

from __future__ import annotations

import pytest

from detente.extract.times import find_times
from detente.model.document import Document, Layout


def ends(text: str) -> list[tuple[str, int]]:
    return [(c.span.of(text), c.range_end) for c in find_times(Document("t", None, "t", text), Layout((), ()))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("from 1995 to 2013", [("1995", 1), ("2013", -1)]),
        ("between May and July 1990", [("May", 1), ("July 1990", -1)]),
        ("January 30 – February 2", [("January 30", 1), ("February 2", -1)]),
        ("In 2020 and 2021", [("2020", 1), ("2021", -1)]),
        ("in 2011 and 2015", [("2011", 0), ("2015", 0)]),
        ("in 1995, 2013", [("1995", 0), ("2013", 0)]),
        ("1964–68", [("1964", 1), ("68", -1)]),
    ],
)
def test_ranges(text: str, wanted: list[tuple[str, int]]) -> None:
    assert ends(text) == wanted


def test_the_first_end_borrows_the_year() -> None:
    document = Document("t", None, "t", "a visit (30 December–2 January 2008)")
    first, second = find_times(document, Layout((), ()))
    assert (first.fields["year"], second.fields["year"]) == (2007, 2008)


def test_an_hour_beside_its_day() -> None:
    assert ends("May 8 1:00 AM") == [("May 8 1:00 AM", 0)]
    assert ends("At 11 a.m. on 11 November 1918") == [("11 a.m.", 0), ("11 November 1918", 0)]
