"""The commands that decide, on a real record."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from detente.ask import open_record
from detente.model.fact import Fact
from tests.ask.conftest import JANUARY, MARCH, history, wire
from tests.cli.conftest import Run
from tests.factory import keep


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only record here, with nobody named as its reviewer."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DETENTE_RECORD", raising=False)
    monkeypatch.setenv("DETENTE_REVIEWER", "Anna")
    return keep(tmp_path / "r.detente", ("ERI", "ETH"), (history(), JANUARY), (wire(), MARCH))


def facts(place: Path) -> dict[str, Fact]:
    with open_record(place) as record:
        return {fact.id: fact for fact in record.facts()}


def named(place: Path, kind: str) -> str:
    return next(name for name, fact in facts(place).items() if fact.kind == kind)


def test_accept_and_reject_several_at_once(detente: Run, place: Path) -> None:
    names = sorted(facts(place))[:2]
    ran = detente("rule", "accept", *names, "--why", "read")
    assert ran.code == 0
    assert ran.out.count("accept 1 subject") + ran.out.count("accept 2 subjects") == 2
    assert {facts(place)[name].review.value for name in names} == {"accepted"}
    assert detente("rule", "reject", *names).code == 0
    assert not set(names) & facts(place).keys()


def test_edit_takes_several_fields(detente: Run, place: Path) -> None:
    name = named(place, "relations_severed")
    (date, status) = json.loads(detente("rule", "edit", name[:8], "date=1998-05-06", "status=ongoing", "--by", "Boris", "--json").out)
    assert (date["field"], status["value"], date["who"]) == ("date", "ongoing", "Boris")
    assert (str(facts(place)[name].date), facts(place)[name].status.value) == ("1998-05-06", "ongoing")


def test_merge_split_and_undo(detente: Run, place: Path) -> None:
    before = facts(place)
    pair = [name for name, fact in before.items() if fact.kind == "pledge"]
    assert detente("rule", "merge", *pair).code == 0
    merged = [fact for fact in facts(place).values() if fact.kind == "pledge"]
    assert len(merged) == 1
    assert detente("rule", "split", merged[0].supports[1].statement).code == 0
    assert len([fact for fact in facts(place).values() if fact.kind == "pledge"]) == 2
    assert detente("rule", "undo").code == 0
    assert detente("rule", "undo").code == 0
    assert facts(place) == before


def test_settle_and_grade(detente: Run, place: Path) -> None:
    with open_record(place) as record:
        made = next(d for d in record.discrepancies() if d.type.value == "date")
        document = next(iter(record.documents())).sha256
    assert detente("rule", "settle", made.id, "--follow", "right", "--why", "the gazette").code == 0
    assert detente("rule", "grade", document[:9], "b2").code == 0
    told = detente("conflicts").out
    assert "Settled by ruling" in told
    assert "Settled: the second is followed, by Anna on" in told


@pytest.mark.parametrize(
    "arguments",
    [
        ("accept", "zzzz"),
        ("edit", "zzzz", "date"),
        ("settle", "zzzz", "--follow", "left"),
        ("undo",),
        ("merge", "zzzz"),
    ],
)
def test_what_cannot_be_done_is_said_and_ends_with_two(detente: Run, place: Path, arguments: tuple[str, ...]) -> None:
    ran = detente("rule", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err
