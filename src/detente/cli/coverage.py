"""``detente coverage``: which source tells of which event, and which leaves it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from detente.cli.console import note, print_json
from detente.cli.filters import filter_options, to_filters
from detente.cli.options import choose_record, json_option, record_option

if TYPE_CHECKING:
    from detente.ask.coverage import Coverage, EventCoverage, SourceCoverage
    from detente.cli.tables import Cell


@click.command("coverage")
@click.option("--events", is_flag=True, help="Also list every event: who was first, who tells it, who leaves it out.")
@filter_options
@record_option
@json_option
def command(events: bool, record: str | None, as_json: bool, **chosen: object) -> None:
    """Show which source tells which event.

    By outlet and by side. A source can leave out only what it could have told: what lies in the years that it goes through and was
    over when it came out. Sides are those of the two parties, by an outlet's name or address; where neither tells, the side is not
    known.
    """
    from detente.ask.coverage import coverage
    from detente.ask.record import open_record

    filters = to_filters(chosen)
    with open_record(choose_record(record)) as opened:
        answer = coverage(opened, filters)
    if as_json:
        print_json(answer)
        return
    _print(answer, events)


def _print(answer: Coverage, events: bool) -> None:
    from detente.cli.tables import heading, table
    from detente.publish.words import counted

    note(f"{counted(len(answer.events), 'event')}, {counted(len(answer.documents), 'document')}")
    heading("By outlet")
    table([_head("Outlet"), *(_row(one, one.name) for one in answer.outlets)], flexible=0)
    heading("By side")
    table([_head("Side"), *(_row(one, side_words(one.side)) for one in answer.sides)], flexible=0)
    if events:
        heading("By event")
        table([_event(row, answer) for row in answer.events], flexible=1)


def side_words(side: str) -> str:
    """A side in words."""
    from detente.publish.parties import party_name

    return {"third": "others", "register": "official lists", "": "not known"}.get(side) or party_name(side)


def _head(first: str) -> list[Cell]:
    return [(text, "dim") for text in (first, "documents", "could tell", "told", "first", "alone")]


def _row(one: SourceCoverage, name: str) -> list[Cell]:
    share = f"{one.told} ({100 * one.told / one.within:.0f} %)" if one.within else str(one.told)
    return [name, str(one.documents), str(one.within), share, str(one.first), str(one.alone)]


def _event(row: EventCoverage, answer: Coverage) -> list[Cell]:
    from detente.cli.tables import SHORT_ID
    from detente.publish.evidence import document_name
    from detente.rules.dates import date_words

    named = {document.sha256: document_name(document) for document in answer.documents}
    first = ", ".join(named[name] for name in row.first) or "not known"
    told = f"told by {len(row.tells)} of {len(row.tells) + len(row.omits)}; first: {first}"
    return [date_words(row.fact.date), f"{row.fact.title} ({told})", (row.fact.id[:SHORT_ID], "dim")]
