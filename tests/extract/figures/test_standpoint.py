from __future__ import annotations

import pytest

from detente.extract.figures.frame import frames
from detente.extract.figures.standpoint import is_target, status_of
from detente.model.statement import Status
from tests.extract.marked import reading


@pytest.mark.parametrize(
    ("marked", "targets"),
    [
        ("[TUR|Ankara] aims to raise trade to $10bn.", [True]),
        ("[TUR|Ankara] aims to raise trade, now worth $5bn, to $10bn.", [False, True]),
        ("[TUR|Ankara] aims to raise trade from $5bn to $10bn.", [False, True]),
        ("The goal of [TUR|Ankara] is $10bn in trade.", [True]),
        ("Trade of [TUR|Ankara] reached $10bn.", [False]),
    ],
)
def test_what_is_aimed_at_is_told_from_what_is(marked: str, targets: list[bool]) -> None:
    (group,) = frames(reading(marked))
    assert [is_target(frame) for frame in group] == targets


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        ("[JPN|Tokyo] will give $3m.", Status.PLANNED),
        ("[JPN|Tokyo] could give $3m.", Status.HYPOTHETICAL),
        ("Between January and May [JPN|Tokyo] gave $3m.", Status.HAPPENED),
        ("[JPN|Tokyo] did not give $3m.", Status.DENIED),
        ("[JPN|Tokyo] had not met, and gave $3m.", Status.HAPPENED),
    ],
)
def test_status_is_that_of_the_clause(marked: str, status: Status) -> None:
    (group,) = frames(reading(marked))
    assert status_of(group[0]) is status
