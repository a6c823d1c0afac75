"""Finding facts and passages by words and by fields."""

from __future__ import annotations

import re

from detente.ask.evidence import Library
from detente.ask.facts import chosen, known, told
from detente.ask.views import EVERYTHING, Filters, Found
from detente.model.folding import fold, words
from detente.model.statement import FactKind
from detente.store.base import Record

AROUND = 120
"""Characters of a passage shown on each side of the first word that matched."""

PASSAGES = 20
"""Documents shown by a passage, at most: beyond that a reader narrows the search."""


def find(record: Record, query: str = "", filters: Filters = EVERYTHING, limit: int = 50) -> tuple[Found, ...]:
    """Facts whose quotes hold all words of ``query`` (case and diacritics aside) and pass ``filters``, then passages of documents.

    Without a query the filters alone choose, in order of time.
    """
    library = Library(record)
    if not query.strip():
        facts = told(record, filters, FactKind, limit)
        library.fetch(facts)
        return tuple(Found(evidence=library.of(fact), fact=fact) for fact in facts)
    matched = record.search_statements(query, limit)
    rank = {identifier: place for place, identifier in enumerate(matched)}
    telling = record.facts_of(matched) if filters.known_on is None else known(record, filters.known_on)[0]
    passing = chosen((f for f in telling if any(s.statement in rank for s in f.supports)), filters, FactKind)
    passing.sort(key=lambda fact: min(rank[s.statement] for s in fact.supports if s.statement in rank))
    library.look_at(s.statement for fact in passing for s in fact.supports if s.statement in rank)
    found = [Found(evidence=library.among(fact, rank), fact=fact) for fact in passing]
    if filters == EVERYTHING:
        found += _passages(record, query, library)
    return tuple(found[:limit])


def _passages(record: Record, query: str, library: Library) -> list[Found]:
    found = []
    matched = record.search_documents(query, PASSAGES)
    library.describe(matched)
    for sha256 in matched:
        if library.is_held(sha256):
            found.append(Found(document=library.document(sha256), snippet=snippet(record.document(sha256).text, query)))
    return found


def snippet(text: str, query: str) -> str:
    """A stretch of ``text``, unchanged, around the first place where a word of ``query`` stands."""
    wanted = set(words(query))
    for match in re.finditer(r"\w+", text):
        if fold(match.group()) in wanted:
            return text[max(0, match.start() - AROUND) : match.end() + AROUND]
    return text[: 2 * AROUND]
