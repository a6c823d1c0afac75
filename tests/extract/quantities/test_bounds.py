import pytest

from detente.extract.quantities.bounds import bound_after, bound_before, one_letter_apart
from detente.model.mention import Bound
from detente.rules.units import unit_rules


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("nearly ", Bound.NEARLY),
        ("no fewer than ", Bound.AT_LEAST),
        ("not more than ", Bound.AT_MOST),
        ("around a total of ", Bound.ABOUT),
        ("said ", Bound.EXACT),
        ("over ", Bound.MORE),
        ("handed over ", Bound.EXACT),
    ],
)
def test_the_words_right_before_a_number_bound_it(words: str, bound: Bound) -> None:
    assert bound_before(words, 0, len(words), unit_rules(), figure=False)[0] is bound


def test_a_verb_that_takes_plain_objects_bounds_only_figures() -> None:
    assert bound_before("passed ", 0, 7, unit_rules(), figure=False)[0] is Bound.EXACT
    assert bound_before("passed ", 0, 7, unit_rules(), figure=True)[0] is Bound.MORE


@pytest.mark.parametrize("word", ["texceeded", "excceded", "surpased", "exceeding", "exceded"])
def test_one_wrong_letter_leaves_a_bound_verb(word: str) -> None:
    assert bound_before(f"trade {word} ", 0, len(word) + 7, unit_rules(), figure=True)[0] is Bound.MORE


@pytest.mark.parametrize("word", ["succeeded", "conceded", "trespassed", "proceeding"])
def test_another_english_word_is_no_bound(word: str) -> None:
    assert bound_before(f"trade {word} ", 0, len(word) + 7, unit_rules(), figure=True)[0] is Bound.EXACT


def test_bounds_may_follow() -> None:
    assert bound_after(" or more of them", 0, unit_rules()) == (Bound.AT_LEAST, 8)
    assert bound_after(" of them", 0, unit_rules()) is None


def test_one_letter_apart_is_symmetric_and_exact() -> None:
    assert one_letter_apart("abc", "abc")
    assert one_letter_apart("abc", "abcd")
    assert one_letter_apart("abcd", "abc")
    assert one_letter_apart("abc", "axc")
    assert not one_letter_apart("abc", "acb")
    assert not one_letter_apart("abc", "abcde")
