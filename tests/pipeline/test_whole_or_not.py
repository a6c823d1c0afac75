"""An addition that is killed leaves the record as it was or as it was to be, and what a person undoes is undone to the byte."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from detente.ask import open_record, verify
from detente.model.ruling import Action, Ruling
from detente.pipeline import build, building
from detente.pipeline.applying import apply
from detente.store.sqlite import create_sqlite

AT, LATER = "2025-01-02T03:04:05Z", "2025-02-03T04:05:06Z"

SCRIPT = """
import sys
from pathlib import Path
from detente.pipeline import build, building

building.fingerprint = lambda: "the program"

if __name__ == "__main__":
    record, *paths = sys.argv[1:]
    print("ready", flush=True)
    build(paths, record=Path(record), between=("Ethiopia", "Eritrea"), workers=1, at="2025-02-03T04:05:06Z")
"""


@pytest.fixture(autouse=True)
def _one_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "fingerprint", lambda: "the program")


def folder(place: Path, first: int, last: int) -> list[str]:
    found = []
    for number in range(first, last):
        path = place / f"{number}.txt"
        day = f"{1 + number % 3} July {2010 + number % 4}"
        path.write_text(f"Report {number}. Eritrean President Isaias Afwerki visited Ethiopia on {day}, paper {number} says.\n")
        found.append(str(path))
    return found


def built(record: Path, paths: list[str], at: str) -> str:
    build(paths, record=record, between=("Ethiopia", "Eritrea"), workers=1, at=at)
    with open_record(record) as held:
        return held.digest()


def test_a_killed_addition_leaves_the_record_as_it_was_or_as_it_was_to_be(tmp_path: Path) -> None:
    chance = random.Random(5)
    record, again = tmp_path / "r.detente", tmp_path / "whole.detente"
    before = built(record, folder(tmp_path, 0, 6), AT)
    again.write_bytes(record.read_bytes())
    added = folder(tmp_path, 6, 14)
    after = built(again, added, LATER)
    script = tmp_path / "script.py"
    script.write_text(SCRIPT)
    states = set()
    for _ in range(4):
        child = subprocess.Popen([sys.executable, str(script), str(record), *added], stdout=subprocess.PIPE)
        assert child.stdout is not None
        child.stdout.readline()
        try:
            child.wait(chance.uniform(0.2, 1.6))
        except subprocess.TimeoutExpired:
            os.kill(child.pid, signal.SIGKILL)
            child.wait()
        child.stdout.close()
        with open_record(record) as held:
            assert list(held.problems()) == []
            states.add(held.digest())
    assert states <= {before, after}
    assert built(record, added, LATER) == after
    with open_record(record) as held:
        assert verify(held).problems == ()


def test_what_was_put_together_and_taken_apart_again_is_as_it_was_to_the_byte(tmp_path: Path) -> None:
    record = tmp_path / "r.detente"
    built(record, folder(tmp_path, 0, 6), AT)
    with create_sqlite(record, ()) as held:
        before = [tuple(held.facts()), tuple(held.discrepancies()), held.groups(), tuple(held.lines("2025-01-01"))]
        two = [fact.supports[0].statement for fact in held.facts()][:2]
        (merge,) = held.put_rulings([Ruling(id="", at=AT, who="A", action=Action.MERGE, subjects=tuple(two), anchors=("{}", "{}"))])
    assert apply(record)
    with create_sqlite(record, ()) as held:
        assert tuple(held.facts()) != before[0]
        held.put_rulings([Ruling(id="", at=LATER, who="A", action=Action.UNDO, subjects=(merge.id,))])
    assert apply(record)
    with create_sqlite(record, ()) as held:
        assert [tuple(held.facts()), tuple(held.discrepancies()), held.groups(), tuple(held.lines("2025-01-01"))] == before
