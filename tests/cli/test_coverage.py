from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.ask.conftest import JANUARY, MARCH, history, wire
from tests.cli.conftest import Run
from tests.factory import keep


@pytest.fixture
def kept(tmp_path: Path) -> str:
    return str(keep(tmp_path / "r.detente", ("ERI", "ETH"), (history(), JANUARY), (wire(), MARCH)))


def test_who_tells_what_is_a_table(detente: Run, kept: str) -> None:
    ran = detente("coverage", "--record", kept, "--events")
    assert ran.code == 0
    assert [line for line in ran.out.splitlines() if line.startswith("By ")] == ["By outlet", "By side", "By event"]
    assert "Two neighbours" in ran.out
    assert "told by 2 of 2; first: wire.txt" in ran.out


def test_json_holds_every_event(detente: Run, kept: str) -> None:
    told = json.loads(detente("coverage", "--record", kept, "--json").out)
    assert {"outlets", "sides", "events", "documents"} <= set(told)
    assert all(set(row["first"]) <= set(row["tells"]) for row in told["events"])
    chosen = json.loads(detente("coverage", "--record", kept, "--json", "--since", "2018").out)
    assert 0 < len(chosen["events"]) < len(told["events"])
