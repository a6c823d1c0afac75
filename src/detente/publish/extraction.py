"""The JSON object that ``detente extract`` prints for a document. A contract: fields are added, never changed."""

from __future__ import annotations

from typing import Any

from detente.model.edtf import Day, Edtf
from detente.model.mention import PlaceMention, TimeMention
from detente.model.reading import Extraction
from detente.model.statement import Participant, StatedDate, Statement


def extraction_json(extraction: Extraction, with_text: bool = False) -> dict[str, Any]:
    """One document's answer, ready for ``json.dumps``."""
    document = extraction.document
    answer: dict[str, Any] = {
        "id": document.id,
        "path": document.path,
        "sha256": document.sha256,
        "title": document.title,
        "language": document.language,
        "published": _text(document.published),
        "published_basis": document.published_basis,
        "outlet": document.outlet,
        "times": [_time(time) for time in extraction.times],
        "statements": [statement_json(statement) for statement in extraction.statements],
    }
    if with_text:
        answer["text"] = document.text
    return answer


def statement_json(statement: Statement) -> dict[str, Any]:
    """One statement with every field of the contract, nulls included."""
    return {
        "id": statement.id,
        "fact": statement.fact,
        "kind": statement.kind,
        "plover": statement.plover,
        "mode": statement.mode,
        "contexts": list(statement.contexts),
        "cameo": statement.cameo,
        "source": [_participant(p) for p in statement.source],
        "target": [_participant(p) for p in statement.target],
        "persons": [_participant(p) for p in statement.persons],
        "places": [_place(p) for p in statement.places],
        "date": None if statement.date is None else _date(statement.date),
        "status": statement.status,
        "attribution": None
        if statement.attribution is None
        else {"name": statement.attribution.name, "start": statement.attribution.span.start, "end": statement.attribution.span.end},
        "object": statement.object,
        "series": statement.series,
        "value": statement.value,
        "unit": statement.unit,
        "bound": statement.bound,
        "reporter": statement.reporter,
        "level": statement.level,
        "due": _text(statement.due),
        "detail": dict(statement.detail),
        "start": statement.span.start,
        "end": statement.span.end,
        "quote": statement.quote,
        "rule": statement.rule,
        "confidence": statement.confidence,
    }


def _text(edtf: Edtf | None) -> str | None:
    return None if edtf is None else str(edtf)


def _day(day: Day | None) -> str | None:
    return None if day is None else day.isoformat()


def _ends(edtf: Edtf | None) -> dict[str, str | None]:
    return {"earliest": _day(edtf.earliest) if edtf else None, "latest": _day(edtf.latest) if edtf else None}


def _time(time: TimeMention) -> dict[str, Any]:
    return {
        "start": time.span.start,
        "end": time.span.end,
        "text": time.text,
        "type": time.type,
        "value": time.value,
        "edtf": _text(time.edtf),
        **_ends(time.edtf),
        "basis": time.basis,
        "alternatives": [str(a) for a in time.alternatives],
    }


def _participant(participant: Participant) -> dict[str, Any]:
    party = participant.party
    return {
        "country": party.country,
        "name": party.name,
        "office": party.office,
        "start": participant.span.start,
        "end": participant.span.end,
    }


def _place(place: PlaceMention) -> dict[str, Any]:
    return {
        "name": place.name,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "start": place.span.start,
        "end": place.span.end,
    }


def _date(date: StatedDate) -> dict[str, Any]:
    return {
        "edtf": str(date.edtf),
        **_ends(date.edtf),
        "basis": date.basis,
        "start": date.span.start if date.span else None,
        "end": date.span.end if date.span else None,
        "alternatives": [str(a) for a in date.alternatives],
    }
