"""By whose clock or calendar a date is named: "5 October 2021, Tokyo time", "28 July 1913 (O.S.)".

Two reports of one telephone call can name two days and both be right. The wording stands beside the date and often outside the quote, so
it is kept with the statement, as the detail ``clock``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from detente.model.statement import Statement
from detente.rules.merging import merging

DETAIL = "clock"

BESIDE = 28
"""Characters behind a date within which its clock is named."""


def with_clocks(text: str, statements: Iterable[Statement]) -> list[Statement]:
    """``statements`` of ``text``, those whose date names a clock or calendar with that wording as a detail."""
    return [_with_clock(text, statement) for statement in statements]


def _with_clock(text: str, statement: Statement) -> Statement:
    if statement.date is None or statement.date.span is None:
        return statement
    end = statement.date.span.end
    beside = text[end : end + BESIDE].split(". ")[0].split("\n")[0]
    rules = merging()
    found = rules.clocks.search(beside) or rules.julian.search(beside)
    if found is None:
        return statement
    return replace(statement, detail=(*statement.detail, (DETAIL, found.group())))
