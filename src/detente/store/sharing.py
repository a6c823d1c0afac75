"""Which documents share text, found where it lies: memory is bounded by what one document shares, however many there are."""

from __future__ import annotations

from collections.abc import Iterator

from detente.store.connected import Connected


class Sharing(Connected):
    """Pairs of documents by the runs of words that both hold."""

    def sharing(self, least: int, most: int) -> Iterator[tuple[str, str, int]]:
        """(document, other, runs in common) of all that share ``least`` runs, such as more than ``most`` documents hold aside."""
        self.connection.execute("DROP TABLE IF EXISTS temp.shared")
        self.connection.execute("CREATE TEMP TABLE shared (document INTEGER, run INTEGER, PRIMARY KEY (document, run)) WITHOUT ROWID")
        telling = "SELECT run FROM holder GROUP BY run HAVING count(*) BETWEEN 2 AND ?"
        self.connection.execute(
            f"INSERT INTO shared SELECT h.document, h.run FROM ({telling}) t JOIN holder h ON h.run = t.run",  # noqa: S608 - our own words
            (most,),
        )
        select = (
            "SELECT o.document, count(*) FROM shared s CROSS JOIN holder o ON o.run = s.run AND o.document > s.document "
            "WHERE s.document = ? GROUP BY 1 HAVING count(*) >= ?"
        )
        names = dict(self._all("SELECT number, sha256 FROM document WHERE number IN (SELECT DISTINCT document FROM shared)"))
        for number in sorted(names):
            for other, runs in list(self._all(select, (number, least))):
                yield names[number], names[other], runs
        self.connection.execute("DROP TABLE temp.shared")
