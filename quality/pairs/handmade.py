"""Labels as the statements that faultless extraction would make of them, so that reconciling can be judged by itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from detente.model.edtf import Edtf
from detente.model.mention import Bound, Party, PlaceMention
from detente.model.span import Span
from detente.model.statement import FactKind, Participant, StatedDate, Statement, Status
from detente.rules.folding import fold
from detente.rules.places import gazetteer
from detente.rules.series import series_rules, unit_class


def statement(row: Mapping[str, Any], document: str, identifier: str) -> Statement:
    """``row``, as the labelled sets write a statement, as one of ``document``. Raises KeyError or ValueError where it is no label."""
    span = Span(row.get("start", 0), row.get("end", len(row["quote"])))
    fact = FactKind(row["fact"])
    source, target = (_sides(row, side) for side in ("source", "target"))
    people = [person if isinstance(person, Mapping) else {"name": person} for person in row.get("persons") or ()]
    return Statement(
        id=identifier,
        document=document,
        fact=fact,
        kind=_kind(row, fact),
        span=span,
        quote=row["quote"],
        rule="labelled",
        confidence=1.0,
        source=tuple(Participant(Party(code, code), span) for code in source),
        target=tuple(Participant(Party(code, code), span) for code in target),
        persons=tuple(Participant(Party(p["name"], p.get("country"), p.get("office")), span) for p in people),
        places=(_place(row["place"], span),) if row.get("place") else (),
        date=StatedDate(Edtf.parse(str(row["date"])), row.get("basis", "stated"), span) if row.get("date") else None,
        status=Status(row.get("status") or "happened"),
        object=row.get("object"),
        series=row.get("series"),
        value=None if row.get("value") is None else float(row["value"]),
        unit=row.get("unit"),
        bound=Bound(row["bound"]) if row.get("bound") else None,
        reporter=row.get("reporter"),
        level=row.get("level"),
        due=Edtf.parse(str(row["due"])) if row.get("due") else None,
        detail=tuple((str(k), str(v)) for k, v in (row.get("detail") or {}).items()),
    )


def _sides(row: Mapping[str, Any], side: str) -> list[str]:
    return list(row.get(side) or row.get("parties") or ([row["party"]] if "party" in row else []))


def _place(name: str, span: Span) -> PlaceMention:
    """The largest place of that name; a country is a place without coordinates."""
    known = gazetteer().get(fold(name).text, ())
    return (
        PlaceMention(span, name, known[0].country, known[0].lat, known[0].lon, known[0].kind) if known else PlaceMention(span, name, None)
    )


def _kind(row: Mapping[str, Any], fact: FactKind) -> str:
    """The kind that is labelled; of a figure labelled in free words the series that those words name."""
    if row.get("kind") or fact is not FactKind.INDICATOR:
        return row.get("kind") or fact.value
    words = str(row.get("series") or "")
    named = series_rules().find(unit_class(row.get("unit")), words, 0, len(words))
    return named[0][0].key if named else fact.value
