from __future__ import annotations

import pytest

from detente.ask.views import Filters
from detente.cli.filters import STATUSES
from detente.model.statement import Status
from tests.cli.conftest import Asked, Run


def test_options_become_filters(detente: Run, record: Asked) -> None:
    ran = detente(
        *("chronology", "--since", "1995", "--until", "2013-07", "--kind", "State visit", "--kind", "agreement", "--status", "planned"),
        *("--party", "Việt Nam", "--person", "Clinton", "--place", "Hanoi", "--top", "5", "--known-on", "2025-01-01"),
    )
    assert ran.code == 0
    assert record.filters == Filters(
        since="1995",
        until="2013-07",
        kinds=("state_visit", "agreement"),
        statuses=(Status.PLANNED,),
        person="Clinton",
        place="Hanoi",
        party="VNM",
        top=5,
        known_on="2025-01-01",
    )


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--kind", "state_vist", "no such kind; did you mean state_visit"),
        ("--party", "Vietnan", "is no party known here"),
        ("--since", "last year", "--since last year: not a date"),
        ("--known-on", "soon", "--known-on soon: not a date"),
    ],
)
def test_a_slip_is_told_with_what_was_meant(option: str, value: str, message: str, detente: Run, record: Asked) -> None:
    ran = detente("find", option, value)
    assert ran.code == 2
    assert message in ran.err


def test_every_status_can_be_asked_for() -> None:
    assert list(STATUSES) == [status.value for status in Status]
