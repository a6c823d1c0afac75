from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.store import finding
from detente.store.base import Choice, Order
from detente.store.sqlite import SqliteRecord, open_sqlite
from tests.factory import document, extraction, keep, statement

AT = "2024-01-10T08:00:00Z"


@pytest.fixture
def record(tmp_path: Path) -> Iterator[SqliteRecord]:
    taken = []
    for number in range(30):
        quote = f"The envoys met {'again ' * (number % 3)}in {'Asmara' if number % 2 else 'Addis'}"
        doc = document(f"{quote}. It is story {number}.", f"{number:02}.txt")
        sides = "ERI>EGY" if number % 5 == 0 else "ERI,ETH"
        taken.append((extraction(doc, statement(doc, quote, "meeting", sides, f"20{number:02}-03-04")), AT))
    with open_sqlite(keep(tmp_path / "r.detente", ("ERI", "ETH"), *taken)) as held:
        yield held


def ranked(record: SqliteRecord, query: str, limit: int) -> tuple[str, ...]:
    joined = "statement_words w JOIN statement s ON s.number = w.rowid"
    select = f"SELECT s.id FROM {joined} WHERE statement_words MATCH ? ORDER BY w.rank, s.id LIMIT ?"
    return tuple(row[0] for row in record.connection.execute(select, (query, limit)))


@pytest.mark.parametrize(("words", "limit"), [("again", 5), ("again", 100), ("envoys", 7), ("asmara", 1), ("nowhere", 5), ("", 5)])
def test_the_best_are_those_that_ranking_all_would_give(record: SqliteRecord, words: str, limit: int) -> None:
    assert record.search_statements(words, limit) == (ranked(record, f'"{words}"', limit) if words else ())


def test_of_words_that_very_many_hold_the_most_important_facts_come_first(record: SqliteRecord, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "MANY", 10)
    weighed = [s.statement for fact in record.select_facts(Choice(order=Order.IMPORTANCE)) for s in fact.supports]
    assert list(record.search_statements("envoys", 6)) == weighed[:6]
    told = record.get_statements(weighed)
    assert list(record.search_statements("asmara", 6)) == [name for name in weighed if "Asmara" in told[name].quote][:6]


def test_where_important_facts_do_not_hold_enough_of_them_all_are_ranked(record: SqliteRecord, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "MANY", 10)
    assert record.search_statements("envoys", 30) == ranked(record, '"envoys"', 30)


def test_the_latest_come_in_the_order_of_time_backwards(record: SqliteRecord) -> None:
    assert record.select_facts(Choice(order=Order.LATEST)) == record.select_facts(Choice())[::-1]
