"""Write docs/commands.md from the commands themselves, so that the reference cannot lag behind them.

usage: make_commands.py [--check]

With ``--check`` nothing is written, and the exit code is 1 where the file is not what would be written.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from detente.cli.main import COMMANDS, detente

PAGE = Path(__file__).resolve().parent.parent / "docs" / "commands.md"

HEAD = """# Commands

Results go to stdout; progress and messages go to stderr. The exit code is 0 when all is done, 1 when something was refused or did not hold,
2 when the command could not run, and 130 when it was stopped. Every command that reads a record takes `--record FILE`; without it the
environment variable `DETENTE_RECORD` names the record, else it is the only `*.detente` file in the current folder. Parties may be given by
name or by code. `NO_COLOR` is respected, and in a pipe lines are plain and never wrapped.
"""

EXAMPLES = {
    "build": "detente build my-folder --between Vietnam USA --record vn-us.detente",
    "extract": "detente extract my-folder > statements.jsonl",
    "chronology": "detente chronology --since 2013 --to html -o chronology.html",
    "status": "detente status --as-of 2014-06-01",
    "conflicts": "detente conflicts --top 10",
    "diff": "detente diff --since 2025-01-01",
    "find": 'detente find "war legacy" --kind remediation --since 2000',
    "check": "detente check article.html --record vn-us.detente",
    "coverage": "detente coverage --events",
    "show": "detente show 3f9a2c41",
    "rule": 'detente rule settle 8c41d2 --follow left --why "the ministry printed a correction"',
    "review": "detente review --limit 300",
    "rulings": "detente rulings list",
    "export": "detente export --milestones --to docx -o chronology.docx --record vn-us.detente",
    "account": 'detente account add "Ana Reyes" --role reviewer --accounts people.json',
    "serve": "detente serve --record vn-us.detente --open",
    "site": 'detente site public --licence "CC BY 4.0" --record vn-us.detente',
    "register": "detente register add visits lists/visits.jsonl --record vn-us.detente",
    "verify": "detente verify --record vn-us.detente",
    "doctor": "detente doctor",
}
"""One line to try for each command; a test holds that every command has one and that it can be parsed."""


def page() -> str:
    """The whole reference."""
    return "\n".join([HEAD, *(line for name in COMMANDS for line in section(name))])


def section(name: str) -> Iterator[str]:
    """One command: what it does, one line to try, its arguments and options."""
    context = click.Context(detente)
    command = detente.get_command(context, name)
    if command is None:
        raise LookupError(name)
    own = click.Context(command, info_name=name, parent=click.Context(detente, info_name="detente"))
    yield from (f"## detente {name}", "", *paragraphs(command.help or ""), "```console", f"$ {EXAMPLES[name]}", "```", "")
    yield from options(command, own)
    for part in command.list_commands(own) if isinstance(command, click.Group) else ():
        below = command.get_command(own, part) if isinstance(command, click.Group) else None
        if below is not None:
            yield from (f"### detente {name} {part}", "", *paragraphs(below.help or ""))
            yield from options(below, click.Context(below, info_name=part, parent=own))


def options(command: click.Command, own: click.Context) -> Iterator[str]:
    """How a command is called, and a table of its options."""
    yield from (f"Usage: `{' '.join([own.command_path, *command.collect_usage_pieces(own)])}`", "")
    if any(isinstance(option, click.Option) for option in command.params):
        yield from ("| option | meaning |", "|---|---|")
    for option in command.params:
        record = option.get_help_record(own) if isinstance(option, click.Option) else None
        if record is not None:
            yield f"| `{record[0].replace('|', chr(92) + '|')}` | {sentence(record[1])} |"
    yield ""


def paragraphs(text: str) -> Iterator[str]:
    """Help text as Markdown: one line a paragraph."""
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        yield from (" ".join(paragraph.split()), "")


def sentence(text: str) -> str:
    """An option's help as a table cell."""
    return re.sub(r"\s+", " ", text).replace("|", "\\|").replace("  ", " ")


def main(arguments: list[str]) -> None:
    """Write the page, or say whether it is current."""
    made = page()
    if "--check" in arguments:
        current = PAGE.read_text(encoding="utf-8") if PAGE.is_file() else ""
        sys.exit(0 if current == made else "docs/commands.md is not current: run tools/make_commands.py")
    PAGE.write_text(made, encoding="utf-8")
    print(f"wrote {PAGE.name}")


if __name__ == "__main__":
    main(sys.argv[1:])
