"""``detente find``: facts and passages by words and by fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from detente.cli.console import note, print_json
from detente.cli.filters import filter_options, to_filters
from detente.cli.options import choose_record, json_option, record_option

if TYPE_CHECKING:
    from detente.ask.views import Found


@click.command("find")
@click.argument("query", nargs=-1, metavar="[QUERY]")
@filter_options
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, metavar="N", help="At most so many answers.")
@record_option
@json_option
def command(query: tuple[str, ...], limit: int, record: str | None, as_json: bool, **chosen: object) -> None:
    """Find facts and passages by words and fields.

    Facts whose quotes hold all the words of QUERY come first, then passages of documents. Case and diacritics do not matter.
    Without QUERY the options alone choose.
    """
    from detente.ask.record import open_record
    from detente.ask.search import find

    filters = to_filters(chosen)
    with open_record(choose_record(record)) as opened:
        found = find(opened, " ".join(query), filters, limit)
    if as_json:
        print_json(found)
        return
    note(f"{len(found)} found" if found else "nothing found")
    for answer in found:
        _print(answer)


def _print(answer: Found) -> None:
    from detente.cli.tables import SHORT_ID, fact_words, heading, print_evidence
    from detente.publish.evidence import document_name
    from detente.publish.plain import shorten
    from detente.rules.dates import date_words

    if answer.fact is not None:
        heading(f"{date_words(answer.fact.date)}: {fact_words(answer.fact)}  [{answer.fact.id[:SHORT_ID]}]")
    elif answer.document is not None:
        heading(f"In {document_name(answer.document)}  [{answer.document.sha256[:SHORT_ID]}]")
    for evidence in answer.evidence:
        print_evidence(evidence)
    if answer.snippet:
        click.echo(f"  {shorten(answer.snippet, 300)}")
