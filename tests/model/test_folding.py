from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from detente.model.folding import fold, words


def test_names_with_and_without_diacritics_are_equal() -> None:
    assert fold("Đỗ  Mười") == fold("Do Muoi") == "do muoi"
    assert fold("Erdo\u011fan") == "erdogan"


def test_decomposed_and_composed_forms_are_equal() -> None:
    assert fold("Việt Nam") == fold("Vie\u0323\u0302t Nam") == "viet nam"


def test_a_soft_hyphen_and_the_look_of_a_dash_do_not_count() -> None:
    assert fold("part\xadner\u2013ship") == "partner-ship"


def test_words_leave_out_marks_and_the_possessive() -> None:
    assert words("Carter\u2019s visit, \u201cBeijing\u201d") == ("carter", "visit", "beijing")


@given(st.text())
def test_folding_twice_changes_nothing_more_and_no_text_raises(text: str) -> None:
    assert words(fold(text)) == words(text)
