"""The chronology as event data: one line a fact, in the codes of PLOVER and CAMEO, with how precise and how well told it is."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from detente.ask.views import ChronologyLine
from detente.publish.evidence import document_name
from detente.publish.plain import one_line
from detente.publish.words import family_of
from detente.rules.codebook import codebook
from detente.rules.tone import tone

COLUMNS = (
    "id",
    "fact",
    "kind",
    "family",
    "plover",
    "mode",
    "contexts",
    "cameo",
    "goldstein",
    "quadrant",
    "date",
    "earliest",
    "latest",
    "precision",
    "date_basis",
    "status",
    "source",
    "target",
    "persons",
    "places",
    "object",
    "level",
    "series",
    "value",
    "unit",
    "bound",
    "reporter",
    "due",
    "title",
    "sources",
    "statements",
    "discrepancies",
    "review",
    "document",
    "quote",
)
"""What each column is, the reference page on formats says; new ones come last."""

_ACTS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
"""A cell that begins so is a formula or a command to a spreadsheet (OWASP, CSV injection)."""

BETWEEN = "; "


def events_csv(lines: Iterable[ChronologyLine]) -> str:
    """The lines as RFC 4180 with a header, UTF-8, lines ended by CRLF. No cell that a spreadsheet would act on is left as it is."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for line in lines:
        writer.writerow([cell(value) for value in _row(line)])
    return buffer.getvalue()


def cell(value: str | float | None) -> str:
    """A value as a cell: numbers as they are, text on one line and with an apostrophe before what a spreadsheet would act on."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return f"{value:.15g}"
    text = one_line(value)
    return f"'{text}" if text.startswith(_ACTS) else text


def _row(line: ChronologyLine) -> list[str | float | None]:
    fact = line.fact
    kind = codebook().kinds.get(fact.kind)
    first = line.evidence[0] if line.evidence else None
    said = next((e.statement for e in line.evidence if e.statement.plover), first.statement if first else None)
    plover = said.plover if said else None
    date = fact.date
    return [
        fact.id,
        fact.fact.value,
        fact.kind,
        family_of(fact),
        plover,
        said.mode if said else None,
        BETWEEN.join(said.contexts) if said else None,
        said.cameo if said else None,
        kind.goldstein if kind else None,
        tone(plover, fact.status).value,
        date.text if date else None,
        date.earliest.isoformat() if date and date.earliest else None,
        date.latest.isoformat() if date and date.latest else None,
        precision(line),
        fact.date_basis,
        fact.status.value,
        BETWEEN.join(fact.source),
        BETWEEN.join(fact.target),
        BETWEEN.join(fact.persons),
        BETWEEN.join(fact.places),
        fact.object,
        fact.level,
        fact.series,
        fact.value,
        fact.unit,
        fact.bound.value if fact.bound else None,
        fact.reporter,
        fact.due.text if fact.due else None,
        fact.title,
        fact.sources,
        len(line.evidence),
        len(line.discrepancies),
        fact.review.value,
        document_name(first.document) if first else None,
        first.quote if first else None,
    ]


def precision(line: ChronologyLine) -> str:
    """How finely a fact is dated: ``day``, ``month``, ``year``, ``interval`` or ``unknown``."""
    date = line.fact.date
    if date is None:
        return "unknown"
    text = date.text.rstrip("~?%")
    if "/" in text or text[:1] in "[{" or "X" in text:
        return "interval"
    return {0: "year", 1: "month"}.get(text.lstrip("-").count("-"), "day")
