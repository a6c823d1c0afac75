from __future__ import annotations

from dataclasses import replace

import pytest

from detente.ask import Filters, chronology
from detente.ask.facts import is_milestone
from detente.model.errors import UsageError
from detente.model.fact import Grade
from detente.model.statement import Status
from detente.store.base import Record


def kinds(record: Record, filters: Filters) -> list[str]:
    return [line.fact.kind for line in chronology(record, filters)]


def test_one_event_is_one_line_in_order_of_time(record: Record) -> None:
    lines = chronology(record)
    assert [line.fact.kind for line in lines] == ["recognition", "relations_severed", "relations_restored", "agreement_signed"]
    signing = lines[-1]
    assert signing.fact.sources == len(signing.evidence) == 2
    assert [c.discrepancy.grade for c in signing.discrepancies] == [Grade.CONTRADICTION]


def test_every_quote_stands_in_its_text_with_the_words_around_it(record: Record) -> None:
    for line in chronology(record, Filters(kinds=("event", "agreement", "indicator", "commitment"))):
        for evidence in line.evidence:
            text = record.document(evidence.document.sha256).text
            start = evidence.statement.span.start
            assert text[start - len(evidence.before) : start] == evidence.before
            assert text[start:].startswith(evidence.quote + evidence.after)
            assert evidence.quote == evidence.statement.quote
            assert "\n" not in evidence.before
            assert evidence.paragraph is not None


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(since="2000"), ["relations_restored", "agreement_signed"]),
        (Filters(until="1998-05-02"), ["recognition", "relations_severed"]),
        (Filters(kinds=("agreement",)), ["agreement_signed"]),
        (Filters(kinds=("recognition", "commitment")), ["recognition", "pledge", "pledge"]),
        (Filters(person="abiy"), ["agreement_signed"]),
        (Filters(place="Asmar"), ["agreement_signed"]),
        (Filters(statuses=(Status.DENIED,)), []),
        (Filters(party="USA"), []),
    ],
)
def test_filters_leave_out_the_rest(record: Record, filters: Filters, expected: list[str]) -> None:
    assert kinds(record, filters) == expected


def test_the_most_important_are_chosen_and_stay_in_order(record: Record) -> None:
    chosen = chronology(record, Filters(top=3))
    assert [line.fact.kind for line in chosen] == ["recognition", "relations_severed", "relations_restored"]


def test_what_was_known_on_a_day(record: Record) -> None:
    assert kinds(record, Filters(known_on="2023-12-31")) == []
    assert kinds(record, Filters(known_on="2024-01-31")) == ["recognition", "relations_severed", "agreement_signed"]


def test_a_bad_date_is_the_callers_mistake(record: Record) -> None:
    with pytest.raises(UsageError, match="no date"):
        chronology(record, Filters(since="last year"))


def test_milestones_are_few_have_come_about_and_stand_in_order_of_time(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.ask.facts.MILESTONE", 5.0)
    every, few = chronology(record), chronology(record, Filters(milestones=True))
    assert 0 < len(few) < len(every)
    assert all(is_milestone(line.fact) for line in few)
    assert [line.fact.id for line in few] == [line.fact.id for line in every if line in few]
    assert len(chronology(record, Filters(milestones=True, top=1))) == 1
    assert "agreement_signed" not in {line.fact.kind for line in few}


def test_milestones_as_known_on_a_day_are_chosen_alike(record: Record) -> None:
    now = {line.fact.id for line in chronology(record, Filters(milestones=True))}
    assert {line.fact.id for line in chronology(record, Filters(milestones=True, known_on="2099-01-01"))} == now


def test_only_what_contradicts_and_is_not_settled_marks_a_line(record: Record) -> None:
    line = next(line for line in chronology(record) if line.contested)
    (contested, *_) = line.contested
    explained = replace(contested, discrepancy=replace(contested.discrepancy, grade=Grade.PRECISION))
    assert replace(line, discrepancies=(explained, replace(contested, settled="left"))).contested == ()
    assert replace(line, discrepancies=(explained, contested)).contested == (contested,)
