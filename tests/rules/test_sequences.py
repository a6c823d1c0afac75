"""The small language of class sequences that the time patterns are written in."""

from __future__ import annotations

import pytest

from detente.model.errors import DataError
from detente.rules.sequences import Compiler, Symbols, literal_class, literals, split_items


@pytest.fixture
def symbols() -> Symbols:
    table = Symbols()
    for classes in (("MONTH",), ("DAY", "NUM"), ("NUM",), (literal_class("of"),), ("ORD", "UNIT")):
        table.of(classes)
    return table


def row(symbols: Symbols, *classes: tuple[str, ...]) -> str:
    return "".join(symbols.of(c) for c in classes)


def test_a_class_takes_every_word_that_is_in_it(symbols: Symbols) -> None:
    sequence = Compiler(symbols).compile("t", ["value=NUM"])
    assert sequence.regex.fullmatch(row(symbols, ("NUM",)))
    assert sequence.regex.fullmatch(row(symbols, ("DAY", "NUM")))
    assert not sequence.regex.fullmatch(row(symbols, ("MONTH",)))


def test_options_choices_and_captures(symbols: Symbols) -> None:
    sequence = Compiler(symbols).compile("t", ["(", "month=MONTH", "|", "unit=UNIT", ")", "of?", "day=DAY*"])
    match = sequence.regex.match(row(symbols, ("MONTH",), ("=of",), ("DAY", "NUM")))
    assert match is not None
    assert match.end() == 3
    assert [capture.field for capture in sequence.captures] == ["month", "unit", "day"]
    assert sequence.first == {symbols.of(("MONTH",)), symbols.of(("ORD", "UNIT"))}


def test_repetition_is_bounded(symbols: Symbols) -> None:
    sequence = Compiler(symbols).compile("t", ["MONTH*"])
    match = sequence.regex.match(symbols.of(("MONTH",)) * 50)
    assert match is not None
    assert match.end() < 50


def test_macros_are_written_out() -> None:
    assert split_items("<A> x", {"A": "y | <B>", "B": "z"}) == ["(", "y", "|", "(", "z", ")", ")", "x"]
    assert literals(["(", "a", "|", "CLASS", ")", ",?", "b=c", "'", "x=(", "y", ")?"]) == ["a", ",", "c", "'", "y"]


@pytest.mark.parametrize("pattern", ["( MONTH", "MONTH )", "NOWHERE", "<missing>"])
def test_faults_are_named(symbols: Symbols, pattern: str) -> None:
    with pytest.raises(DataError, match="times"):
        Compiler(symbols).compile("t", split_items(pattern, {}))
