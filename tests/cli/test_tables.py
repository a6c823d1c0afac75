from __future__ import annotations

import re

import pytest

from detente.cli import tables
from detente.model.statement import Status
from tests.publish.attacks import ATTACKS, poisoned
from tests.publish.sample import WIRE, event, line, lines, series

SGR = re.compile(r"\x1b\[[0-9;]*m")
ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def on_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on stdout is a terminal of eighty columns."""
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm")


def everything(attack: str) -> None:
    """Print all that these functions print, with ``attack`` in every text."""
    hostile = poisoned(lines(), attack)
    tables.table(tables.chronology_rows(hostile), flexible=3)
    tables.heading(attack)
    tables.heading(tables.fact_words(poisoned(series()[0].points[0].fact, attack)))
    for told in hostile[1].evidence:
        tables.print_evidence(told)


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_words_stay_on_their_line_in_a_pipe(attack: str, capsys: pytest.CaptureFixture[str]) -> None:
    everything("x")
    honest = len(capsys.readouterr().out.splitlines())
    everything(attack)
    out = capsys.readouterr().out
    assert not ACTING.search(out)
    assert len(out.splitlines()) == honest


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_words_do_not_command_a_terminal(attack: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    on_terminal(monkeypatch)
    everything(attack)
    out = SGR.sub("", capsys.readouterr().out)
    assert not ACTING.search(out)
    assert max(map(len, out.splitlines())) <= 80


def test_markup_of_the_terminal_library_is_no_markup(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    on_terminal(monkeypatch)
    tables.heading("[bold red]not markup[/] :smile:")
    assert "[bold red]not markup[/] :smile:" in SGR.sub("", capsys.readouterr().out)


def test_columns_line_up_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    tables.table([["a", "long one", "x"], ["bbb", "b", "y"]], flexible=1)
    assert capsys.readouterr().out == "a    long one  x\nbbb  b         y\n"


def test_one_long_title_does_not_push_the_rest_away(capsys: pytest.CaptureFixture[str]) -> None:
    tables.table([["a" * 300, "x"], ["b", "y"]], flexible=0)
    first, second = capsys.readouterr().out.splitlines()
    assert first == "a" * 300 + "  x"
    assert second == "b" + " " * 91 + "y"


def test_nothing_prints_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    tables.table([], flexible=0)
    assert capsys.readouterr().out == ""


def test_a_line_says_what_its_title_does_not() -> None:
    told = line("A ship comes to Da Nang", event(WIRE, "port_call", "2018", "the ship came", status=Status.PLANNED))
    (row,) = tables.chronology_rows([told])
    assert row[3] == "A ship comes to Da Nang (planned, port call)"


def test_a_figure_is_said_with_its_series() -> None:
    assert tables.fact_words(series()[0].points[4].fact) == "two-way trade: more than 134 billion USD"
    assert tables.fact_words(lines()[0].fact) == lines()[0].fact.title
