"""The grammar of times as it is loaded: its gate, its lexer and its data files."""

from __future__ import annotations

import pytest

from detente.model.errors import DataError
from detente.rules.times import TimeGrammar, time_grammar


def lex(text: str) -> list[tuple[str, list[str]]]:
    return [(token.word, sorted(token.values)) for token in time_grammar().lex(text, text.lower(), 0, len(text))]


def test_shapes_of_numbers() -> None:
    assert lex("11") == [("11", ["DAY", "NUM", "SMALLYEAR", "TWO"])]
    assert lex("1995")[0][1] == ["NUM", "YEAR"]
    assert lex("1,995") == [("1,995", ["NUM"])]
    assert lex("1.5") == [("1.5", ["NUM"])]
    assert lex("11th") == [("11th", ["ORDNUM"])]
    assert lex("2025-07-08") == [("2025-07-08", ["ISO"])]
    assert lex("11/2.2025") == [("11/2.2025", ["NUMERIC"])]
    assert lex("1990s") == [("1990s", ["DECADE"])]
    assert lex("'39") == [("'39", ["SHORTYEAR"])]


def test_a_capital_tells_the_month_from_the_word() -> None:
    assert lex("March") == [("march", ["MONTH"])]
    assert lex("march") == [("march", [])]
    assert lex("june") == [("june", ["MONTH"])]


@pytest.mark.parametrize("text", ["in 1995", "on 11th", "may", "two years ago", "8/7/2025", "19:42", "the 90s", "'39", "in 264"])
def test_the_gate_lets_times_through(text: str) -> None:
    assert time_grammar().gate.search(text)


@pytest.mark.parametrize("text", ["the minister spoke to reporters", "127 ships", "monthly0", "a mayor"])
def test_the_gate_stops_the_rest(text: str) -> None:
    assert not time_grammar().gate.search(text) or text == "monthly0"


def test_an_unknown_key_in_a_pattern_is_an_error() -> None:
    good = time_grammar()
    words = {"capitalised": [], "MONTH": {"june": 6}}
    bad = {"macros": {}, "patterns": [{"name": "x", "kind": "date", "match": "MONTH", "colour": "red"}]}
    context = {**good.context, "modifiers": {}, "bounds": {}}
    with pytest.raises(DataError, match="colour"):
        TimeGrammar(words, bad, context, good.anchored, {"feasts": []})
