"""``detente chronology``: what happened, in order, in the terminal or as a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from detente.cli.console import print_json, write
from detente.cli.filters import filter_options, to_filters
from detente.cli.options import choose_record, json_option, record_option

if TYPE_CHECKING:
    from detente.ask.views import Filters
    from detente.store.base import Record


@click.command("chronology")
@filter_options
@click.option("--to", "form", type=click.Choice(["table", "html", "md", "json"]), default="table", show_default=True, help="As what.")
@click.option("-o", "--output", metavar="FILE", help="Write to FILE and not to stdout.")
@record_option
@json_option
def command(form: str, output: str | None, record: str | None, as_json: bool, **chosen: object) -> None:
    """Show what happened, in order of time.

    Marks: ● happened, ○ planned, ◐ ongoing, ⊘ denied, ◌ hypothetical; ≠ stands where documents disagree. `detente show ID`
    opens a line to the words that state it. --to html writes one page that needs no network, --to md a document with a footnote
    for each quote, --to json all that these show; --json prints the lines alone.
    """
    from detente.ask.record import open_record

    if form == "table" and output is not None:
        raise click.UsageError("-o needs a format for the file: --to html, --to md or --to json")
    filters = to_filters(chosen)
    with open_record(choose_record(record)) as opened:
        if as_json or form == "table":
            _list(opened, filters, as_json)
            return
        from detente.publish.chronicle import gather

        told = gather(opened, filters)
    if form == "html":
        from detente.publish.page import chronology_html

        write(chronology_html(told), output)
    elif form == "md":
        from detente.publish.markdown import chronology_markdown

        write(chronology_markdown(told), output)
    elif output is None:
        print_json(told)
    else:
        from detente.publish.data import dumps, plain

        write(dumps(plain(told), indent=2), output)


def _list(record: Record, filters: Filters, as_json: bool) -> None:
    from detente.ask.chronology import chronology
    from detente.cli.console import note
    from detente.cli.tables import chronology_rows, table
    from detente.publish.parties import party_name
    from detente.publish.words import counted

    lines = chronology(record, filters)
    if as_json:
        print_json(lines)
        return
    note(f"{' – '.join(map(party_name, record.parties))}: {counted(len(lines), 'event')}")
    table(chronology_rows(lines), flexible=3)
