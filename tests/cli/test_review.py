"""The keyboard: from stdin line by line, and from a terminal key by key."""

from __future__ import annotations

import io
import json
import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from detente.ask import open_record
from detente.ask.review import Ask
from detente.ask.rulings import log
from detente.cli import review
from detente.model.ruling import Action
from tests.cli.conftest import Ran, Run
from tests.cli.test_rule import place

__all__ = ["place"]

ENOUGH = 60
"""Seconds that a terminal is waited for before the test gives up."""


def reviewed(detente: Run, monkeypatch: pytest.MonkeyPatch, *keys: str) -> Ran:
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{key}\n" for key in keys)))
    return detente("review")


def rulings(place: Path) -> list[tuple[Action, str]]:
    with open_record(place) as record:
        return [(one.ruling.action, one.ruling.why) for one in log(record)]


def test_each_line_is_a_key(detente: Run, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = reviewed(detente, monkeypatch, "w the gazette says so", "2", "y", "s", "n", "u", "u", "u", "q", "y")
    assert ran.code == 0
    assert rulings(place) == [
        (Action.SETTLE, "the gazette says so"),
        (Action.ACCEPT, ""),
        (Action.REJECT, ""),
        (Action.UNDO, ""),
        (Action.UNDO, ""),
    ]
    assert ran.err.startswith("1 decided")


def test_every_key_stands_under_its_question(detente: Run, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = reviewed(detente, monkeypatch, "s", "q")
    assert "[1] follow the first  [2] follow the second  [b] both stand  [s] skip  [u] undo  [w] write why  [q] quit" in ran.out
    assert "[y] right  [n] wrong  [e] edit a field  [s] skip  [u] undo  [w] write why  [q] quit" in ran.out


def test_a_key_that_is_none_and_an_edit_that_makes_no_sense_are_asked_again(
    detente: Run, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = reviewed(detente, monkeypatch, "u", "x", "s", "e date", "e date=soon", "e date=2018-07-10", "q")
    assert "nothing to undo" in ran.out
    assert "'x' is no key here" in ran.out
    assert rulings(place) == [(Action.EDIT, "")]


def test_the_end_of_input_ends_the_sitting(detente: Run, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert reviewed(detente, monkeypatch, "1").code == 0
    assert rulings(place) == [(Action.SETTLE, "")]


def test_a_queue_that_is_done_says_so(detente: Run, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = reviewed(detente, monkeypatch, *["b", "y"] * 20)
    assert "nothing waits for a decision" in ran.out
    assert reviewed(detente, monkeypatch, "y").out == "nothing waits for a decision\n"


def test_every_question_is_worded() -> None:
    assert review._QUESTIONS.keys() == {ask.value for ask in Ask}


def test_what_waits_is_listed(detente: Run, place: Path) -> None:
    told = json.loads(detente("review", "--json").out)
    assert told[0]["ask"] == "discrepancy"
    assert len(detente("review", "--list", "--limit", "3").out.splitlines()) == 3


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a terminal that a program can type on")
def test_single_keys_on_a_terminal_and_a_kill_that_loses_nothing(place: Path) -> None:
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "detente", "review", "--record", str(place)]
    run = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=os.environ | {"TERM": "dumb"}, start_new_session=True)
    os.close(theirs)
    try:
        until(ours, "[q] quit")
        os.write(ours, b"2")
        until(ours, "saved as")
        until(ours, "[q] quit")
        os.write(ours, b"y")
        until(ours, "saved as")
    finally:
        os.kill(run.pid, signal.SIGKILL)
        run.wait()
        os.close(ours)
    assert [action for action, _ in rulings(place)] == [Action.SETTLE, Action.ACCEPT]


def until(terminal: int, words: str) -> str:
    """What the terminal shows until ``words`` are on it."""
    text = b""
    while words.encode() not in text:
        ready, _, _ = select.select([terminal], [], [], ENOUGH)
        assert ready, f"{words!r} never came: {text.decode(errors='replace')}"
        text += os.read(terminal, 1)
    return text.decode(errors="replace")
