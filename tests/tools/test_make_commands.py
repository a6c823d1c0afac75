from __future__ import annotations

import shlex

import click
import pytest

from detente.cli.main import COMMANDS, detente
from tools import make_commands


def test_the_reference_is_current() -> None:
    assert make_commands.PAGE.read_text(encoding="utf-8") == make_commands.page(), "run tools/make_commands.py"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_heading_an_example_and_its_options(name: str) -> None:
    section = "\n".join(make_commands.section(name))
    command = detente.get_command(click.Context(detente), name)
    assert command is not None
    assert section.startswith(f"## detente {name}\n")
    for option in command.params:
        if isinstance(option, click.Option):
            assert all(form in section for form in option.opts)


@pytest.mark.parametrize("name", COMMANDS)
def test_examples_are_lines_that_the_command_takes(name: str) -> None:
    program, called, *arguments = shlex.split(make_commands.EXAMPLES[name].partition(" > ")[0])
    assert (program, called) == ("detente", name)
    command = detente.get_command(click.Context(detente), name)
    assert command is not None
    command.make_context(name, arguments)


def test_a_stale_page_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.setattr(make_commands, "page", lambda: "something else")
    with pytest.raises(SystemExit, match="not current"):
        make_commands.main(["--check"])
