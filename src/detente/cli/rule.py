"""``detente rule``: a person decides, and the log remembers who, when and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from detente.cli.console import print_json
from detente.cli.options import F, choose_record, json_option, record_option

if TYPE_CHECKING:
    from detente.model.ruling import Ruling

_SHARED = (
    click.option("--why", metavar="TEXT", default="", help="The reason, for whoever reads the log."),
    click.option("--by", metavar="NAME", help="Who decides. Default: $DETENTE_REVIEWER, else the user of this computer."),
    click.option("--at", metavar="TIME", help="When (ISO 8601, UTC). Default: $SOURCE_DATE_EPOCH, else now."),
    record_option,
    json_option,
)


def ruling_options(function: F) -> F:
    """Reason, person, time, record: what every ruling takes."""
    for option in reversed(_SHARED):
        function = option(function)
    return function


@click.group("rule")
def command() -> None:
    """Decide about facts, discrepancies and sources.

    Each decision is a ruling: it enters a log that is only ever added to, with who, when, why and a hash of what was in front of
    the person. Facts follow the rulings after every rebuild; the statements stay as they were extracted. ID is an identifier or a
    beginning of one. `detente rulings list` shows the log, `detente review` asks about what most needs a decision.
    """


@command.command("accept")
@click.argument("names", nargs=-1, required=True, metavar="ID...")
@ruling_options
def accept(names: tuple[str, ...], **told: Any) -> None:
    """Find facts or statements right as they stand."""
    _rule("accept", [[name] for name in names], **told)


@command.command("reject")
@click.argument("names", nargs=-1, required=True, metavar="ID...")
@ruling_options
def reject(names: tuple[str, ...], **told: Any) -> None:
    """Find that facts or statements, or all that a document states, are not said by their quotes."""
    _rule("reject", [[name] for name in names], **told)


@command.command("edit")
@click.argument("name", metavar="ID")
@click.argument("changes", nargs=-1, required=True, metavar="FIELD=VALUE...")
@ruling_options
def edit(name: str, changes: tuple[str, ...], **told: Any) -> None:
    """Read fields of a fact or statement otherwise.

    Fields: kind, date and due (EDTF: 2018-07-09, 2018-07, ../2030), status, source and target (codes with commas), persons and places
    (names with semicolons), object, level, series, value, unit, bound, reporter. An empty value takes the field away.
    """
    pairs = [change.partition("=") for change in changes]
    if bad := [field for field, sign, _ in pairs if not sign]:
        raise click.UsageError(f"write {bad[0]}=VALUE")
    _rule("edit", [[name]] * len(pairs), fields=[(field.strip(), value.strip() or None) for field, _, value in pairs], **told)


@command.command("merge")
@click.argument("names", nargs=-1, required=True, metavar="ID ID...")
@ruling_options
def merge(names: tuple[str, ...], **told: Any) -> None:
    """Make one fact of facts or statements that tell of one event."""
    _rule("merge", [list(names)], **told)


@command.command("split")
@click.argument("name", metavar="STATEMENT")
@click.argument("others", nargs=-1, metavar="[ID...]")
@ruling_options
def split(name: str, others: tuple[str, ...], **told: Any) -> None:
    """Take a statement out of its fact, or from the facts and statements named."""
    _rule("split", [[name, *others]], **told)


@command.command("settle")
@click.argument("name", metavar="DISCREPANCY")
@click.option("--follow", required=True, metavar="SIDE", help="left, right, both, or the statement that is followed.")
@ruling_options
def settle(name: str, follow: str, **told: Any) -> None:
    """Say which side of a discrepancy is followed, or that both stand."""
    _rule("settle", [[name]], fields=[(None, follow)], **told)


@command.command("grade")
@click.argument("name", metavar="ID")
@click.argument("grade_given", metavar="GRADE")
@ruling_options
def grade(name: str, grade_given: str, **told: Any) -> None:
    """Grade a document, a statement or all of an outlet (outlet:NAME) by the Admiralty code.

    A letter for the source (A reliable to E unreliable, F cannot be judged), a digit for what it says (1 confirmed to 5 improbable,
    6 cannot be judged), or both: B2. What is graded E or 5 decides no field of a fact that another source speaks to.
    """
    _rule("grade", [[name]], fields=[(None, grade_given)], **told)


@command.command("undo")
@click.argument("name", required=False, metavar="[RULING]")
@ruling_options
def undo(name: str | None, **told: Any) -> None:
    """Take back a ruling, an undo too; without RULING the last one that holds."""
    from detente.ask.record import open_record
    from detente.ask.rulings import undo as undo_ruling

    with open_record(choose_record(told["record"])) as opened:
        made = undo_ruling(opened, name, why=told["why"], who=told["by"], at=told["at"])
    _say([made], told["as_json"])


def _rule(action: str, groups: list[list[str]], *, fields: list[tuple[str | None, str | None]] | None = None, **told: Any) -> None:
    """One ruling for each group of names; the facts are brought up to them once, at the end."""
    from detente.ask.record import open_record
    from detente.ask.rulings import refresh, rule
    from detente.model.ruling import Action

    made = []
    with open_record(choose_record(told["record"])) as opened:
        refresh(opened)
        try:
            for names, (field, value) in zip(groups, fields or [(None, None)] * len(groups), strict=True):
                made.append(
                    rule(
                        opened,
                        Action(action),
                        names,
                        field=field,
                        value=value,
                        why=told["why"],
                        who=told["by"],
                        at=told["at"],
                        applied=False,
                    )
                )
        finally:
            refresh(opened)
    _say(made, told["as_json"])


def _say(made: list[Ruling], as_json: bool) -> None:
    from detente.cli.tables import SHORT_ID
    from detente.publish.words import counted

    if as_json:
        print_json(made)
        return
    for ruling in made:
        about = ruling.subjects[0][:SHORT_ID] if ruling.action == "undo" else counted(len(ruling.subjects), "subject")
        click.echo(f"{ruling.id[:SHORT_ID]}  {ruling.action} {about}, by {ruling.who}; undo with: detente rule undo {ruling.id[:SHORT_ID]}")
