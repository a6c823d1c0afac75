"""The options that choose among facts, the same on every command that lists them."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import click

from detente.cli.options import F, date
from detente.model.errors import UsageError

if TYPE_CHECKING:
    from detente.ask.views import Filters


STATUSES = ("happened", "planned", "ongoing", "denied", "hypothetical")
"""The values of ``Status``, written out so that help does not wait for the records; a test holds that they agree."""


_OPTIONS = (
    click.option("--since", metavar="DATE", help="Leave out what ended before: 1995, 1995-07 or 1995-07-11."),
    click.option("--until", metavar="DATE", help="Leave out what began after."),
    click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only this kind, such as state_visit. Repeatable."),
    click.option("--status", "statuses", multiple=True, type=click.Choice(STATUSES), help="Only this status. Repeatable."),
    click.option("--party", metavar="NAME", help="Only what this country or organisation takes part in, by name or code."),
    click.option("--person", metavar="NAME", help="Only what this person has a part in; part of a name will do."),
    click.option("--place", metavar="NAME", help="Only what happened there; part of a name will do."),
    click.option("--top", type=click.IntRange(1), metavar="N", help="Only the N most important, in order of time."),
    click.option("--milestones", is_flag=True, help="Only what changed the relationship most; with --top the N greatest of those."),
    click.option("--known-on", metavar="DAY", help="Only what the record held at the end of that day."),
)


def filter_options(function: F) -> F:
    """Every option that chooses among facts."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def to_filters(chosen: Any) -> Filters:
    """The filters that the options ask for. Raises UsageError where a date, a kind or a party is none."""
    from detente.ask.views import Filters
    from detente.model.statement import Status
    from detente.pipeline.parties import party_code

    for option in ("since", "until", "known_on"):
        date(chosen[option], f"--{option.replace('_', '-')}")
    return Filters(
        since=chosen["since"],
        until=chosen["until"],
        kinds=tuple(_kind(kind) for kind in chosen["kinds"]),
        statuses=tuple(Status(status) for status in chosen["statuses"]),
        person=chosen["person"],
        place=chosen["place"],
        party=party_code(chosen["party"]) if chosen["party"] else None,
        top=chosen["top"],
        milestones=chosen["milestones"],
        known_on=chosen["known_on"],
    )


def _kind(text: str) -> str:
    """A kind as the record writes it; raises UsageError with the kinds that come close."""
    from detente.model.statement import FactKind
    from detente.rules.codebook import codebook

    kind = text.strip().lower().replace(" ", "_").replace("-", "_")
    known = [*codebook().kinds, *(fact.value for fact in FactKind)]
    if kind in known:
        return kind
    near = get_close_matches(kind, known, n=3)
    hint = f"did you mean {' or '.join(near)}?" if near else "the codebook lists the kinds there are"
    raise UsageError(f"--kind {text}: no such kind; {hint}")
