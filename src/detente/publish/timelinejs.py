"""The chronology for TimelineJS (Knight Lab): the JSON that its loader reads, every string escaped since it shows them as HTML.

The format: https://timeline.knightlab.com/docs/json-format.html. What the loader (3.9) does beyond it, and this module heeds: it takes
the markup off ``group`` and ``display_date`` and then shows what is left as HTML, so that these are escaped twice; it drops an end that
has all the parts of the beginning; it counts years as astronomers do, 0 being 1 BC; and without any slide it says that there is none.
"""

from __future__ import annotations

import re
from html import escape
from itertools import takewhile
from typing import Any

from detente.ask.views import ChronologyLine, Evidence
from detente.model.edtf import Day, Edtf
from detente.publish.chronicle import Chronicle
from detente.publish.data import dumps
from detente.publish.evidence import document_name, whereabouts
from detente.publish.plain import shorten, visible
from detente.publish.words import counted, family_of, label_of, status_tag
from detente.rules.dates import date_words

LONGEST_QUOTE = 300
"""Characters of a quote on a slide."""

_BETWEEN = re.compile(r"[/,]|\.\.")
"""What stands between the ends of an interval and the members of a set."""


def chronology_timelinejs(told: Chronicle) -> str:
    """A title slide and one slide for each dated line; undated lines have no place on a line of time and are counted in the title."""
    dated = [line for line in told.dated if line.fact.date is not None and (line.fact.date.earliest or line.fact.date.latest)]
    left_out = len(told.lines) - len(dated)
    about = f"{counted(len(told.lines), 'event')} told by {counted(told.sources.used, 'document')}"
    rest = f"; {left_out} without a date are not shown" if left_out else ""
    title = {"text": {"headline": safe(" – ".join(told.names)), "text": f"<p>{safe(about + rest)}.</p>"}}
    return dumps({"scale": "human", "title": title, "events": [_slide(line) for line in dated]}, indent=1) + "\n"


def safe(text: str) -> str:
    """``text`` as HTML that shows it and does nothing."""
    return escape(visible(text), quote=True)


def words_apart(text: str) -> str:
    """``text`` for where the loader takes markup off before it shows what is left as HTML."""
    return safe(safe(text))


def _slide(line: ChronologyLine) -> dict[str, Any]:
    fact = line.fact
    tag = status_tag(fact)
    quotes = "".join(_quote(told) for told in line.evidence[:1])
    more = counted(fact.sources, "independent source")
    return {
        "unique_id": f"f-{fact.id}",
        "group": words_apart(family_of(fact) or label_of(fact)),
        "display_date": words_apart(date_words(fact.date)),
        **(_dates(fact.date) if fact.date else {}),
        "text": {"headline": safe(fact.title + (f" ({tag})" if tag else "")), "text": f"{quotes}<p>{safe(more)}</p>"},
    }


def _dates(date: Edtf) -> dict[str, dict[str, int]]:
    """Where a slide begins and, if that is elsewhere, ends; each as finely as the date says it: a year has neither month nor day."""
    pieces = [piece for piece in _BETWEEN.split(date.text.strip("[]{}")) if piece]
    first, last = date.earliest or date.latest, date.latest or date.earliest
    if first is None or last is None or not pieces:
        return {}
    start, end = _parts(first, pieces[0]), _parts(last, pieces[-1])
    return {"start_date": start} if start == end else {"start_date": start, "end_date": end}


def _parts(day: Day, text: str) -> dict[str, int]:
    """As much of a day as ``text`` says, up to the first part that has a digit unspecified."""
    said = list(takewhile(lambda part: "X" not in part, text.lstrip("-").split("-")))
    return dict(zip(("year", "month", "day"), (day.year, day.month, day.day)[: max(len(said), 1)], strict=False))


def _quote(told: Evidence) -> str:
    place = ", ".join([document_name(told.document), *whereabouts(told)])
    return f"<blockquote>“{safe(shorten(told.quote, LONGEST_QUOTE))}”</blockquote><p>{safe(place)}</p>"
