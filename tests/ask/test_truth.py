from __future__ import annotations

from dataclasses import replace

import pytest

from detente.ask.truth import problems, significant
from detente.model.span import Span
from detente.model.statement import FactKind, Statement
from tests.factory import document, statement

DOC = document(
    "In February and March 1917 submarines sank 1.5 million tons, a dozen ships a day; by the late 1970s it was Tito's main trade partner."
)


def checks(said: Statement) -> set[str]:
    return {check for check, _ in problems(said, DOC)}


def figure(quote: str, value: float, **more: str) -> Statement:
    return statement(DOC, quote, "tons", "USA>", fact=FactKind.INDICATOR, value=value, **more)


@pytest.mark.parametrize(
    "said",
    [
        figure("sank 1.5 million tons", 1.5e6),
        figure("a dozen ships a day", 12.0),
        figure("1.5 million tons", 1e6),
        figure("main trade partner", 1.0, unit="rank"),
        statement(DOC, "February", "attack", "USA>GBR", "1917-02"),
        statement(DOC, "late 1970s", "attack", "USA>GBR", "../1979-12-31"),
        statement(DOC, "Tito's main trade partner", "support", "USA>YUG", persons=["Josip Broz Tito"]),
        statement(DOC, "Tito's main trade partner", "support", "USA>YUG", "1950", basis="relative"),
    ],
)
def test_what_the_characters_bear_out(said: Statement) -> None:
    assert checks(said) == set()


@pytest.mark.parametrize(
    ("said", "check"),
    [
        (figure("sank 1.5 million tons", 2.5e6), "value"),
        (figure("submarines sank", 1e6), "value"),
        (figure("main trade partner", 2.0, unit="rank"), "value"),
        (statement(DOC, "late 1970s", "attack", "USA>GBR", "1985"), "date"),
        (statement(DOC, "late 1970s", "attack", "USA>GBR", "1975", basis=""), "date"),
        (statement(DOC, "main trade partner", "support", "USA>YUG", persons=["Enver Hoxha"]), "person"),
        (replace(statement(DOC, "late 1970s", "attack", "USA>GBR"), quote="early 1970s"), "quote"),
        (replace(statement(DOC, "late 1970s", "attack", "USA>GBR"), span=Span(0, 10)), "quote"),
        (replace(statement(DOC, "late 1970s", "attack", "USA>GBR"), rule=""), "rule"),
        (replace(statement(DOC, "late 1970s", "attack", "USA>GBR"), document="0" * 64), "quote"),
    ],
)
def test_what_they_do_not(said: Statement, check: str) -> None:
    assert check in checks(said)


def test_digits_that_matter() -> None:
    assert significant("1,500,000") == significant("1.5") == "15"
    assert significant("0.050") == "5"
