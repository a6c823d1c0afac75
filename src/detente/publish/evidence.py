"""A quote's surroundings in words: which document, where in it, how its date was read, and why it stands under its fact."""

from __future__ import annotations

import re

from detente.ask.views import DocumentSummary, Evidence
from detente.model.fact import Fact, Reason
from detente.model.statement import FactKind
from detente.publish.plain import one_line
from detente.publish.words import basis_words
from detente.rules.dates import date_words

_FIELD = re.compile(r"[a-z][a-z0-9 ]{0,40}")
"""What a register calls a field."""


def document_name(document: DocumentSummary) -> str:
    """What a document is called: its title, else its file without the folders, which say more about us than about it."""
    file = one_line(document.path or "").replace("\\", "/").rstrip("/").rpartition("/")[2]
    return one_line(document.title or "") or file or document.id


def register_row(told: Evidence) -> list[tuple[str, str]]:
    """The fields of a register's row and what stands in them, for reading; empty where the quote is no such row.

    Identifiers that only the register's keepers use are left out; the document shows the row as it is.
    """
    return row_fields(told.quote) if is_register(told.document) else []


def is_register(document: DocumentSummary) -> bool:
    """Whether a document is an office's list rather than a text."""
    return (document.path or "").startswith("register:")


def row_fields(quote: str) -> list[tuple[str, str]]:
    """The fields of a row and what stands in them, without the identifiers."""
    fields: list[tuple[str, str]] = []
    for part in quote.split("; "):
        name, colon, value = part.partition(": ")
        if colon and _FIELD.fullmatch(name):
            fields.append((name, value))
        elif fields:
            fields[-1] = (fields[-1][0], f"{fields[-1][1]}; {part}")
    return [(name, value) for name, value in fields if name != "id" and not name.endswith(" id")]


def words_before(told: Evidence) -> str:
    """The words before a quote, with a mark where they were cut."""
    cut = told.before.strip() and told.statement.span.start > len(told.before)
    return f"…{told.before.lstrip()}" if cut else told.before


def words_after(told: Evidence) -> str:
    """The words after a quote, with a mark where they were cut."""
    words = told.after.rstrip()
    return words if not words or words[-1] in '.!?"”' else f"{words}…"


def whereabouts(told: Evidence) -> list[str]:
    """Where a quote stands: outlet, date, page and paragraph, as far as they are known."""
    document = told.document
    parts = [one_line(document.outlet)] if document.outlet else []
    if document.published:
        parts.append(date_words(document.published))
    place = [f"{word} {number}" for word, number in (("page", told.page), ("paragraph", told.paragraph)) if number is not None]
    return [*parts, ", ".join(place)] if place else parts


def how(told: Evidence, fact: Fact | None) -> list[str]:
    """How a statement was read: its date as given and as resolved, who is quoted, and why it stands under ``fact``."""
    said = told.statement
    parts = []
    if said.date is not None:
        given = date_as_given(told)
        words = f"“{given}” read as {date_words(said.date.edtf)}" if given else f"Dated {date_words(said.date.edtf)}"
        rest = [basis_words(said.date.basis), *(f"not {date_words(other)}" for other in said.date.alternatives)]
        parts.append(", ".join(part for part in (words, *rest) if part) + ".")
    if said.due is not None:
        parts.append(f"Due {date_words(said.due)}.")
    if said.attribution is not None:
        parts.append(f"Said by {one_line(said.attribution.name)}.")
    reasons = next((s.reasons for s in fact.supports if s.statement == said.id), ()) if fact else ()
    if reasons:
        parts.append(_why(reasons, "figure" if said.fact is FactKind.INDICATOR else "event"))
    return [" ".join(parts)] if parts else []


def _why(reasons: tuple[Reason, ...], what: str) -> str:
    """Why a statement was held to tell the same, what speaks for it first."""
    speaking = [reason.text for reason in reasons if reason.score > 0]
    against = [reason.text for reason in reasons if reason.score < 0]
    doubt = f"; against it: {'; '.join(against)}" if against else ""
    return f"The same {what}: {'; '.join(speaking)}{doubt}."


def date_as_given(told: Evidence) -> str:
    """The words that give the date, where they stand in the passage shown; empty where they stand elsewhere or nowhere."""
    date = told.statement.date
    if date is None or date.span is None:
        return ""
    passage = told.before + told.quote + told.after
    begin = told.statement.span.start - len(told.before)
    start, end = date.span.start - begin, date.span.end - begin
    return one_line(passage[start:end]) if 0 <= start < end <= len(passage) else ""
