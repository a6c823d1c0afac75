from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.publish.plain import one_line, shorten, visible
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
