from __future__ import annotations

import pytest

from detente.model.mention import Bound
from detente.publish.numbers import figure_sign, figure_words, short


@pytest.mark.parametrize(
    ("value", "unit", "bound", "words"),
    [
        (134e9, "USD", Bound.MORE, "more than 134 billion USD"),
        (150e9, "USD", Bound.NEARLY, "nearly 150 billion USD"),
        (0.5e9, "USD", Bound.LESS, "less than 500 million USD"),
        (30_000, "students", Bound.ABOUT, "about 30,000 students"),
        (11, "rank", Bound.EXACT, "11th"),
        (22, "rank", None, "22nd"),
        (13, "rank", None, "13th"),
        (45.5, "%", Bound.AT_LEAST, "at least 45.5 %"),
        (2, None, None, "2"),
        (None, "USD", None, "no figure"),
    ],
)
def test_a_figure_is_said_as_it_was_stated(value: float | None, unit: str | None, bound: Bound | None, words: str) -> None:
    assert figure_words(value, unit, bound) == words


@pytest.mark.parametrize(
    ("value", "said"), [(150e9, "150 bn"), (7.8e9, "7.8 bn"), (2e6, "2 m"), (30_000, "30k"), (1995, "1,995"), (0, "0")]
)
def test_an_axis_is_short(value: float, said: str) -> None:
    assert short(value) == said


def test_a_chart_says_the_bound() -> None:
    assert [figure_sign(9e10, bound) for bound in (Bound.MORE, Bound.AT_MOST, Bound.ABOUT, None)] == [">90 bn", "≤90 bn", "≈90 bn", "90 bn"]


def test_every_bound_has_its_words() -> None:
    assert len({figure_words(1, None, bound) for bound in Bound}) == len(Bound)
    assert len({figure_sign(1, bound) for bound in Bound}) == len(Bound)
