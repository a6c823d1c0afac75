"""``detente build``: a folder of documents becomes a record."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from detente.cli.console import note, print_json
from detente.cli.options import RECORD_SUFFIX, RECORD_VARIABLE, json_option, workers_option
from detente.cli.progress import Progress
from detente.model.errors import RecordError

if TYPE_CHECKING:
    from detente.pipeline import BuildReport
    from detente.pipeline import Progress as Step

_STAGES = {"read": "reading", "reconcile": "reconciling", "write": "writing"}


@click.command("build")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--between", nargs=2, metavar="A B", help="The two parties, by name or code. A record that exists knows them.")
@click.option("--record", metavar="FILE", help=f"The record to make or to add to. Default: ${RECORD_VARIABLE}, else the only one here.")
@click.option("--at", metavar="TIME", help="When the documents came in (ISO 8601). Default: $SOURCE_DATE_EPOCH, else now.")
@click.option("--compact", is_flag=True, help="Make every fact anew and write the file in canonical order.")
@workers_option
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    between: tuple[str, str] | None,
    record: str | None,
    at: str | None,
    compact: bool,
    workers: int | None,
    as_json: bool,
) -> None:
    """Take documents into the record of two parties.

    PATH is a file, a folder or a glob. Only new and changed files are read. A file that cannot be read is named with the
    reason, the rest are used, and the exit code is 1. A build that was stopped goes on where it was when it is run again.
    """
    from detente.pipeline import build

    place = _place(record)
    try:
        with Progress("starting") as progress:
            report = build(
                paths, record=place, between=between, workers=workers, at=at, compact=compact, progress=lambda step: _show(progress, step)
            )
    except KeyboardInterrupt:
        note("stopped: what was read so far is kept; run the same command again to go on")
        raise
    for entry in (*report.refused, *report.failed):
        note(f"{entry.outcome} {entry.path}: {entry.reason}: {entry.advice}")
    if as_json:
        print_json(report)
    else:
        click.echo(_summary(report))
    ctx.exit(1 if report.refused or report.failed else 0)


def _place(given: str | None) -> Path:
    """Where the record is or is to be. Raises RecordError where nothing tells."""
    named = given or os.environ.get(RECORD_VARIABLE)
    if named:
        return Path(named)
    here = sorted(Path().glob(f"*{RECORD_SUFFIX}"))
    if len(here) != 1:
        raise RecordError(f"say which record to make or add to: --record FILE (a name such as vietnam-us{RECORD_SUFFIX})")
    return here[0]


def _show(progress: Progress, step: Step) -> None:
    progress.step(step.done, step.total, _STAGES.get(step.stage, step.stage))


def _summary(report: BuildReport) -> str:
    from detente.publish.parties import party_name
    from detente.publish.words import counted

    files = [f"{report.used} used"]
    for number, word in ((report.unchanged, "of them unchanged"), (len(report.refused), "refused"), (len(report.failed), "failed")):
        if number:
            files.append(f"{number} {word}")
    names = " – ".join(party_name(code) for code in report.parties)
    raised = report.discrepancies - report.explained
    besides = f" (and {report.explained} that explain themselves)" if report.explained else ""
    return "\n".join(
        (
            f"{names}: {counted(report.facts, 'fact')} and {counted(raised, 'discrepancy', 'discrepancies')}{besides} "
            f"from {counted(report.documents, 'document')} ({counted(report.statements, 'statement')})",
            f"{counted(report.files, 'file')}: {', '.join(files)}",
            f"record: {report.record}",
        )
    )
