"""Finding: spans, modifiers, bounds, and staying linear and calm on any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.extract.times import find_times
from detente.extract.times.scan import lower, scan
from detente.model.document import Document, Layout


def candidates(text: str) -> tuple[tuple[str, str | None, str | None], ...]:
    document = Document("t", None, "t", text)
    return tuple((c.span.of(text), c.modifier, c.bound) for c in find_times(document, Layout((), ())))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("in early May 1943", ("early May 1943", "START", None)),
        ("at the end of March 1945", ("the end of March 1945", "END", None)),
        ("by mid-September 1942", ("mid-September 1942", "MID", "by")),
        ("since 1995", ("1995", None, "since")),
        ("no later than 4 May 2020", ("4 May 2020", None, "by")),
        ("before 1975", ("1975", None, "before")),
        ("until 15 July 2014", ("15 July 2014", None, "until")),
        ("after 1975", ("1975", None, "after")),
        ("in about 2013", ("2013", None, "about")),
        ("c. 1890", ("1890", None, "about")),
        ("after the 1959 revolution", ("1959", None, None)),
        ("by last year's law", ("last year", None, None)),
    ],
)
def test_modifiers_belong_to_the_words_and_bounds_do_not(text: str, wanted: tuple[str, str | None, str | None]) -> None:
    assert candidates(text) == (wanted,)


def test_offsets_hold_where_lowering_would_move_them() -> None:
    text = "İİİ on 11 July 1995 \U0001f600 in Tết 1968"
    assert len(lower(text)) == len(text)
    assert next(c.span.of(text) for c in scan(text)) == "11 July 1995"


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    for words, _, _ in candidates(text):
        assert words


MONTHS_AND_NUMBERS = "May march 1995 12 31st Q1 '39 08/07/2025 2025-02-31 19:42 99:99 two twenty century years week Monday BC UTC İ"
SIGNS = ["of", "the", "and", "a", "half", "ago", "since", "by", "next", "last", "-", "–", "(", ")", ",", "."]
WORDS = st.sampled_from([*MONTHS_AND_NUMBERS.split(), *SIGNS, "\n\n", "\ud800"])


@given(st.lists(WORDS, max_size=40))
def test_found_times_are_in_order_and_apart(words: list[str]) -> None:
    text = " ".join(words)
    spans = [c.span for c in find_times(Document("t", None, "t", text), Layout((), ()))]
    assert all(one.end <= two.start for one, two in pairwise(spans))


@pytest.mark.parametrize(
    "unit",
    ["one ", "12 May ", "1995-", "two and a half ", "30 years of ", "9 ", "a", "May\n\n", "2025-07-", "During President A B tenure "],
)
def test_a_hostile_text_is_read_to_its_end(unit: str) -> None:
    """It would not end in a lifetime if a pattern backtracked; `make bench` shows that the time grows with the length."""
    text = unit * (80_000 // len(unit))
    assert all(found.span.end <= len(text) for found in find_times(Document("t", None, "t", text), Layout((), ())))
