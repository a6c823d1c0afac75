"""The ``detente`` command: its group, and what happens to an error on the way out."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

import click

from detente.model.errors import DetenteError

DONE, FOUND_FALSE, COULD_NOT_RUN, STOPPED = 0, 1, 2, 130
"""What a run ends with: done; done with something refused or found false; could not run; ended by Ctrl-C, as a shell counts it."""

COMMANDS = {
    "build": "detente.cli.build",
    "extract": "detente.cli.extract",
    "chronology": "detente.cli.chronology",
    "status": "detente.cli.status",
    "conflicts": "detente.cli.conflicts",
    "diff": "detente.cli.diff",
    "find": "detente.cli.find",
    "show": "detente.cli.show",
    "check": "detente.cli.check",
    "coverage": "detente.cli.coverage",
    "register": "detente.cli.register",
    "rule": "detente.cli.rule",
    "review": "detente.cli.review",
    "rulings": "detente.cli.rulings",
    "export": "detente.cli.export",
    "serve": "detente.cli.serve",
    "site": "detente.cli.site",
    "account": "detente.cli.account",
    "verify": "detente.cli.verify",
    "doctor": "detente.cli.doctor",
}
"""Each command and the module that holds it under the name ``command``, in the order of a day's work."""


class _Commands(click.Group):
    """Loads a command's module only when it is asked for, so that an answer starts at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name]).command
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="detente", message="%(prog)s %(version)s")
def detente() -> None:
    """Read what has been written about how two parties get on, and keep the sourced record of it.

    \b
    detente build my-folder --between Vietnam USA --record vn-us.detente
    detente chronology --to html -o chronology.html
    """


def run(arguments: Sequence[str]) -> int:
    """Run one command line and answer its exit code. Errors that detente raises on purpose are told in a sentence."""
    _speak_utf8()
    try:
        answer = detente.main(args=list(arguments), prog_name="detente", standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("detente: stopped.", err=True)
        return STOPPED
    except click.ClickException as error:
        error.show()
        return COULD_NOT_RUN
    except DetenteError as error:
        return _refuse(str(error))
    except OSError as error:
        return _refuse(f"{error.filename}: {error.strerror}" if error.filename else str(error))
    return answer if isinstance(answer, int) else DONE


def main() -> None:
    """The entry point of the installed program."""
    sys.exit(run(sys.argv[1:]))


def _refuse(message: str) -> int:
    from detente.publish.plain import visible

    click.echo(f"detente: {visible(message)}", err=True)
    return COULD_NOT_RUN


def _speak_utf8() -> None:
    """Names from many countries are printed whatever the locale is; what a stream cannot hold is escaped, never fatal."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
