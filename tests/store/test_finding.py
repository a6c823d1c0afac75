from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
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


def weighed(record: SqliteRecord, choice: Choice) -> list[tuple[str, str]]:
    return [(fact.id, s.statement) for fact in record.select_facts(replace(choice, order=Order.IMPORTANCE)) for s in fact.supports]


def test_of_words_that_very_many_hold_the_most_important_facts_come_first(record: SqliteRecord, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "MANY", 10)
    monkeypatch.setattr(finding, "AT_ONCE", 3)
    every = weighed(record, Choice())
    assert list(record.search_supports("envoys", Choice(), 6)) == every[:6]
    told = record.get_statements(name for _, name in every)
    assert list(record.search_supports("asmara", Choice(), 6)) == [pair for pair in every if "Asmara" in told[pair[1]].quote][:6]


def test_where_important_facts_do_not_hold_enough_of_them_all_are_ranked(record: SqliteRecord, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "MANY", 10)
    monkeypatch.setattr(finding, "LOOKED_AT", 3)
    supporting = [name for name in ranked(record, '"envoys"', 30) if record.names_of([name])]
    assert [name for _, name in record.search_supports("envoys", Choice(), 30)] == supporting
    assert len(supporting) == 24


@pytest.mark.parametrize("many", [10, 1000])
@pytest.mark.parametrize(
    "choice", [Choice(since="2010-01-01"), Choice(until="2004-12-31"), Choice(party="EGY"), Choice(kinds=("meeting", "agreement"))]
)
def test_only_facts_that_are_asked_for_take_up_room(
    record: SqliteRecord, monkeypatch: pytest.MonkeyPatch, choice: Choice, many: int
) -> None:
    """However few pass, and however far down they stand among all that hold the words."""
    monkeypatch.setattr(finding, "MANY", many)
    monkeypatch.setattr(finding, "BATCH", 4)
    passing = set(weighed(record, choice))
    found = record.search_supports("envoys", choice, 5)
    assert set(found) <= passing
    assert len({fact for fact, _ in found}) == min(5, len({fact for fact, _ in passing}))
    assert set(record.search_supports("envoys", choice, 100)) == passing


def test_a_search_ends_with_the_last_fact_wanted_and_tells_all_of_it_until_then(record: SqliteRecord) -> None:
    assert record.search_supports("envoys", Choice(), 0) == record.search_supports("", Choice(), 5) == ()
    assert len({fact for fact, _ in record.search_supports("again", Choice(), 4)}) == 4


@pytest.mark.parametrize("many", [0, 1000])
def test_of_a_fact_that_very_many_tell_of_some_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, many: int) -> None:
    monkeypatch.setattr(finding, "MANY", many)
    taken = []
    for number in range(finding.EACH + 5):
        doc = document(f"President Isaias Afwerki flew to Addis. It is story {number}.", f"{number:02}.txt")
        said = statement(doc, "President Isaias Afwerki flew to Addis", "visit", "ERI>ETH", "2018-07-14", persons=["Isaias Afwerki"])
        taken.append((extraction(doc, said), AT))
    with open_sqlite(keep(tmp_path / "one.detente", ("ERI", "ETH"), *taken)) as held:
        assert held.counts()["fact"] == 1
        assert len(held.search_supports("afwerki", Choice(), 5)) == finding.EACH


def test_the_latest_come_in_the_order_of_time_backwards(record: SqliteRecord) -> None:
    assert record.select_facts(Choice(order=Order.LATEST)) == record.select_facts(Choice())[::-1]
