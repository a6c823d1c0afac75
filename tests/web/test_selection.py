from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.model.errors import UsageError
from detente.web.selection import LONGEST_WORDS, MOST_VALUES, Selection, read_selection

NAMES = ("q", "kind", "person", "year", "grade", "page", "milestones", "quotes", "newest", "unknown")


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.text(max_size=20)), max_size=8))
def test_what_is_read_from_an_address_gives_the_same_address(pairs: list[tuple[str, str]]) -> None:
    once = read_selection(pairs)
    assert read_selection(once.pairs()) == once


@pytest.mark.parametrize(("since", "wanted"), [("1995", "1995-01-01"), ("1995-03", "1995-03-01"), ("", None)])
def test_a_year_begins_with_its_first_day(since: str, wanted: str | None) -> None:
    assert read_selection([("since", since)]).choice.since == wanted


@pytest.mark.parametrize("name", ["since", "until", "asof"])
@pytest.mark.parametrize("value", ["yesterday", "1995-13", "<b>", "\ud800"])
def test_a_date_that_is_none_is_refused(name: str, value: str) -> None:
    with pytest.raises(UsageError):
        read_selection([(name, value)])


@pytest.mark.parametrize(("page", "number"), [("2", 2), ("0", 1), ("-1", 1), ("x", 1), ("\u0662", 1), ("9" * 4000, 1_000_000)])
def test_a_page_is_a_number(page: str, number: int) -> None:
    assert read_selection([("page", page)]).page == number


def test_an_address_asks_for_little() -> None:
    assert len(read_selection([("q", "x" * 5000)]).words) == LONGEST_WORDS
    with pytest.raises(UsageError, match="at most"):
        read_selection([("kind", str(number)) for number in range(MOST_VALUES + 1)])


def test_a_value_is_chosen_and_taken_away() -> None:
    chosen = Selection(page=3).toggled("kind", "visit")
    assert (chosen.has("kind", "visit"), chosen.page, chosen.narrowed) == (True, 1, True)
    assert not chosen.toggled("kind", "visit").narrowed


def test_only_the_day_goes_with_a_link() -> None:
    chosen = Selection(words="x", asof="2001-01-01", flags=frozenset({"quotes", "milestones"}))
    assert chosen.only_day().query == "?asof=2001-01-01"
    assert chosen.cleared().pairs() == [("quotes", "1"), ("asof", "2001-01-01")]
    assert chosen.flipped("quotes").flags == {"milestones"}
    assert (chosen.between("1990", "1999").since, chosen.at(4).page, chosen.as_of("").asof) == ("1990", 4, "")
