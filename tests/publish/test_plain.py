from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.publish.plain import flows, one_line, shorten, visible
from tests.publish.attacks import ATTACKS


@pytest.mark.parametrize("text", ATTACKS)
def test_nothing_that_acts_is_left(text: str) -> None:
    shown = visible(text)
    assert not any(unicodedata.category(char) in ("Cc", "Cs") and char not in "\n\t" for char in shown)
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029") & set(shown)


def test_what_acts_is_never_taken_for_printable() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    assert not any(char.isprintable() for char, shown in zip(every.replace("\r", "\n"), visible(every), strict=True) if char != shown)


def test_what_shows_is_kept() -> None:
    text = "Tổng Bí thư Tô Lâm 🤝 co\u00adoperate\u0301 العربية 中文"
    assert visible(text) == text


def test_line_ends_become_one_kind() -> None:
    assert visible("a\r\nb\rc\n") == "a\nb\nc\n"


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert line == line.strip()


@given(st.text(), st.integers(min_value=2, max_value=60))
def test_shortened_text_fits(text: str, limit: int) -> None:
    assert len(shorten(text, limit)) <= limit


def test_text_is_cut_at_a_word() -> None:
    assert shorten("the ministers met in Hanoi on Tuesday", 26) == "the ministers met in…"
    assert shorten("the ministers met", 26) == "the ministers met"


PROSE = (
    "The foreign ministers of Kenya and Somalia met in Nairobi on Monday and agreed to open the crossing at Mandera\n"
    "before the end of the year, after a decade in which\n"
    "traders had gone round by sea."
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (PROSE, True),
        (PROSE.replace("\n", " "), False),
        ("One line that is long enough to be taken for prose, and nothing after it.", False),
        ("The crossing at Mandera is open to lorries of both sides again\n- to livestock from May\n- to passengers from June", False),
        ("The crossing at Mandera is open to lorries of both sides\n  with an indent that somebody meant", False),
        ("Tea from Kericho, in tonnes, by year of shipment   2019   2020\nCoffee from Nyeri, in tonnes, by year  120  140", False),
        ("Far from the river\nwe counted the lorries\nand nobody came", False),
        ("", False),
    ],
)
def test_only_prose_that_was_broken_for_a_screen_flows(text: str, wanted: bool) -> None:
    assert flows(text) is wanted


@given(st.text(alphabet="ab \n\t-.", max_size=300))
def test_whether_a_text_flows_is_told_of_any(text: str) -> None:
    assert flows(text) in (True, False)
