"""Finding again what a ruling was about: statements get other identifiers when their document changes or the program reads it anew.

A ruling is never moved to words that say something else. What cannot be found for certain is left to the person who ruled.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from detente.model.document import Document
from detente.model.ruling import anchor_text
from detente.model.statement import Statement

CLOSE = 0.8
"""Share of characters that two quotes must have in common, in order, to be one sentence that was touched up. At four fifths a corrected
word or an added clause passes, and of sentences on two events that are worded alike the dates or names tell them apart."""

AHEAD = 0.05
"""By how much the closest quote must beat the second."""

OVERLAP = 0.5
"""In an unchanged document a statement read with other ends is the same one where they share half of their joint length."""

_DIGITS = re.compile(r"\d+")


class How(StrEnum):
    """How the subject of a ruling was found."""

    SAME = "same"
    """By its identifier."""
    PLACE = "place"
    """The same words at the same place."""
    MOVED = "moved"
    """The same words elsewhere in the document, once."""
    CLOSE = "close"
    """Nearly the same words, with the same numbers, once."""
    LOST = "lost"
    """Not for certain, or not at all."""


def statement_anchor(statement: Statement, document: Document) -> str:
    """Where ``statement`` stands, in which words, and what was read in them."""
    said: dict[str, Any] = {
        "document": statement.document,
        "path": document.path,
        "name": document.id,
        "start": statement.span.start,
        "end": statement.span.end,
        "quote": statement.quote,
        **_reading(statement),
    }
    return anchor_text(said)


def document_anchor(document: Document) -> str:
    """What a document can be known again by when its bytes have changed."""
    return anchor_text({"document": document.sha256, "path": document.path, "name": document.id, "title": document.title})


def outlet_anchor(outlet: str) -> str:
    """An outlet, by the name that it was graded under."""
    return anchor_text({"document": None, "outlet": outlet, "title": f"the outlet {outlet}"})


def find_document(anchor: str, held: Iterable[Document]) -> tuple[str | None, How]:
    """The document of an anchor among those held: itself, else the only one of its path, else the only one that bears its name."""
    said = json.loads(anchor)
    documents = list(held)
    if any(document.sha256 == said["document"] for document in documents):
        return said["document"], How.SAME
    for same in (
        [d for d in documents if said.get("path") is not None and d.path == said["path"] and _alike(d, said)],
        [d for d in documents if d.id == said.get("name")],
    ):
        if len(same) == 1:
            return same[0].sha256, How.MOVED
    return None, How.LOST


def find_statement(anchor: str, held: Sequence[Statement], strict: bool = False) -> tuple[Statement | None, How]:
    """The statement of an anchor among those of its document. ``strict`` takes only one in which the same is read."""
    said = json.loads(anchor)
    same_fact = [
        s for s in held if s.fact.value == said["fact"] and (not strict or (s.kind, s.status.value) == (said["kind"], said["status"]))
    ]
    worded = [s for s in same_fact if s.quote == said["quote"]]
    in_place = [s for s in worded if s.span.start == said["start"]]
    if in_place:
        return _closest(said, in_place, How.PLACE)
    if len({s.span for s in worded}) == 1:
        return _closest(said, worded, How.MOVED)
    if worded:
        return None, How.LOST
    return _nearly(said, same_fact)


def _alike(document: Document, said: dict[str, Any]) -> bool:
    """Of a file that holds several documents the one that bears the name; a file's own document has no other name than its bytes."""
    named = said.get("name")
    return named == document.id or named == str(said["document"])[: len(str(named))]


def _nearly(said: dict[str, Any], held: Sequence[Statement]) -> tuple[Statement | None, How]:
    """The only statement whose words are nearly those of the anchor."""
    numbers = _DIGITS.findall(said["quote"])
    scored: dict[tuple[int, int], float] = {}
    for statement in held:
        unchanged = statement.document == said["document"]
        if statement.status.value != said["status"] or not (unchanged or _DIGITS.findall(statement.quote) == numbers):
            continue
        score = _likeness(said, statement)
        if score >= CLOSE:
            scored[statement.span.start, statement.span.end] = score
    best = sorted(scored.values(), reverse=True)
    if not best or (len(best) > 1 and best[0] - best[1] < AHEAD):
        return None, How.LOST
    top = max(scored, key=lambda place: scored[place])
    return _closest(said, [s for s in held if (s.span.start, s.span.end) == top], How.CLOSE)


def _likeness(said: dict[str, Any], statement: Statement) -> float:
    if statement.document == said["document"]:
        shared = min(statement.span.end, said["end"]) - max(statement.span.start, said["start"])
        joint = max(statement.span.end, said["end"]) - min(statement.span.start, said["start"])
        return 1.0 + shared / joint if shared >= OVERLAP * joint else 0.0
    matcher = SequenceMatcher(None, said["quote"], statement.quote, autojunk=False)
    if matcher.real_quick_ratio() < CLOSE or matcher.quick_ratio() < CLOSE:
        return 0.0
    return matcher.ratio()


def _closest(said: dict[str, Any], held: Sequence[Statement], how: How) -> tuple[Statement | None, How]:
    """Of several statements at one place the one in which most of the same was read; none where two are as near."""
    ranked = sorted(held, key=lambda s: -_shared(said, s))
    if len(ranked) > 1 and _shared(said, ranked[0]) == _shared(said, ranked[1]):
        return None, How.LOST
    return ranked[0], how


def _shared(said: dict[str, Any], statement: Statement) -> int:
    read = _reading(statement)
    return sum(2 if name == "kind" else 1 for name, value in read.items() if said.get(name) == value)


def _reading(statement: Statement) -> dict[str, Any]:
    """What was read in the words, as far as it tells statements at one place apart."""
    return {
        "fact": statement.fact.value,
        "kind": statement.kind,
        "status": statement.status.value,
        "date": statement.date.edtf.text if statement.date else None,
        "source": sorted(p.party.country or p.party.name for p in statement.source),
        "target": sorted(p.party.country or p.party.name for p in statement.target),
        "persons": sorted(p.party.name for p in statement.persons),
        "object": statement.object,
        "series": statement.series,
        "value": statement.value,
        "due": statement.due.text if statement.due else None,
    }
