"""Places in an order: "11th among 140 countries", "the Top 20", "third-largest market", "largest trading partner"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.extract.quantities.numerals import read_digits, read_words
from detente.model.mention import Bound, Quantity
from detente.model.span import Span
from detente.rules.units import UnitRules

RANK = "rank"
LOOK_BACK = 14
"""Characters before a superlative in which "one of the" or an ordinal takes its claim to first place away."""


def find_ranks(text: str, sentence: Span, rules: UnitRules) -> Iterator[Quantity]:
    """The ranks stated in one sentence. They may overlap: the scan keeps the first and longest."""
    for pattern in rules.ranks:
        for match in pattern.finditer(text, sentence.start, sentence.end):
            groups = match.groupdict()
            value = _value(groups, rules)
            if value is not None:
                bound = Bound.AT_MOST if groups.get("top") else Bound.EXACT
                yield Quantity(Span(match.start("top") if groups.get("top") else match.start(), match.end()), value, RANK, bound)
    for match in rules.superlative.finditer(text, sentence.start, sentence.end):
        before = text[max(sentence.start, match.start() - LOOK_BACK) : match.start()].lower().rstrip()
        before = before.removesuffix(" the").rstrip()
        if not any(before.endswith(words) or (f"{words} " in before and len(words) > 3) for words in rules.not_superlative):
            yield Quantity(Span(match.start(), match.end()), 1.0, RANK)


def _value(groups: dict[str, str | None], rules: UnitRules) -> float | None:
    if groups.get("ordinal"):
        return float(rules.ordinals[str(groups["ordinal"]).lower()])
    if groups.get("place"):
        return float(str(groups["place"]))
    number = groups.get("number")
    if number is None:
        return None
    return read_digits(number) if number[0].isdigit() else read_words(number, rules)
