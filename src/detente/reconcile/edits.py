"""A statement with a field read otherwise, as a person ruled. The statement itself stays as it was extracted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from detente.model.edtf import Edtf
from detente.model.errors import UsageError
from detente.model.mention import Bound, Party, PlaceMention
from detente.model.statement import Participant, StatedDate, Statement, Status
from detente.rules.actors import country_names
from detente.rules.codebook import codebook

BASIS = "ruling"
"""How a date was found that a person gave."""

Change = Callable[[Statement, str | None], dict[str, Any]]


def edited(statement: Statement, edits: Iterable[tuple[str, str | None]]) -> Statement:
    """``statement`` with each (field, value) read as given, the later over the earlier. Raises UsageError where a value is none."""
    for field, value in edits:
        change = CHANGES.get(field)
        if change is None:
            raise UsageError(f"{field!r} cannot be edited; these can: {', '.join(CHANGES)}")
        try:
            statement = replace(statement, **change(statement, value))
        except (ValueError, KeyError) as error:
            raise UsageError(f"{value!r} is no {field}: {error}") from error
    return statement


def _text(field: str) -> Change:
    return lambda statement, value: {field: value}


def _date(statement: Statement, value: str | None) -> dict[str, Any]:
    old = statement.date.span if statement.date else None
    return {"date": None if value is None else StatedDate(Edtf.parse(value), BASIS, old)}


def _due(statement: Statement, value: str | None) -> dict[str, Any]:
    return {"due": None if value is None else Edtf.parse(value)}


def _status(statement: Statement, value: str | None) -> dict[str, Any]:
    return {"status": Status(_given(value))}


def _kind(statement: Statement, value: str | None) -> dict[str, Any]:
    known, kind = codebook().kinds, _given(value)
    if kind not in known and statement.kind in known:
        raise ValueError("the codebook has no such kind")
    return {"kind": kind}


def _value(statement: Statement, value: str | None) -> dict[str, Any]:
    return {"value": None if value is None else float(value)}


def _bound(statement: Statement, value: str | None) -> dict[str, Any]:
    return {"bound": None if value is None else Bound(value)}


def _side(field: str) -> Change:
    def change(statement: Statement, value: str | None) -> dict[str, Any]:
        codes = [code.strip().upper() for code in _given(value).split(",") if code.strip()]
        return {field: tuple(Participant(Party(country_names()[code], code), statement.span) for code in codes)}

    return change


def _persons(statement: Statement, value: str | None) -> dict[str, Any]:
    """Names after each other with semicolons; one named in the statement keeps its country and office."""
    known = {person.party.name: person for person in statement.persons}
    names = [name.strip() for name in (value or "").split(";") if name.strip()]
    return {"persons": tuple(known.get(name) or Participant(Party(name, None), statement.span) for name in names)}


def _places(statement: Statement, value: str | None) -> dict[str, Any]:
    known = {place.name: place for place in statement.places}
    names = [name.strip() for name in (value or "").split(";") if name.strip()]
    return {"places": tuple(known.get(name) or PlaceMention(statement.span, name, None) for name in names)}


def _given(value: str | None) -> str:
    if not value:
        raise ValueError("it cannot be empty")
    return value


CHANGES: Mapping[str, Change] = {
    "kind": _kind,
    "date": _date,
    "status": _status,
    "source": _side("source"),
    "target": _side("target"),
    "persons": _persons,
    "places": _places,
    "object": _text("object"),
    "level": _text("level"),
    "series": _text("series"),
    "value": _value,
    "unit": _text("unit"),
    "bound": _bound,
    "reporter": _text("reporter"),
    "due": _due,
}
"""What can be read otherwise, and how its value is written: dates in EDTF, parties as codes with commas, names with semicolons."""
