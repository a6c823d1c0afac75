"""``detente register``: official lists taken into the record as one more source."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from detente.cli.console import note, print_json
from detente.cli.options import choose_record, json_option, record_option

if TYPE_CHECKING:
    from detente.model.register import RegisterEntry
    from detente.pipeline.registers import RegisterReport

SHOWN = 10
"""Rows that could not be used, shown one by one; --json and `register list --rows` name them all."""


@click.group("register")
def command() -> None:
    """Take official lists into the record.

    Visits, travels, office holders, ambassadors, or a list of your own. A register is one more source, never the truth: its rows
    confirm, narrow or contradict what documents say.
    """


@command.command("add")
@click.argument("kind")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--mapping", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="How to read a list of your own (YAML).")
@click.option("--name", metavar="NAME", help="What to call it in the record. Default: KIND. One of the same name is replaced.")
@click.option("--at", metavar="TIME", help="When it came in (ISO 8601). Default: $SOURCE_DATE_EPOCH, else now.")
@record_option
@json_option
@click.pass_context
def add(
    ctx: click.Context, kind: str, path: Path, mapping: Path | None, name: str | None, at: str | None, record: str | None, as_json: bool
) -> None:
    """Add the register at PATH, or put a newer one in its place.

    KIND is visits, travels, office-holders or chiefs-of-mission, or with --mapping a name of your own. PATH is a file of JSON lines,
    CSV or XML, or a folder of XML files. Only rows about the two parties of the record are kept. A row that cannot be used is named
    with the reason, the rest are used, and the exit code is 1.
    """
    from detente.pipeline.registers import add_register

    report = add_register(choose_record(record), kind, path, name=name, mapping=mapping, at=at)
    if as_json:
        print_json(report)
    else:
        for problem in report.entry.problems[:SHOWN]:
            note(f"not used: {problem.place}: {problem.reason}")
        if len(report.entry.problems) > SHOWN:
            note(f"... and {len(report.entry.problems) - SHOWN} more; `detente register list --rows` names them all")
        click.echo(_summary(report))
    ctx.exit(1 if report.entry.problems else 0)


@command.command("list")
@click.option("--rows", is_flag=True, help="Also name every row that could not be used, with the reason.")
@record_option
@json_option
def show_all(rows: bool, record: str | None, as_json: bool) -> None:
    """Show the registers that the record holds.

    Each with the days that it covers and what became of its rows.
    """
    from detente.ask.record import open_record
    from detente.cli.tables import table

    with open_record(choose_record(record)) as opened:
        entries = tuple(opened.registers())
    if as_json:
        print_json(entries)
        return
    if not entries:
        note("no registers; add one with: detente register add KIND PATH")
        return
    table([[entry.name, _covers(entry), _counts(entry), entry.path] for entry in entries], flexible=3)
    for entry in entries if rows else ():
        for problem in entry.problems:
            click.echo(f"{entry.name}: {problem.place}: {problem.reason}")


@command.command("remove")
@click.argument("name")
@click.option("--at", metavar="TIME", help="From when on it is no longer held (ISO 8601). Default: $SOURCE_DATE_EPOCH, else now.")
@record_option
@json_option
def remove(name: str, at: str | None, record: str | None, as_json: bool) -> None:
    """Hold the register NAME no longer. What the record knew on days before stays known on those days."""
    from detente.pipeline.registers import remove_register
    from detente.publish.words import counted

    facts = remove_register(choose_record(record), name, at=at)
    if as_json:
        print_json({"removed": name, "facts": facts})
    else:
        click.echo(f"removed {name}; the record holds {counted(facts, 'fact')}")


def _summary(report: RegisterReport) -> str:
    from detente.publish.words import counted

    entry = report.entry
    done = "replaced" if report.replaced else "added"
    return "\n".join(
        (
            f"{done} {entry.name}: {report.label}",
            f"{_counts(entry)}; {counted(report.statements, 'statement')}; the record now holds {counted(report.facts, 'fact')}",
        )
    )


def _counts(entry: RegisterEntry) -> str:
    from detente.publish.words import counted

    said = f"{counted(entry.read, 'row')}: {entry.kept} kept, {entry.elsewhere} about others"
    return f"{said}, {len(entry.problems)} not used" if entry.problems else said


def _covers(entry: RegisterEntry) -> str:
    from detente.model.edtf import Edtf
    from detente.rules.dates import date_words

    ends = [date_words(Edtf.parse(end)) for end in (entry.first, entry.last) if end]
    return " to ".join(ends)
