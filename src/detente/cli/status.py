"""``detente status``: how things stood on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from detente.cli.console import note, print_json
from detente.cli.options import choose_record, date, json_option, record_option

if TYPE_CHECKING:
    from detente.ask.views import SeriesPoint, SeriesView, Standing, State
    from detente.cli.tables import Cell


@click.command("status")
@click.option("--as-of", metavar="DAY", required=True, help="The world as it stood at the end of that day.")
@click.option("--known-on", metavar="DAY", help="As the record knew it at the end of that day. Default: all that it holds.")
@click.option("--published-by", metavar="DAY", help="Only from documents that were published by the end of that day.")
@record_option
@json_option
def command(as_of: str, known_on: str | None, published_by: str | None, record: str | None, as_json: bool) -> None:
    """Show how things stood on a day.

    Level of the relationship, missions, agreements, latest figures, promises, who was in office.
    """
    from detente.ask.record import open_record
    from detente.ask.state import state

    date(as_of, "--as-of")
    date(known_on, "--known-on")
    date(published_by, "--published-by")
    with open_record(choose_record(record)) as opened:
        answer = state(opened, as_of, known_on, published_by)
    if as_json:
        print_json(answer)
    else:
        _print(answer)
    if answer.orphaned:
        note(f"{len(answer.orphaned)} of the rulings ORPHANED: `detente rulings list --orphaned` shows them")


def _print(answer: State) -> None:
    from detente.cli.tables import heading, table
    from detente.model.edtf import Edtf
    from detente.publish.parties import party_name
    from detente.rules.dates import date_words

    names = " – ".join(party_name(code) for code in answer.parties)
    known = f", as known on {date_words(Edtf.parse(answer.known_on))}" if answer.known_on else ""
    published = f", as published by {date_words(Edtf.parse(answer.published_by))}" if answer.published_by else ""
    heading(f"{names} on {date_words(Edtf.parse(answer.as_of))}{known}{published}")
    table(_rows(answer), flexible=1)


def _rows(answer: State) -> list[list[Cell]]:
    from detente.cli.tables import SHORT_ID
    from detente.publish.words import level_words
    from detente.rules.dates import date_words

    level = answer.level
    since = f", since {date_words(level.since)}" if level.since else ""
    rows: list[list[Cell]] = [
        ["Level", (level_words(level.level) + since, "bold"), (level.fact.id[:SHORT_ID] if level.fact else "", "dim")]
    ]
    groups = (
        ("Relations", (answer.relations,) if answer.relations else ()),
        ("Missions", answer.missions),
        ("Agreements", answer.agreements),
        ("Sanctions", answer.sanctions),
        ("In office", answer.tenures),
        ("Promised", answer.open),
        ("Overdue", answer.overdue),
    )
    for label, standings in groups:
        rows += [_standing(label if number == 0 else "", standing) for number, standing in enumerate(standings)]
    for name, number in answer.left_out:
        rows.append(["", f"and {number} more under {name}, of less importance: detente find tells them", ""])
    points = [(view, point) for view in answer.figures for point in view.points]
    for number, (view, point) in enumerate(points):
        rows.append(["Figures" if number == 0 else "", _figure(view, point), (point.fact.id[:SHORT_ID], "dim")])
    return rows


def _standing(label: str, standing: Standing) -> list[Cell]:
    from detente.cli.tables import SHORT_ID
    from detente.rules.dates import date_words

    fact = standing.fact
    when = f"due {date_words(fact.due)}" if fact.due else date_words(fact.date)
    said = standing.note is not None and fact.kind.replace("_", " ").endswith(standing.note)
    note = f"{when}, {standing.note}" if standing.note and not said else when
    return [label, f"{fact.title} ({note})", (fact.id[:SHORT_ID], "dim")]


def _figure(view: SeriesView, point: SeriesPoint) -> str:
    from detente.publish.numbers import figure_words
    from detente.publish.parties import whose
    from detente.rules.dates import date_words

    fact = point.fact
    reporter = f", {fact.reporter}" if fact.reporter else ""
    of = f" ({whose(fact)})" if whose(fact) else ""
    return f"{view.label}{of}: {figure_words(fact.value, fact.unit, fact.bound)} ({date_words(fact.date)}{reporter})"
