"""Finding facts and passages by words and by fields."""

from __future__ import annotations

import re

from detente.ask.evidence import Library
from detente.ask.facts import MOST_MILESTONES, as_choice, chosen, is_milestone, known, time_order, told
from detente.ask.views import EVERYTHING, Filters, Found
from detente.model.fact import Fact
from detente.model.folding import fold, words
from detente.model.statement import FactKind
from detente.store.base import Record

AROUND = 120
"""Characters of a passage shown on each side of the first word that matched."""

LOOKED_THROUGH = 20_000
"""Statements that hold the words and are looked through for the facts of another day."""

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
    passing, rank = _now(record, query, filters, limit) if filters.known_on is None else _then(record, query, filters, limit)
    passing.sort(key=lambda fact: min(rank[s.statement] for s in fact.supports if s.statement in rank))
    library.look_at(s.statement for fact in passing for s in fact.supports if s.statement in rank)
    found = [Found(evidence=library.among(fact, rank), fact=fact) for fact in passing]
    if filters == EVERYTHING:
        found += _passages(record, query, library)
    return tuple(found[:limit])


Told = tuple[list[Fact], dict[str, int]]
"""Facts, and how well each statement under them that holds the words does so, from 0 on."""


def _now(record: Record, query: str, filters: Filters, limit: int) -> Told:
    several = filters.milestones or filters.top is not None
    matched = record.search_supports(query, as_choice(filters, FactKind), max(limit, MOST_MILESTONES) if several else limit)
    rank = {statement: place for place, (_, statement) in enumerate(matched)}
    facts = [f for f in record.get_facts(fact for fact, _ in matched).values() if not filters.milestones or is_milestone(f)]
    if filters.top is not None:
        facts = sorted(facts, key=lambda fact: (-fact.importance, time_order(fact)))[: max(filters.top, 0)]
    return facts, rank


def _then(record: Record, query: str, filters: Filters, limit: int) -> Told:
    """As what the record held on a day is worked out, everything that holds the words is looked at."""
    place = {name: number for number, name in enumerate(record.search_statements(query, LOOKED_THROUGH))}
    telling = (f for f in known(record, filters.known_on)[0] if any(s.statement in place for s in f.supports))
    passing = chosen(telling, filters, FactKind)
    passing.sort(key=lambda fact: min(place[s.statement] for s in fact.supports if s.statement in place))
    return passing[:limit], place


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
