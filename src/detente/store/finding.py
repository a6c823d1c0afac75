"""Searching for words: what is found, and in which order, however many hold them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from detente.model.folding import words as folded_words
from detente.store import rows
from detente.store.base import Choice, Order
from detente.store.connected import BATCH, Connected, batches
from detente.store.selecting import ORDERS, condition

MANY = 20_000
"""Words that more statements hold tell none of them apart: the most important facts that hold them come first instead."""

LOOKED_AT = 10_000
"""Facts that are looked at for such words, by their importance, before all are ranked after all."""

EACH = 10
"""Statements found under one fact, at most: its others say no more of why it was found."""

AT_ONCE = 100
"""Facts whose statements are looked up at once."""

Supported = tuple[str, str]
"""A fact and a statement that supports it."""


class Findings(Connected):
    """The word indexes."""

    def search_statements(self, words: str, limit: int) -> tuple[str, ...]:
        """Identifiers of the statements that hold all ``words``, best first."""
        query = _query(words)
        return self._ranked("statement", "id", query, limit) if query and limit > 0 else ()

    def search_supports(self, words: str, choice: Choice, limit: int) -> tuple[Supported, ...]:
        """The statements that hold all ``words`` under the first ``limit`` facts that ``choice`` names, best first."""
        query = _query(words)
        if not query or limit <= 0:
            return ()
        if self._one("SELECT 1 FROM statement_words WHERE statement_words MATCH ? LIMIT 1 OFFSET ?", (query, MANY)):
            found = _of_first(self._weighed(query, choice), limit)
            if len({fact for fact, _ in found}) == limit:
                return found
        return _of_first(self._best(query, choice), limit)

    def search_documents(self, words: str, limit: int) -> tuple[str, ...]:
        """Sums of the documents that hold all ``words``, best first."""
        query = _query(words)
        return self._ranked("document", "sha256", query, limit) if query and limit > 0 else ()

    def _ranked(self, table: str, column: str, query: str, limit: int) -> tuple[str, ...]:
        """By rank, then by name. Names are looked up only of those that rank no lower than the last one wanted."""
        index = f"{table}_words"
        match = f"FROM {index} WHERE {index} MATCH ?"
        least = self._one(f"SELECT max(rank) FROM (SELECT rank {match} ORDER BY rank LIMIT ?)", (query, limit))[0]  # noqa: S608 - our own words
        if least is None:
            return ()
        select = (
            f"SELECT t.{column} FROM (SELECT rowid number, rank weight {match} AND rank <= ?) w "  # noqa: S608 - our own words
            f"CROSS JOIN {table} t ON t.number = w.number ORDER BY w.weight, t.{column} LIMIT ?"
        )
        return tuple(row[0] for row in self._all(select, (query, least, limit)))

    def _best(self, query: str, choice: Choice) -> Iterator[Supported]:
        """By rank, then by name: as many are looked up as are asked for."""
        where, values = condition(choice)
        ranked = self._all("SELECT rowid, rank FROM statement_words WHERE statement_words MATCH ? ORDER BY rank", (query,))
        for weights in _ranks(ranked):
            found = []
            for batch in batches(weights):
                select = (
                    "SELECT s.number, s.id, fs.fact FROM statement s JOIN fact_statement fs ON fs.statement = s.id "  # noqa: S608 - our own words
                    f"WHERE s.number IN ({rows.holes(batch)}) AND EXISTS (SELECT 1 FROM fact WHERE fact.id = fs.fact AND {where})"
                )
                found += [(weights[number], name, fact) for number, name, fact in self._all(select, [*batch, *values])]
            yield from ((fact, name) for _, name, fact in sorted(found))

    def _weighed(self, query: str, choice: Choice) -> Iterator[Supported]:
        """Those of the most important facts, as far as these are looked at."""
        where, values = condition(choice)
        named = (choice.ids, choice.kinds, choice.party, choice.person, choice.place, choice.since, choice.until, choice.ended_by)
        hint = "" if any(named) else "INDEXED BY fact_weight"
        select = f"SELECT id FROM fact {hint} WHERE {where} ORDER BY {ORDERS[Order.IMPORTANCE]} LIMIT ?"  # noqa: S608 - our own words
        facts = (row[0] for row in self._all(select, [*values, LOOKED_AT]))
        while some := list(islice(facts, AT_ONCE)):
            told: dict[str, list[tuple[str, int]]] = {fact: [] for fact in some}
            under = "FROM fact_statement fs CROSS JOIN statement s ON s.id = fs.statement WHERE fs.fact IN"
            select = f"SELECT fs.fact, s.id, s.number {under} ({rows.holes(some)}) ORDER BY fs.fact, fs.position"
            for fact, name, number in self._all(select, some):
                told[fact].append((name, number))
            for fact, own in told.items():
                yield from islice(((fact, name) for name, number in own if self._holds(query, number)), EACH)

    def _holds(self, query: str, number: int) -> bool:
        return self._one("SELECT 1 FROM statement_words WHERE statement_words MATCH ? AND rowid = ?", (query, number)) is not None


def _ranks(ranked: Iterable[tuple[int, float]]) -> Iterator[dict[int, float]]:
    """Ranks by number, some hundreds at a time, those of one rank together."""
    held: dict[int, float] = {}
    last = 0.0
    for number, rank in ranked:
        if len(held) >= BATCH and rank != last:
            yield held
            held = {}
        held[number] = last = rank
    if held:
        yield held


def _of_first(found: Iterable[Supported], limit: int) -> tuple[Supported, ...]:
    """What comes before the fact that would be one too many."""
    kept: list[Supported] = []
    under: Counter[str] = Counter()
    for fact, statement in found:
        if fact not in under and len(under) == limit:
            break
        under[fact] += 1
        if under[fact] <= EACH:
            kept.append((fact, statement))
    return tuple(kept)


def _query(words: str) -> str:
    return " ".join(f'"{word}"' for word in folded_words(words))
