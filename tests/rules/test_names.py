"""Words of names and words of plain English."""

from __future__ import annotations

from detente.rules.folding import fold
from detente.rules.names import name_words


def test_given_family_and_plain_words_are_told_apart() -> None:
    words = name_words()
    assert {"John", "Maria", "Vladimir"} <= words.given
    assert {"Kennedy", "Putin"} <= words.family
    assert {"Nguyen", "Xi", "Kim"} <= words.family_first
    assert {"committee", "said", "agreement"} <= words.common
    assert "kissinger" not in words.common


def test_tables_are_folded() -> None:
    words = name_words()
    for table in (words.given, words.family, words.family_first, words.not_names, words.soft):
        assert all(fold(word).text == word for word in table)
    assert all(word == word.lower() for word in words.common)
