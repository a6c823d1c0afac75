"""Folding for look-up: names compare equal, and every offset finds its way back."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from detente.rules.folding import fold, is_wrapped


def test_diacritics_dashes_and_apostrophes_are_evened_out() -> None:
    assert fold("Nguyễn Phú Trọng – Đà Nẵng").text == "Nguyen Phu Trong - Da Nang"
    assert fold("Côte d’Ivoire\u00a0&\tŁódź").text == "Cote d'Ivoire & Lodz"


def test_composed_and_decomposed_fold_alike() -> None:
    for name in ("Nguyễn Xuân Phúc", "Erdoğan", "Vučić", "Peña Nieto"):
        assert fold(unicodedata.normalize("NFD", name)).text == fold(name).text


def test_a_span_holds_the_combining_marks_of_its_last_letter() -> None:
    text = unicodedata.normalize("NFD", "ông Trọng nói")
    folded = fold(text)
    at = folded.text.index("Trong")
    assert unicodedata.normalize("NFC", folded.span(at, at + 5).of(text)) == "Trọng"


def test_hard_wrapped_lines_are_seen() -> None:
    wrapped = "\n".join(["The delegation arrived in Addis Ababa on Monday for talks on the"] * 12)
    assert is_wrapped(wrapped)
    assert not is_wrapped("Title\n\nOne short line.\n" + "A very long paragraph that goes on. " * 20)
    assert fold("United\nStates\n\nNext", unwrap=True).text == "United States\n\nNext"


@given(st.text())
def test_every_folded_character_comes_from_the_text(text: str) -> None:
    folded = fold(text)
    for at in range(len(folded.text)):
        span = folded.span(at, at + 1)
        assert 0 <= span.start < span.end <= len(text)
    assert folded.span(0, len(folded.text)).end <= len(text)
