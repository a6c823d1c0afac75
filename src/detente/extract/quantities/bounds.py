"""What the words around a number say of the true figure: nearly, more than, up to."""

from __future__ import annotations

import re

from detente.model.mention import Bound
from detente.rules.units import UnitRules

WINDOW = 48
"""Characters before a number that may hold its bound words: the longest phrase with its filler is shorter."""

_LAST_WORD = re.compile(r"([^\W\d_]+)(?:\s+the)?\s*\Z")


def bound_before(text: str, low: int, start: int, rules: UnitRules, figure: bool) -> tuple[Bound, int]:
    """The bound stated right before ``start`` and where its words begin; EXACT and ``start`` where there is none.

    ``figure`` says that a sum of money, a share or a large number follows: only then do verbs that also take plain
    objects ("passed", "crossed") bound it, and only then is a bound verb with one wrong letter recognised.
    """
    window = text[max(low, start - WINDOW) : start]
    match = rules.before.search(window)
    if match is not None and match.lastgroup is not None:
        words = match.group(match.lastgroup).lower()
        if figure or words not in rules.verb_bounds:
            return rules.bounds[int(match.lastgroup[1:])], start - len(window) + match.start(match.lastgroup)
        return Bound.EXACT, start
    last = _LAST_WORD.search(window)
    if figure and last is not None and any(one_letter_apart(last.group(1).lower(), verb) for verb in rules.fuzzy):
        return Bound.MORE, start - len(window) + last.start(1)
    return Bound.EXACT, start


def bound_after(text: str, end: int, rules: UnitRules) -> tuple[Bound, int] | None:
    """The bound stated right after a quantity ("10 million or more") and where its words end."""
    match = rules.after.match(text, end)
    if match is None or match.lastgroup is None:
        return None
    return rules.after_bounds[int(match.lastgroup[1:])], match.end()


def one_letter_apart(word: str, model: str) -> bool:
    """Whether one letter added, dropped or changed turns ``word`` into ``model`` (as a scanner's error does)."""
    if abs(len(word) - len(model)) > 1:
        return False
    head = next((i for i, (a, b) in enumerate(zip(word, model, strict=False)) if a != b), min(len(word), len(model)))
    rest, wanted = word[head:], model[head:]
    return rest == wanted or rest[1:] == wanted or rest == wanted[1:] or rest[1:] == wanted[1:]
