"""What numbers a stated figure allows, and whether two figures allow the same."""

from __future__ import annotations

from decimal import Decimal
from math import inf, isfinite

from detente.model.mention import Bound
from detente.model.statement import Statement

ABOUT = 0.05
"""A figure called "about" is off by no more than this share, or by half of its last digit if that is more."""

LAST_DIGIT = 0.1
"""...but by no more than this share, since "about 100" has one digit and does not mean 50 to 150."""

EXACT = 0.025
"""A figure given without a bound word is rounded by no more than this share."""

COUNTED = 1000
"""Smaller whole numbers of things are counted and not rounded: 36 agreements are not 37."""

BEYOND = 0.1
"""Who writes "more than 134" means a little more, up to the next number of as many digits and no more than this share: had it been much
more, a larger number would stand there."""

_ABOVE = frozenset({Bound.MORE, Bound.AT_LEAST, Bound.JUST_OVER})
_BELOW = frozenset({Bound.LESS, Bound.AT_MOST, Bound.NEARLY})


def meant(value: float, bound: Bound) -> tuple[float, float]:
    """The lowest and highest number that the writer can well have had in mind."""
    little = min(abs(value) * BEYOND, max(abs(value) * EXACT, last_digit(value)))
    if bound is Bound.AT_LEAST:
        return (value, value + abs(value) * BEYOND)
    if bound in _ABOVE:
        return (value, value + little)
    if bound in _BELOW:
        return (value - little, value)
    half = abs(last_digit(value)) / 2
    if bound is Bound.ABOUT:
        slack = max(abs(value) * ABOUT, min(half, abs(value) * LAST_DIGIT))
    else:
        slack = 0.0 if abs(value) < COUNTED and value == int(value) else min(half, abs(value) * EXACT)
    return (value - slack, value + slack)


def allowed(value: float, bound: Bound) -> tuple[float, float]:
    """The lowest and highest number that the words do not rule out."""
    low, high = meant(value, bound)
    return (low, inf) if bound in _ABOVE else (-inf, high) if bound in _BELOW else (low, high)


def meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether two ranges share a number."""
    return one[0] <= other[1] and other[0] <= one[1]


def agree(a: Statement, b: Statement) -> bool:
    """Whether two figures can well be one number, told with more or less precision."""
    if a.value is None or b.value is None:
        return False
    return meet(meant(a.value, a.bound or Bound.EXACT), meant(b.value, b.bound or Bound.EXACT))


def exclude(a: Statement, b: Statement) -> bool:
    """Whether the words of one figure rule the other out."""
    if a.value is None or b.value is None:
        return False
    return not meet(allowed(a.value, a.bound or Bound.EXACT), allowed(b.value, b.bound or Bound.EXACT))


def last_digit(value: float) -> float:
    """What the last digit that is not a trailing zero counts: 100,000,000 in 85.3 billion."""
    if value == 0 or not isfinite(value):
        return 0.0
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent
    return float(10.0 ** int(exponent))
