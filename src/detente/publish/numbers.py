"""Figures in words and in the few characters that a chart has room for."""

from __future__ import annotations

from detente.model.mention import Bound

_BOUND_WORDS = {
    Bound.EXACT: "",
    Bound.MORE: "more than ",
    Bound.LESS: "less than ",
    Bound.ABOUT: "about ",
    Bound.NEARLY: "nearly ",
    Bound.JUST_OVER: "just over ",
    Bound.AT_LEAST: "at least ",
    Bound.AT_MOST: "at most ",
}
_BOUND_SIGNS = {
    Bound.EXACT: "",
    Bound.MORE: ">",
    Bound.LESS: "<",
    Bound.ABOUT: "≈",
    Bound.NEARLY: "nearly ",
    Bound.JUST_OVER: "just over ",
    Bound.AT_LEAST: "≥",
    Bound.AT_MOST: "≤",
}
_SCALES = ((1e12, "trillion", "tn"), (1e9, "billion", "bn"), (1e6, "million", "m"))
_SHORT_THOUSAND = 10_000
"""From here on a chart writes thousands as k; below, four digits are as short."""


def figure_words(value: float | None, unit: str | None, bound: Bound | None = None) -> str:
    """A stated figure for people: "nearly 150 billion USD", "11th", "at least 45 %"."""
    if value is None:
        return "no figure"
    said = _BOUND_WORDS.get(bound or Bound.EXACT, "")
    if unit == "rank":
        return f"{said}{_ordinal(int(value))}"
    return f"{said}{_spoken(value)}{f' {unit}' if unit else ''}"


def figure_sign(value: float, bound: Bound | None = None) -> str:
    """A figure with its bound as a sign, short enough to stand beside a point: ">134 bn"."""
    return _BOUND_SIGNS.get(bound or Bound.EXACT, "") + short(value)


def short(value: float) -> str:
    """A number for an axis: "150 bn", "30k", "0.5 bn", "11"."""
    for size, _, letter in _SCALES:
        if abs(value) >= size:
            return f"{_digits(value / size)} {letter}"
    return f"{_digits(value / 1000)}k" if abs(value) >= _SHORT_THOUSAND else _digits(value)


def _spoken(value: float) -> str:
    for size, name, _ in _SCALES:
        if abs(value) >= size:
            return f"{_digits(value / size)} {name}"
    return _digits(value)


def _digits(value: float) -> str:
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.4g}" if abs(value) < 1000 else f"{value:,.1f}"


def _ordinal(number: int) -> str:
    tail = "th" if 10 <= abs(number) % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(abs(number) % 10, "th")
    return f"{number}{tail}"
