from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.model.mention import Bound
from detente.reconcile.amounts import agree, exclude, last_digit, meant
from tests.factory import document, statement

DOC = document("Trade came to about 85 billion dollars.")


def agreeing(one: tuple[float, str], other: tuple[float, str]) -> bool:
    a, b = (statement(DOC, "85 billion", "figure", "USA,VNM", value=v, bound=sign) for v, sign in (one, other))
    return agree(a, b)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((85e9, "~"), (85.3e9, "=")),
        ((5913.0, "="), (5900.0, "~")),
        ((24e9, ">"), (24.1e9, "=")),
        ((5e9, "~"), (6e9, "~")),
        ((150e9, "~<"), (149.6e9, "=")),
        ((36.0, "="), (36.0, ">=")),
    ],
)
def test_figures_told_with_more_or_less_precision_agree(one: tuple[float, str], other: tuple[float, str]) -> None:
    assert agreeing(one, other)
    assert agreeing(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((36.0, "="), (37.0, "=")),
        ((70.0, ">"), (64.0, "=")),
        ((120e9, "~"), (100e9, "~")),
        ((8e9, "~"), (7e9, "=")),
        ((134e9, ">"), (150e9, "~<")),
        ((15.0, "="), (20.0, "~")),
    ],
)
def test_figures_that_lie_apart_do_not(one: tuple[float, str], other: tuple[float, str]) -> None:
    assert not agreeing(one, other)


def test_a_lower_bound_does_not_rule_out_what_lies_far_above_it() -> None:
    floor = statement(DOC, "85 billion", "figure", "USA,VNM", value=134e9, bound=">")
    far = statement(DOC, "85 billion", "figure", "USA,VNM", value=150e9, bound="~<")
    low = statement(DOC, "85 billion", "figure", "USA,VNM", value=100e9, bound="=")
    assert not exclude(floor, far)
    assert exclude(floor, low)


def test_what_the_last_digit_counts() -> None:
    assert last_digit(85.3e9) == 1e8
    assert last_digit(90e9) == 1e10
    assert last_digit(11.5) == 0.1
    assert last_digit(0.0) == 0.0


@given(st.floats(allow_nan=False, allow_infinity=False, width=32), st.sampled_from(Bound))
def test_what_is_meant_holds_the_number_itself(value: float, bound: Bound) -> None:
    low, high = meant(value, bound)
    assert low <= value <= high
