from __future__ import annotations

import json
from pathlib import Path

import pytest

from detente.ask import open_record
from detente.ask.rulings import rule
from detente.model.ruling import Action
from tests.ask.conftest import JANUARY, history
from tests.cli.conftest import Run
from tests.cli.test_rule import named, place
from tests.factory import document, extraction, keep, statement

__all__ = ["place"]


def test_the_log_is_listed_with_what_became_of_each(detente: Run, place: Path) -> None:
    detente("rule", "reject", named(place, "recognition"), "--why", "another state")
    detente("rule", "undo")
    ran = detente("rulings", "list")
    assert ran.err == "2 found\n"
    first, second = ran.out.splitlines()
    assert "undone" in first
    assert "reject: “Ethiopia recognized Eritrea on 4 May 1993” (another state)" in first
    assert "undo: " in second
    assert len(json.loads(detente("rulings", "list", "--json").out)) == 2
    assert len(json.loads(detente("rulings", "list", named(place, "recognition"), "--json").out)) == 2


def test_a_log_is_carried_to_a_record_built_anew(detente: Run, place: Path, tmp_path: Path) -> None:
    detente("rule", "reject", named(place, "recognition"))
    detente("rule", "edit", named(place, "relations_severed"), "date=1998-05-06")
    assert detente("rulings", "export", "-o", "log.jsonl").code == 0
    new = str(keep(tmp_path / "new.db", ("ERI", "ETH"), (history(), JANUARY)))
    assert detente("rulings", "import", "log.jsonl", "--record", new).out == "2 new\n"
    assert json.loads(detente("rulings", "import", "log.jsonl", "--record", new, "--json").out) == {"added": 0, "orphaned": 0}
    assert detente("rulings", "export", "--record", new).out == Path("log.jsonl").read_text(encoding="utf-8")
    assert detente("verify", "--record", new).code == 0


def test_orphaned_rulings_are_shown_wherever_one_looks(detente: Run, place: Path, tmp_path: Path) -> None:
    detente("rule", "reject", named(place, "recognition"))
    detente("rulings", "export", "-o", "log.jsonl")
    doc = document("Ethiopia and Eritrea met.", "other.txt")
    new = str(keep(tmp_path / "new.db", ("ERI", "ETH"), (extraction(doc, statement(doc, "met", "meeting", "ERI,ETH", "2018")), JANUARY)))
    assert "1 ORPHANED" in detente("rulings", "import", "log.jsonl", "--record", new).out
    assert "ORPHANED" in detente("rulings", "list", "--orphaned", "--record", new).out
    assert "ORPHANED" in detente("status", "--as-of", "2020-01-01", "--record", new).err


def test_a_log_is_verified(detente: Run, place: Path) -> None:
    detente("rule", "reject", named(place, "recognition"))
    ran = detente("rulings", "verify")
    assert (ran.code, ran.out) == (0, "1 rulings, all as they were made\n")
    assert json.loads(detente("rulings", "verify", "--json").out)["ok"]


def test_nothing_is_exported_of_nothing(detente: Run, place: Path) -> None:
    assert detente("rulings", "export").out == ""
    assert detente("rulings", "list").err == "no rulings found\n"


def test_facts_that_are_behind_are_brought_up(detente: Run, place: Path) -> None:
    name = named(place, "recognition")
    with open_record(place) as record:
        rule(record, Action.REJECT, [name], applied=False)
    assert detente("verify").code == 1
    assert detente("rulings", "apply").err == "the facts follow the log now\n"
    assert detente("verify").code == 0
    assert detente("rulings", "apply").err == "the facts followed the log already\n"


def test_a_damaged_log_is_refused(detente: Run, place: Path) -> None:
    Path("bad.jsonl").write_text("{}\n", encoding="utf-8")
    ran = detente("rulings", "import", "bad.jsonl")
    assert ran.code == 2
    assert "nothing was taken in" in ran.err


@pytest.mark.usefixtures("place")
def test_a_file_that_is_not_there_is_named(detente: Run) -> None:
    ran = detente("rulings", "import", "none.jsonl")
    assert (ran.code, "none.jsonl" in ran.err) == (2, True)
