"""``detente export``: the chronology as a file of another program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from detente.cli.console import note, write, write_bytes
from detente.cli.filters import filter_options, to_filters
from detente.cli.options import choose_record, record_option

if TYPE_CHECKING:
    from detente.publish.chronicle import Chronicle

FORMATS = ("docx", "md", "html", "csv", "json", "timelinejs")


@click.command("export")
@filter_options
@click.option("--to", "form", type=click.Choice(FORMATS), required=True, help="As what.")
@click.option("-o", "--output", metavar="FILE", help="Write to FILE and not to stdout (a Word file needs one).")
@click.option("--codebook", metavar="FILE", help="With csv: write to FILE what each column and each code means.")
@record_option
def command(form: str, output: str | None, codebook: str | None, record: str | None, **chosen: object) -> None:
    """Write the chronology for another program.

    docx is for Word and LibreOffice: headings by year, a footnote for each quote, figures as tables, discrepancies and sources in
    annexes. csv is event data in PLOVER and CAMEO codes, one line a fact. timelinejs is what Knight Lab's TimelineJS loads. html, md and
    json are as those of `detente chronology`. All filters of the chronology work here too.
    """
    from detente.ask.record import open_record
    from detente.publish.chronicle import gather
    from detente.publish.words import counted

    if form == "docx" and output in (None, "-"):
        raise click.UsageError("a Word file is written to a file: add -o FILE.docx")
    if codebook is not None and form != "csv":
        raise click.UsageError("--codebook goes with --to csv")
    filters = to_filters(chosen)
    with open_record(choose_record(record)) as opened:
        told = gather(opened, filters)
    if form == "docx" and output is not None:
        from detente.publish.word import chronology_docx

        write_bytes(chronology_docx(told), output)
    else:
        write(_text(told, form), output)
    if codebook is not None:
        from detente.publish.events_csv import codebook_csv

        write(codebook_csv(), codebook)
    if output not in (None, "-"):
        note(f"{output}: {counted(len(told.lines), 'line')}")


def _text(told: Chronicle, form: str) -> str:
    if form == "md":
        from detente.publish.markdown import chronology_markdown

        return chronology_markdown(told)
    if form == "html":
        from detente.publish.page import chronology_html

        return chronology_html(told)
    if form == "csv":
        from detente.publish.events_csv import events_csv

        return events_csv(told.lines)
    if form == "timelinejs":
        from detente.publish.timelinejs import chronology_timelinejs

        return chronology_timelinejs(told)
    from detente.publish.data import dumps, plain

    return dumps(plain(told), indent=2)
