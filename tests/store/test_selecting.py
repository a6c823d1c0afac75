from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from detente.ask.facts import chosen, told
from detente.ask.views import Filters
from detente.model.statement import FactKind, Status
from detente.store.base import Choice, Order
from detente.store.sqlite import SqliteRecord, open_sqlite
from tests.factory import document, extraction, keep, statement

AT = "2024-01-10T08:00:00Z"


@pytest.fixture
def record(tmp_path: Path) -> Iterator[SqliteRecord]:
    taken = []
    people = ((), ("Isaias Afwerki/ERI",), ("Abiy Ahmed/ETH", "Isaias Afwerki/ERI"))
    dates = (None, "1998", "2018-07", "2018-07-14/2018-07-16", "2019-01-02", "../1991")
    kinds = ("visit", "agreement_signed", "commitment", "relations_severed")
    for number, (kind, date, named) in enumerate(product(kinds, dates, people)):
        doc = document(f"{number}. What was done.", f"{number:03}.txt")
        status = ("happened", "planned", "denied")[number % 3]
        more = {"places": ["Addis Ababa"]} if number % 4 else {"object": f"pact {number}"}
        sides = ("ERI>ETH", "ETH>ERI", "ERI,ETH")[number % 3]
        taken.append((extraction(doc, statement(doc, "What was done", kind, sides, date, persons=named, status=status, **more)), AT))
    for number, year in enumerate(("2018", "2019", "2020", "2020")):
        doc = document(f"Trade came to {number + 1} million, paper {number} says.", f"f{number}.txt")
        said = statement(doc, "Trade came to", "figure", "ERI,ETH", year, series="trade", value=float(number + 1), unit="USD")
        taken.append((extraction(doc, said), AT))
    with open_sqlite(keep(tmp_path / "r.detente", ("ERI", "ETH"), *taken)) as held:
        yield held


FILTERS = (
    Filters(),
    Filters(kinds=("visit", "commitment")),
    Filters(kinds=("indicator",)),
    Filters(statuses=(Status.PLANNED,)),
    Filters(person="isaías"),
    Filters(place="addis"),
    Filters(party="eri", since="2018-07"),
    Filters(until="2018-07-15"),
    Filters(since="1998", until="2018"),
    Filters(top=5),
    Filters(top=7, kinds=("event",), person="abiy"),
    Filters(facts=("0" * 16,)),
)


@pytest.mark.parametrize("filters", FILTERS)
def test_indexes_answer_what_looking_at_every_fact_does(record: SqliteRecord, filters: Filters) -> None:
    assert told(record, filters) == chosen(record.facts(), filters)
    assert told(record, filters, FactKind, 4) == chosen(record.facts(), filters, FactKind)[:4]


def test_pages_put_together_are_the_whole(record: SqliteRecord) -> None:
    whole = record.select_facts(Choice(order=Order.IMPORTANCE))
    pages = [record.select_facts(Choice(order=Order.IMPORTANCE, limit=10, offset=start)) for start in range(0, len(whole), 10)]
    assert tuple(fact for page in pages for fact in page) == whole
    assert record.count_facts(Choice()) == len(whole) == len(list(record.facts()))


@pytest.mark.parametrize("choice", [Choice(), Choice(kinds=("visit",)), Choice(person="abiy", since="2018-01-01")])
def test_facets_count_what_is_chosen(record: SqliteRecord, choice: Choice) -> None:
    facts = record.select_facts(choice)
    found = record.facets(choice)
    assert dict(found["kind"]) == Counter(fact.kind for fact in facts)
    assert dict(found["status"]) == Counter(fact.status.value for fact in facts)
    assert dict(found["party"]) == Counter(code for fact in facts for code in {*fact.source, *fact.target})
    years = Counter(f"{fact.date.earliest.year:04}" for fact in facts if fact.date and fact.date.earliest)
    assert dict(found["year"]) == years
    assert [number for _, number in found["kind"]] == sorted((n for _, n in found["kind"]), reverse=True)


def test_a_line_of_figures_ends_with_its_latest_period(record: SqliteRecord) -> None:
    (line,) = record.lines("2024-01-01")
    assert (line.series, line.points, line.last) == ("trade", 4, ("2020-01-01", "2020-12-31"))
    assert sorted(fact.value or 0 for fact in record.line_points(line)) == [3.0, 4.0]
    assert record.lines("2019-06-01")[0].points == 2
    assert record.lines("1990-01-01") == ()


def test_a_document_in_brief_says_when_it_came_and_whether_it_is_held(record: SqliteRecord) -> None:
    held = next(record.documents())
    assert record.summaries([held.sha256, "0" * 64]) == {held.sha256: (held, AT, True)}
