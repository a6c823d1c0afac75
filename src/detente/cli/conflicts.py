"""``detente conflicts``: where documents disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from detente.cli.console import note, print_json
from detente.cli.options import choose_record, json_option, record_option

if TYPE_CHECKING:
    from detente.ask.views import Conflict


@click.command("conflicts")
@click.option("--all", "explained", is_flag=True, help="Also those that precision, rounding or a bound explains.")
@click.option("--top", type=click.IntRange(1), metavar="N", help="Only the N most important.")
@record_option
@json_option
def command(explained: bool, top: int | None, record: str | None, as_json: bool) -> None:
    """Show where documents disagree, both quotes.

    The most important come first.
    """
    from detente.ask.conflicts import conflicts
    from detente.ask.record import open_record

    with open_record(choose_record(record)) as opened:
        found = conflicts(opened, explained, top)
    if as_json:
        print_json(found)
        return
    note(_found(len(found), explained))
    for conflict in found:
        if conflict.settled is None:
            print_conflict(conflict)
    settled = [conflict for conflict in found if conflict.settled is not None]
    if settled:
        click.echo("Settled by ruling\n")
    for conflict in settled:
        print_conflict(conflict)


def _found(number: int, explained: bool) -> str:
    if number:
        return f"{number} found"
    return "no discrepancies found" if explained else "no discrepancies found; --all also shows differences that explain themselves"


def print_conflict(conflict: Conflict) -> None:
    """One discrepancy with both quotes."""
    from detente.cli.tables import SHORT_ID, heading, print_evidence, print_paragraph
    from detente.publish.words import GRADE_WORDS, TYPE_WORDS

    made = conflict.discrepancy
    heading(f"{TYPE_WORDS[made.type].capitalize()}, {GRADE_WORDS[made.grade]}: {made.explanation}  [{made.id[:SHORT_ID]}]")
    print_evidence(conflict.left)
    print_evidence(conflict.right)
    if max(conflict.left_sources, conflict.right_sources) > 1:
        print_paragraph([(f"Told so by {conflict.left_sources} and by {conflict.right_sources} independent sources", "")], 2)
    if conflict.settled is not None:
        print_paragraph([(f"Settled: {conflict.settled}", "")], 2)
    click.echo()
