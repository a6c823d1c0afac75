"""Searching for words: what is found, and in which order, however many hold them."""

from __future__ import annotations

from collections.abc import Iterator

from detente.model.folding import words as folded_words
from detente.store.connected import Connected

MANY = 20_000
"""Words that more statements hold tell none of them apart: the most important facts that hold them come first instead."""

LOOKED_AT = 10_000
"""Statements that are looked at for such words, by the importance of their facts, before all are ranked after all."""


class Findings(Connected):
    """The word indexes."""

    def search_statements(self, words: str, limit: int) -> tuple[str, ...]:
        """Identifiers of the statements that hold all ``words``, best first."""
        query = _query(words)
        if not query or limit <= 0:
            return ()
        if self._one("SELECT 1 FROM statement_words WHERE statement_words MATCH ? LIMIT 1 OFFSET ?", (query, MANY)):
            found = tuple(self._weighed(query, limit))
            if len(found) == limit:
                return found
        return self._ranked("statement", "id", query, limit)

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

    def _weighed(self, query: str, limit: int) -> Iterator[str]:
        """Those of the most important facts, as far as these are looked at."""
        looked = (
            "SELECT fs.statement name, s.number number FROM fact f INDEXED BY fact_weight CROSS JOIN fact_statement fs ON fs.fact = f.id "
            "CROSS JOIN statement s ON s.id = fs.statement "
            "ORDER BY f.importance DESC, coalesce(f.earliest, f.latest, '9999'), coalesce(f.latest, f.earliest, '9999'), f.title, f.id, "
            "fs.position LIMIT ?"
        )
        found = 0
        for name, number in self._all(looked, (LOOKED_AT,)):
            if self._one("SELECT 1 FROM statement_words WHERE statement_words MATCH ? AND rowid = ?", (query, number)):
                yield name
                found += 1
                if found == limit:
                    return


def _query(words: str) -> str:
    return " ".join(f'"{word}"' for word in folded_words(words))
