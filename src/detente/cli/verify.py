"""``detente verify``: whether the record keeps its promises."""

from __future__ import annotations

import click

from detente.cli.console import print_json
from detente.cli.options import choose_record, json_option, record_option


@click.command("verify")
@record_option
@json_option
@click.pass_context
def command(ctx: click.Context, record: str | None, as_json: bool) -> None:
    """Prove that the record keeps its promises.

    That every quote is where it is said to be, that the counts agree, and that the facts follow from the statements. The exit
    code is 1 where something does not hold.
    """
    from detente.ask.record import open_record
    from detente.ask.verify import verify
    from detente.cli.tables import table
    from detente.publish.words import counted

    with open_record(choose_record(record)) as opened:
        report = verify(opened)
    if as_json:
        print_json({"ok": report.ok, "checks": dict(report.checks), "problems": report.problems})
    else:
        table([[check.replace("_", " "), f"{number:,}"] for check, number in report.checks], flexible=0)
        table([[("wrong", "red"), problem.check, problem.subject, problem.text] for problem in report.problems], flexible=3)
        click.echo("everything holds" if report.ok else f"{counted(len(report.problems), 'thing')} wrong")
    ctx.exit(0 if report.ok else 1)
