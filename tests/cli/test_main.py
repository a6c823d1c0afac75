from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from detente.cli.main import COMMANDS
from detente.cli.main import detente as group
from detente.model.errors import RecordError
from tests.cli.conftest import Run

HEAVY = {
    "spacy",
    "numpy",
    "trafilatura",
    "lxml",
    "yaml",
    "rich",
    "jinja2",
    "sqlite3",
    "ahocorasick",
    "babel",
    "detente.ask",
    "detente.pipeline",
    "detente.rules",
}


def test_help_names_every_command(detente: Run) -> None:
    ran = detente("--help")
    assert ran.code == 0
    assert re.findall(r"^  (\w+)  ", ran.out, re.MULTILINE)[-len(COMMANDS) :] == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_does_and_what_its_options_mean(name: str, detente: Run) -> None:
    assert detente(name, "--help").code == 0
    command = group.get_command(click.Context(group), name)
    assert command is not None
    assert command.help
    assert "..." not in command.get_short_help_str(limit=54)
    assert all(option.help for option in command.params if isinstance(option, click.Option))


@pytest.mark.parametrize("arguments", [["--help"], *([name, "--help"] for name in COMMANDS)])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    code = f"import sys; from detente.cli.main import run; run({arguments!r}); sys.stderr.write(' '.join({HEAVY!r} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == ""


def test_the_version_is_told(detente: Run) -> None:
    assert re.fullmatch(r"detente \d+\.\d+\.\d+\n", detente("--version").out)


@pytest.mark.parametrize("arguments", [["nonsense"], ["status"], ["chronology", "--to", "pdf"], ["show"], ["build"]])
def test_a_wrong_command_line_could_not_run(arguments: list[str], detente: Run) -> None:
    ran = detente(*arguments)
    assert ran.code == 2
    assert "Error" in ran.err
    assert ran.out == ""


def test_an_error_is_a_sentence_and_not_a_traceback(detente: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DETENTE_RECORD", raising=False)
    ran = detente("verify")
    assert ran.code == 2
    assert ran.err.startswith("detente: no record given and no *.detente file here;")
    assert "Traceback" not in ran.err


def test_an_error_that_quotes_a_document_does_not_command_the_terminal(detente: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RecordError("bad \x1b[2J name")

    monkeypatch.setattr("detente.cli.verify.choose_record", fail)
    assert "\x1b" not in detente("verify").err


def test_an_interrupt_is_short(detente: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("detente.cli.verify.choose_record", interrupt)
    ran = detente("verify")
    assert ran.code == 130
    assert ran.err.strip() == "detente: stopped."


def test_a_file_that_cannot_be_written_is_named(detente: Run, record: object, tmp_path: Path) -> None:
    ran = detente("chronology", "--to", "md", "-o", str(tmp_path / "no" / "such" / "folder.md"))
    assert ran.code == 2
    assert "no/such" in ran.err


def test_a_closed_pipe_ends_it_quietly() -> None:
    command = f"{sys.executable} -m detente --help | true"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr


def test_a_stream_that_cannot_hold_a_name_gets_it_escaped() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    code = "from detente.cli.main import run; import click; run(['--version']); click.echo('T\\xf4 L\\xe2m')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment, check=True)
    assert done.stdout.decode().endswith("Tô Lâm\n")
