"""The chronology for TimelineJS (Knight Lab): the JSON that its loader reads, every string escaped since it shows them as HTML.

The format: https://timeline.knightlab.com/docs/json-format.html
"""

from __future__ import annotations

from html import escape
from typing import Any

from detente.ask.views import ChronologyLine, Evidence
from detente.model.edtf import Day
from detente.publish.chronicle import Chronicle
from detente.publish.data import dumps
from detente.publish.evidence import document_name, whereabouts
from detente.publish.plain import shorten, visible
from detente.publish.words import counted, label_of, status_tag
from detente.rules.dates import date_words

LONGEST_QUOTE = 300
"""Characters of a quote on a slide."""


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


def _slide(line: ChronologyLine) -> dict[str, Any]:
    fact = line.fact
    date = fact.date
    first = date.earliest or date.latest if date else None
    last = date.latest or date.earliest if date else None
    tag = status_tag(fact)
    quotes = "".join(_quote(told) for told in line.evidence[:1])
    more = counted(fact.sources, "independent source")
    slide: dict[str, Any] = {
        "unique_id": f"f-{fact.id}",
        "group": safe(label_of(fact)),
        "display_date": safe(date_words(date)),
        "start_date": _date(first, date.text if date else ""),
        "text": {"headline": safe(fact.title + (f" ({tag})" if tag else "")), "text": f"{quotes}<p>{safe(more)}</p>"},
    }
    if last is not None and last != first:
        slide["end_date"] = _date(last, "")
    return slide


def _date(day: Day | None, text: str) -> dict[str, int]:
    """A day, or as much of it as the date says: a year alone has neither month nor day."""
    if day is None:
        return {}
    parts = {"year": day.year, "month": day.month, "day": day.day}
    finer = text.lstrip("-").rstrip("~?%").count("-") if text and "/" not in text and text[:1] not in "[{" else 2
    return {name: parts[name] for name in ("year", "month", "day")[: finer + 1]}


def _quote(told: Evidence) -> str:
    place = ", ".join([document_name(told.document), *whereabouts(told)])
    return f"<blockquote>“{safe(shorten(told.quote, LONGEST_QUOTE))}”</blockquote><p>{safe(place)}</p>"
