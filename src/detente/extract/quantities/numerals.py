"""The value of a number in figures or in words."""

from __future__ import annotations

import re

from detente.rules.units import UnitRules

_GROUPED = re.compile(r"\d{1,3}(?:[,’'\u00a0\u202f\u2009 ]\d{3})+(?:\.\d+)?\Z")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}\Z")
_COMMA_DECIMAL = re.compile(r"\d+,(?:\d{1,2}|\d{4,})\Z")
_TOKEN = re.compile(r"[a-z]+")
LOWEST_SCALE = 100.0


def read_digits(literal: str) -> float | None:
    """The value of a number in figures; None where its decimal sign cannot be told.

    A comma before three digits separates thousands, before any other count of digits it is a decimal sign; so does a dot,
    except that two dots or more before threes separate thousands.
    """
    if _GROUPED.match(literal):
        return float(re.sub(r"[,’'\s]", "", literal))
    if _DOTTED.match(literal):
        return float(literal.replace(".", ""))
    if _COMMA_DECIMAL.match(literal):
        return float(literal.replace(",", "."))
    return None if "," in literal else float(literal)


def read_words(run: str, rules: UnitRules) -> float | None:
    """The value of a run of number words ("two and a half million"); None where it is none ("nineteen ninety")."""
    total = group = 0.0
    last: float | None = None
    half_of: float | None = None
    for word in _TOKEN.findall(run.lower()):
        value = rules.words.get(word)
        scale = rules.multipliers.get(word)
        if word in ("a", "an", "and"):
            continue
        if word == "half":
            group, half_of, last = group + 0.5, group, 0.5
        elif scale is not None or (value == 12 and word == "dozen"):
            factor = scale if scale is not None else 12.0
            group = (group or 1.0) * factor
            if factor > LOWEST_SCALE:
                total, group = total + group, 0.0
            last = factor
        elif value is None or not _fits(value, last):
            return None
        else:
            group, last = group + value, value
    return _with_trailing_half(total, group, half_of)


def exact(value: float) -> float:
    """The value without the dust of binary multiplication: 4.1 thousand million is 4100000000."""
    return float(f"{value:.12g}")


def last_scale(run: str, rules: UnitRules) -> float:
    """The scale that a run of number words ends in ("sixteen thousand": 1000), which the first of a range shares; 1 where none."""
    words = _TOKEN.findall(run.lower())
    return rules.multipliers.get(words[-1], 1.0) if words else 1.0


def _with_trailing_half(total: float, group: float, half_of: float | None) -> float:
    """ "a million and a half" is half a million more, not half more."""
    if total and half_of == 0.0 and group == 0.5:
        scale = 10.0 ** (len(str(int(total))) - 1)
        return total + 0.5 * scale
    return total + group


def _fits(value: float, last: float | None) -> bool:
    """Whether ``value`` may follow ``last`` in one number: units after tens, tens after hundreds and above."""
    if last is None or last >= LOWEST_SCALE:
        return True
    return last >= 20 and last % 10 == 0 and 0 < value < 10
