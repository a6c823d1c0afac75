"""``detente diff``: what became otherwise in a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from detente.cli.console import note, print_json
from detente.cli.options import choose_record, json_option, record_option

if TYPE_CHECKING:
    from detente.ask.views import Difference, FactChange
    from detente.cli.tables import Cell


@click.command("diff")
@click.option("--since", metavar="RUN|DATE", help="Compare with the end of that day, or with before the build of that time.")
@click.option("--with", "other", type=click.Path(dir_okay=False), metavar="FILE", help="Compare with that record, taken for the older one.")
@record_option
@json_option
def command(since: str | None, other: str | None, record: str | None, as_json: bool) -> None:
    """Show what is new, confirmed, contradicted or gone.

    Without an option: what the last build did. Identifiers that changed are listed with the new ones; `show` still takes the old.
    """
    from detente.ask.diff import diff, diff_records
    from detente.ask.record import open_record
    from detente.model.errors import UsageError

    if since is not None and other is not None:
        raise UsageError("give --since or --with, not both")
    with open_record(choose_record(record)) as opened:
        if other is None:
            found = diff(opened, since)
        else:
            with open_record(choose_record(other)) as older:
                found = diff_records(older, opened)
    if as_json:
        print_json(found)
    else:
        _print(found)


def _print(found: Difference) -> None:
    from detente.cli.conflicts import print_conflict
    from detente.cli.tables import heading, table

    parts = (
        ("New", found.new),
        ("Confirmed by further sources", found.confirmed),
        ("Now contradicted", found.contradicted),
        ("Changed", found.changed),
        ("Gone", found.gone),
    )
    counts = ", ".join(f"{len(changes)} {label.lower()}" for label, changes in parts)
    note(f"since {found.since}: {counts}")
    for label, changes in parts:
        if changes:
            heading(label)
            table([_row(change, label == "Changed") for change in changes], flexible=0)
    met = set()
    for conflict in (conflict for change in found.contradicted for conflict in change.conflicts):
        if conflict.discrepancy.id not in met:
            met.add(conflict.discrepancy.id)
            print_conflict(conflict)
    if found.renamed:
        heading("Identifiers that changed")
        table([[old, new or "gone"] for old, new in found.renamed], flexible=1)


def _row(change: FactChange, told: bool) -> list[Cell]:
    from detente.ask.diff import COUNTED
    from detente.cli.tables import SHORT_ID, fact_words
    from detente.publish.words import counted

    differing = ", ".join(name for name in change.fields if name not in COUNTED)
    sources = counted(change.fact.sources, "source")
    return [fact_words(change.fact), differing if told else sources, (change.fact.id[:SHORT_ID], "dim")]
