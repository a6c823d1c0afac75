from __future__ import annotations

import json
from importlib import import_module

import pytest

from tests.cli.conftest import Asked, Run


def test_both_quotes_are_shown(detente: Run, record: Asked) -> None:
    ran = detente("conflicts")
    assert ran.code == 0
    assert ran.err == "2 found\n"
    first = ran.out.split("\n\n")[0]
    assert first.startswith("Date, cannot both be right: the arrival is put on two different days")
    assert "Mr Biden «arrived in Hanoi on 10 September 2023» to a guard of honour." in first
    assert "The president «landed in Hanoi on 12 September 2023»." in first


def test_where_nothing_contradicts_the_way_to_what_explains_itself_is_told(
    detente: Run, record: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_module("detente.ask.conflicts"), "conflicts", lambda _, explained=False, top=None: ())
    assert detente("conflicts").err == "no discrepancies found; --all also shows differences that explain themselves\n"
    assert detente("conflicts", "--all").err == "no discrepancies found\n"


def test_top_and_json(detente: Run, record: Asked) -> None:
    (told,) = json.loads(detente("conflicts", "--top", "1", "--json").out)
    assert told["discrepancy"]["grade"] == "contradiction"
    assert told["left"]["quote"] == "arrived in Hanoi on 10 September 2023"
