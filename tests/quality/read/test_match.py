from __future__ import annotations

from typing import Any

import pytest

from detente.model.edtf import Edtf
from detente.model.statement import Status
from detente.rules.codebook import codebook
from quality.read.draw import Passage, passages
from quality.read.match import NONE, Event, causes, compare, described, events, inside, judge, missed

PASSAGE = Passage(1, "press", "B", "doc", 100, 300)
SIGNED = Event("doc", 120, 160, ("agreement_signed",), ("SRB XKX",), ("=",), ("2013-04-19", "2013-04"), ("happened",), True)
VISIT = Event("doc", 200, 240, ("visit", "state_visit"), ("SRB",), ("NOR", NONE), (NONE,), ("planned",), True)


def answer(kind: str, start: int, end: int, source: str, target: str, date: str | None = None, status: str = "happened") -> dict[str, Any]:
    days = Edtf.parse(date) if date else None
    return {
        "fact": "event",
        "kind": kind,
        "start": start,
        "end": end,
        "source": [{"country": code} for code in source.split()],
        "target": [{"country": code} for code in target.split()],
        "date": {"edtf": date, "earliest": str(days.earliest), "latest": str(days.latest)} if days else None,
        "status": status,
    }


def test_parties_of_a_mutual_deed_are_compared_as_one_set() -> None:
    assert all(compare(answer("agreement_signed", 120, 150, "SRB", "XKX", "2013-04-19"), SIGNED).values())
    assert not compare(answer("agreement_signed", 120, 150, "SRB", "SRB NOR", "2013-04-19"), SIGNED)["parties"]


def test_a_labelled_alternative_counts_and_nothing_else_does() -> None:
    right = compare(answer("state_visit", 200, 220, "SRB", "", None, "planned"), VISIT)
    assert all(right.values())
    wrong = compare(answer("state_visit", 200, 220, "SRB", "DNK", "2014", "happened"), VISIT)
    assert wrong == {"kind": True, "parties": False, "date": False, "status": False}


def test_an_organisation_is_not_compared() -> None:
    assert compare(answer("visit", 200, 220, "SRB", "NATO", None, "planned"), VISIT)["parties"]


def test_an_event_is_told_by_one_statement_the_one_that_tells_it_best() -> None:
    twice = [
        answer("agreement_signed", 120, 150, "SRB", "NOR"),
        answer("agreement_signed", 130, 160, "SRB XKX", "SRB XKX", "2013-04-19"),
    ]
    judged = judge(PASSAGE, twice, [SIGNED, VISIT], [])
    assert [(one.holds, one.right["kind"]) for one in judged] == [(False, False), (True, True)]
    assert list(missed(PASSAGE, judged, [SIGNED, VISIT])) == [VISIT]


def test_a_wrong_statement_is_unread_until_its_cause_is_noted() -> None:
    wrong = answer("visit", 200, 220, "SRB", "DNK", None, "planned")
    assert judge(PASSAGE, [wrong], [VISIT], [])[0].unread
    note = {"document": "doc", "start": "205", "end": "230", **described(wrong), "cause": "guessed"}
    read = judge(PASSAGE, [wrong], [VISIT], [note])[0]
    assert (read.unread, read.cause, read.holds) == (False, "guessed", False)
    assert judge(PASSAGE, [answer("visit", 200, 220, "SRB", "FIN", None, "planned")], [VISIT], [note])[0].unread


def test_statements_count_only_whole_and_only_of_events() -> None:
    figure = {**answer("trade", 120, 130, "", ""), "fact": "indicator"}
    assert inside(PASSAGE, [answer("visit", 90, 110, "SRB", "NOR"), answer("visit", 290, 301, "SRB", "NOR"), figure]) == []


@pytest.mark.parametrize("event", events(), ids=lambda event: f"{event.document.rpartition('/')[2]}:{event.start}")
def test_every_label_can_be_read(event: Event) -> None:
    assert set(event.kinds) <= set(codebook().kinds)
    assert set(event.statuses) <= set(Status)
    assert all(Edtf.parse(date).text == date for date in event.dates if date != NONE)
    assert any(p.document == event.document and p.start <= event.start < event.end <= p.end for p in passages())


def test_every_cause_is_of_a_statement_in_a_passage() -> None:
    for row in causes():
        assert row["cause"]
        assert any(p.document == row["document"] and p.start <= int(row["start"]) < int(row["end"]) <= p.end for p in passages())
