"""Whether a statement is borne out by the characters it points to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.model.document import Document
from detente.model.folding import fold, words
from detente.model.span import Span
from detente.model.statement import Statement
from detente.rules.units import unit_rules

_DIGITS = (re.compile(r"\d+(?:[.,]\d+)*"), re.compile(r"\d+(?:[.,\u00a0\u202f'’ ]\d{3})+"))
"""Numbers with points and commas, and such whose thousands are set off by spaces or apostrophes."""
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")

BESIDE = 40
"""The year of a date, or its other end, stands this near to the characters it points to ("February and March 1917")."""

NAMED = 2
"""A word of a person's name shorter than this proves nothing."""


def problems(statement: Statement, document: Document) -> Iterator[tuple[str, str]]:
    """(check, what is wrong) for each promise that ``statement`` breaks."""
    text = document.text
    if statement.document != document.sha256:
        yield "quote", "the statement is of another document"
    if statement.span.of(text) != statement.quote or not statement.quote:
        yield "quote", f"characters {statement.span.start} to {statement.span.end} are not the quote"
    if not statement.rule:
        yield "rule", "no rule is named"
    yield from _spans(statement, text)
    yield from _value(statement)
    yield from _date(statement, document)
    yield from _persons(statement, document)


def _spans(statement: Statement, text: str) -> Iterator[tuple[str, str]]:
    parties = [("party", p.span) for p in (*statement.source, *statement.target, *statement.persons)]
    others: list[tuple[str, Span | None]] = [*parties, *(("place", place.span) for place in statement.places)]
    others.append(("date", statement.date.span if statement.date else None))
    others.append(("attribution", statement.attribution.span if statement.attribution else None))
    for check, span in others:
        if span is not None and (not span.start < span.end <= len(text) or not span.of(text).strip()):
            yield check, f"characters {span.start} to {span.end} are not a {check}"


def _value(statement: Statement) -> Iterator[tuple[str, str]]:
    """The digits of the number stand in the quote, or a word for it; a superlative is rank 1, “another million” one million."""
    if statement.value is None:
        return
    wanted = significant(f"{statement.value:.12f}")
    found = {significant(match.group()) for digits in _DIGITS for match in digits.finditer(statement.quote)}
    one = wanted == "1" and (statement.unit == "rank" or any(word in unit_rules().multipliers for word in words(statement.quote)))
    if wanted not in found and not one and not spelled(statement.quote):
        yield "value", f"{statement.value:g} does not stand in the quote"


def _date(statement: Statement, document: Document) -> Iterator[tuple[str, str]]:
    """A date has a basis; one that is stated has its years beside its characters, or the decade or the two digits they shorten to."""
    date = statement.date
    if date is None:
        return
    if not date.basis:
        yield "date", f"nothing says how {date.edtf} was found"
    if date.basis == "stated" and date.span is not None:
        said = f"{document.text[max(0, date.span.start - BESIDE) : date.span.end + BESIDE]} {statement.quote}"
        missing = [year for year in _YEAR.findall(date.edtf.text) if not any(part in said for part in (year, year[2:], f"{year[:3]}0"))]
        if missing and not spelled(date.span.of(document.text)):
            yield "date", f"{', '.join(missing)} does not stand in {said!r}"


def _persons(statement: Statement, document: Document) -> Iterator[tuple[str, str]]:
    """Some word of every person's name stands in the document, or of the office by which the person is known."""
    folded = fold(document.text)
    for person in statement.persons:
        said = f"{person.party.name} {person.party.office or ''}".replace("-", " ")
        named = [word for word in words(said) if len(word) >= NAMED]
        if named and not any(word in folded for word in named):
            yield "person", f"{person.party.name} is not named in the document"


def significant(number: str) -> str:
    """The digits of a number without separators and without the zeros around them."""
    return re.sub(r"\D", "", number).strip("0")


def spelled(text: str) -> bool:
    """Whether ``text`` holds a number in words ("two", "a third", "doubled")."""
    rules = unit_rules()
    numbers = rules.words.keys() | rules.ordinals.keys() | rules.parts.keys()
    return any(word in numbers for word in words(text.replace("-", " "))) or rules.change.search(text) is not None
