from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from detente.ask import open_record
from detente.ask.coverage import Coverage, coverage
from detente.ask.views import Filters
from detente.model.reading import Extraction
from tests.factory import document, extraction, keep, statement

AT = "2024-01-01T00:00:00Z"


def told(name: str, outlet: str | None, published: str | None, *rows: tuple[str, str]) -> Extraction:
    text = f"{name} says so. " + " ".join(f"{kind} on {date}." for kind, date in rows)
    doc = replace(document(text, f"{name}.txt", published, name), outlet=outlet)
    return extraction(doc, *(statement(doc, f"{kind} on {date}", kind, "ERI,ETH", date) for kind, date in rows))


@pytest.fixture
def answer(tmp_path: Path) -> Coverage:
    first = told(
        "One", "Ethiopian News Agency", "2018-08-01", ("recognition", "1993-05-04"), ("clash", "1998-05-12"), ("ceasefire", "2000-06-18")
    )
    second = told("Two", "shabait.er", "2019-01-01", ("recognition", "1993-05-04"), ("relations_restored", "2018-07-09"))
    third = told("Three", "Le Monde.fr", "2000-07-01", ("clash", "1998-05-12"), ("ceasefire", "2000-06-18"))
    fourth = told("Four", None, None, ("ceasefire", "2000-06-18"))
    place = keep(tmp_path / "r.detente", ("ERI", "ETH"), (first, AT), (second, AT), (third, AT), (fourth, AT))
    with open_record(place) as record:
        return coverage(record)


def by_kind(answer: Coverage, kind: str) -> tuple[set[str], set[str], set[str]]:
    names = {d.sha256: d.title or "" for d in answer.documents}
    (row,) = [row for row in answer.events if row.fact.kind == kind]
    return tuple({names[s] for s in side} for side in (row.tells, row.omits, row.first))  # type: ignore[return-value]  # three sides, three sets


def test_a_source_leaves_out_only_what_it_could_have_told(answer: Coverage) -> None:
    assert by_kind(answer, "clash") == ({"One", "Three"}, {"Two"}, {"Three"})
    assert by_kind(answer, "relations_restored") == ({"Two"}, {"One"}, {"Two"})
    assert by_kind(answer, "recognition") == ({"One", "Two"}, set(), {"One"})


def test_a_source_without_a_date_is_never_first(answer: Coverage) -> None:
    tells, _, first = by_kind(answer, "ceasefire")
    assert "Four" in tells
    assert first == {"Three"}


def test_outlets_and_sides_add_up(answer: Coverage) -> None:
    outlets = {one.name: one for one in answer.outlets}
    assert {name: one.side for name, one in outlets.items()} == {
        "Ethiopian News Agency": "ETH",
        "shabait.er": "ERI",
        "Le Monde.fr": "third",
        "Four": "",
    }
    ena = outlets["Ethiopian News Agency"]
    assert (ena.within, ena.told, ena.first, ena.alone) == (4, 3, 1, 0)
    assert (outlets["shabait.er"].told, outlets["shabait.er"].alone) == (2, 1)
    assert {one.name: one.told for one in answer.sides} == {"ETH": 3, "ERI": 2, "third": 2, "": 1}
    assert all(one.first <= one.told <= one.within for one in (*answer.outlets, *answer.sides))


def test_filters_choose_among_events(tmp_path: Path) -> None:
    place = keep(tmp_path / "f.detente", ("ERI", "ETH"), (told("One", None, "2001", ("clash", "1998-05-12"), ("recognition", "1993")), AT))
    with open_record(place) as record:
        assert [row.fact.kind for row in coverage(record, Filters(since="1995")).events] == ["clash"]
