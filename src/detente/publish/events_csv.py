"""The chronology as event data: one line a fact, in the codes of PLOVER and CAMEO, with how precise and how well told it is."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from detente.ask.views import ChronologyLine
from detente.publish.evidence import document_name
from detente.publish.plain import one_line
from detente.publish.words import DATE_BASES, REVIEW_WORDS, STATUS_WORDS, TONE_WORDS, basis_words, family_of
from detente.rules.codebook import codebook
from detente.rules.tone import tone

COLUMNS = {
    "id": "identifier of the fact; the same after a rebuild from the same documents",
    "fact": "sort of fact: event, agreement, partnership, commitment, indicator, tenure, claim",
    "kind": "kind in detente's codebook",
    "family": "family of kinds that it belongs to",
    "plover": "PLOVER event type",
    "mode": "PLOVER mode: how it was done",
    "contexts": "PLOVER contexts: what it was about",
    "cameo": "CAMEO code",
    "goldstein": "Goldstein score of the kind, from -10 (conflict) to 10 (cooperation)",
    "quadrant": "PLOVER quadrant: in deed or word, together or against; neutral for what was denied and for what has no PLOVER type",
    "date": "when, in EDTF (ISO 8601-2): no finer than the documents say",
    "earliest": "first day that the date can mean; empty where that is open",
    "latest": "last day that the date can mean; empty where that is open",
    "precision": "day, month, year, interval (also a season or a decade) or unknown",
    "date_basis": "how the date was found",
    "status": "happened, planned, ongoing, denied or hypothetical",
    "source": "who acts: country codes (ISO 3166-1 alpha-3)",
    "target": "toward whom: country codes; the same as the source where both act together",
    "persons": "persons who take part",
    "places": "places where it happened",
    "object": "agreement, project or cause by name",
    "level": "level of the partnership by name",
    "series": "indicator series of a figure",
    "value": "value of a figure",
    "unit": "unit of the value",
    "bound": "whether the value is exact, rounded, or a least or most",
    "reporter": "who reports the figure",
    "due": "by when something was promised, in EDTF",
    "title": "the line of the chronology",
    "sources": "number of independent sources: copies and rewrites of one text count once",
    "statements": "number of statements that tell it",
    "discrepancies": "number of differences between the documents on it",
    "review": "what a person decided about it",
    "document": "document of the first statement",
    "quote": "words of the first statement, on one line",
}
"""What each column holds; new ones come last."""

_ACTS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
"""A cell that begins so is a formula or a command to a spreadsheet (OWASP, CSV injection)."""

BETWEEN = "; "
"""Between the values of one cell."""

MONTHS = 12
"""A month beyond is a season (EDTF)."""


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
    """How finely a fact is dated: ``day``, ``month``, ``year``, ``interval`` (also a season or a decade) or ``unknown``."""
    date = line.fact.date
    if date is None:
        return "unknown"
    text = date.text.rstrip("~?%").lstrip("-")
    if "/" in text or text[:1] in "[{" or "X" in text:
        return "interval"
    _, *finer = text.split("-")
    if finer and int(finer[0].strip("~?%")) > MONTHS:
        return "interval"
    return ("year", "month", "day")[len(finer)]


def codebook_csv() -> str:
    """What every column holds and what every code in it means, as CSV itself: a row a column, and after it one for each of its values."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(("column", "value", "meaning"))
    values = _values()
    for name, meaning in COLUMNS.items():
        writer.writerow((name, "", meaning))
        writer.writerows((name, cell(value), cell(said)) for value, said in values.get(name, {}).items())
    return buffer.getvalue()


def _values() -> dict[str, dict[str, str]]:
    """The meaning of each value of the columns that hold codes of our own."""
    kinds = codebook().kinds
    return {
        "kind": {name: f"{kind.label}: {kind.definition}" for name, kind in kinds.items()},
        "quadrant": {code.value: words for code, words in TONE_WORDS.items()},
        "date_basis": {name: basis_words(name) for name in DATE_BASES},
        "status": {status.value: words for status, words in STATUS_WORDS.items()},
        "review": {review.value: words for review, words in REVIEW_WORDS.items()},
    }
