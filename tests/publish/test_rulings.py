from __future__ import annotations

from detente.model.fact import Review
from detente.model.ruling import Action, Ruling, anchor_text
from detente.publish.rulings import LONGEST, subject_words
from detente.publish.words import REVIEW_WORDS


def ruling(*anchors: dict[str, str], subjects: tuple[str, ...] = ("0123456789abcdef",)) -> Ruling:
    made = tuple(anchor_text(anchor) for anchor in anchors)
    return Ruling(at="2024-05-06T07:08:09Z", who="Anna", action=Action.MERGE, subjects=subjects, anchors=made)


def test_a_ruling_is_shown_by_the_words_it_was_about() -> None:
    assert subject_words(ruling({"quote": "flew to\nAsmara"})) == "“flew to Asmara”"
    assert subject_words(ruling({"quote": "flew"}, {"quote": "met"}, {"quote": "signed"})) == "“flew” and 2 more"
    assert subject_words(ruling({"title": "Two neighbours", "path": "a.txt"})) == "Two neighbours"
    assert subject_words(ruling({"path": "a.txt"})) == "a.txt"
    assert subject_words(ruling()) == "01234567"


def test_every_state_of_review_has_words() -> None:
    assert REVIEW_WORDS.keys() == set(Review)


def test_hostile_and_long_words_do_no_harm() -> None:
    shown = subject_words(ruling({"quote": "\x1b[31m\u202e" + "word " * 99}))
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert len(shown) <= LONGEST + 2
