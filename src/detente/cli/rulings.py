"""``detente rulings``: the log of what people decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

import click

from detente.cli.console import note, print_json, write
from detente.cli.options import choose_record, json_option, record_option

if TYPE_CHECKING:
    from detente.ask.rulings import Ruled
    from detente.cli.tables import Cell


@click.group("rulings")
def command() -> None:
    """Show, carry over and check the log of rulings."""


@command.command("list")
@click.argument("name", required=False, metavar="[ID]")
@click.option("--orphaned", is_flag=True, help="Only those that are about nothing that the record holds any longer.")
@record_option
@json_option
def list_rulings(name: str | None, orphaned: bool, record: str | None, as_json: bool) -> None:
    """List every ruling, or those about ID, and what has become of each.

    A ruling holds; or it was undone; or it holds partly, or is ORPHANED, because what it is about is no longer there or cannot be
    told for certain. Orphaned rulings are kept and have no effect.
    """
    from detente.ask.record import open_record
    from detente.ask.rulings import history, log
    from detente.cli.tables import table
    from detente.pipeline.rulings import Standing

    with open_record(choose_record(record)) as opened:
        found = history(opened, name) if name else log(opened)
    if orphaned:
        found = tuple(one for one in found if one.standing is Standing.ORPHANED)
    if as_json:
        print_json(found)
        return
    note(f"{len(found)} found" if found else "no rulings found")
    table([_row(one) for one in found], flexible=4)


@command.command("export")
@click.option("-o", "--output", metavar="FILE", help="Write to FILE and not to stdout.")
@record_option
def export(output: str | None, record: str | None) -> None:
    """Write the log as JSON lines, oldest first."""
    from detente.ask.record import open_record
    from detente.ask.rulings import export_log

    with open_record(choose_record(record)) as opened:
        lines = list(export_log(opened))
    if lines or output:
        write("".join(f"{line}\n" for line in lines), output)


@command.command("import")
@click.argument("file", type=click.File(encoding="utf-8"), metavar="FILE")
@record_option
@json_option
def import_rulings(file: TextIO, record: str | None, as_json: bool) -> None:
    """Take in a log from FILE (- for stdin). What is in the log already is not added again."""
    from detente.ask.record import open_record
    from detente.ask.rulings import import_log, log
    from detente.pipeline.rulings import Standing

    with open_record(choose_record(record)) as opened:
        added = import_log(opened, file)
        lost = sum(one.standing is Standing.ORPHANED for one in log(opened))
    if as_json:
        print_json({"added": added, "orphaned": lost})
    else:
        click.echo(f"{added} new" + (f", {lost} ORPHANED: `detente rulings list --orphaned` shows them" if lost else ""))


@command.command("apply")
@record_option
def apply(record: str | None) -> None:
    """Bring the facts up to the log.

    Every command that decides does this itself; it is needed only where one was killed in between.
    """
    from detente.ask.record import open_record
    from detente.ask.rulings import refresh

    with open_record(choose_record(record)) as opened:
        behind = refresh(opened)
    note("the facts follow the log now" if behind else "the facts followed the log already")


@command.command("verify")
@record_option
@json_option
@click.pass_context
def verify(ctx: click.Context, record: str | None, as_json: bool) -> None:
    """Prove that no ruling was changed or taken out. The exit code is 1 where one was."""
    from detente.ask.record import open_record
    from detente.ask.rulings import check_log

    with open_record(choose_record(record)) as opened:
        wrong = check_log(opened)
        number = sum(1 for _ in opened.rulings())
    if as_json:
        print_json({"ok": not wrong, "rulings": number, "problems": wrong})
    else:
        click.echo("\n".join([*wrong, f"{number} rulings, {len(wrong)} wrong" if wrong else f"{number} rulings, all as they were made"]))
    ctx.exit(1 if wrong else 0)


def _row(one: Ruled) -> list[Cell]:
    from detente.cli.tables import SHORT_ID
    from detente.pipeline.rulings import Standing

    ruling = one.ruling
    lost = one.standing in (Standing.ORPHANED, Standing.PARTLY)
    state = one.standing.value.upper() if one.standing is Standing.ORPHANED else one.standing.value
    return [
        (ruling.id[:SHORT_ID], "dim"),
        ruling.at,
        ruling.who,
        (state, "bold red" if lost else "dim" if one.standing is Standing.UNDONE else ""),
        _said(one),
    ]


def _said(one: Ruled) -> str:
    from detente.cli.tables import SHORT_ID
    from detente.model.ruling import Action
    from detente.publish.rulings import subject_words

    ruling = one.ruling
    value = ruling.value[:SHORT_ID] if ruling.value in ruling.subjects and ruling.value else ruling.value
    change = "" if value is None and ruling.field is None else f" {ruling.field or ''}{'=' if ruling.field else ''}{value or ''}"
    about = ruling.subjects[0][:SHORT_ID] if ruling.action is Action.UNDO else subject_words(ruling)
    return f"{ruling.action}{change}: {about}" + (f" ({ruling.why})" if ruling.why else "")
