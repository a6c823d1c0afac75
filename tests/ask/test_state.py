from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.ask import ladder, open_record, state
from detente.ask.views import State
from detente.model.errors import UsageError
from detente.model.reading import Extraction
from detente.publish.data import dumps, plain
from detente.store.base import Record
from tests.ask.conftest import JANUARY, MARCH, history, wire
from tests.factory import document, extraction, keep, statement


@pytest.mark.parametrize(
    ("as_of", "level"),
    [
        ("1993-05-03", "none"),
        ("1993-05-04", "recognition"),
        ("1998-05-30", "recognition"),
        ("1998-06-01", "severed"),
        ("2018-07-08", "diplomatic relations"),
        ("2024", "diplomatic relations"),
    ],
)
def test_the_level_as_of_a_day(record: Record, as_of: str, level: str) -> None:
    assert state(record, as_of).level.level == level


def test_promises_are_open_until_their_day_and_then_overdue(record: Record) -> None:
    before, after = state(record, "2020-06-01"), state(record, "2022-01-01")
    assert [len(x) for x in (before.open, before.overdue)] == [0, 0]
    assert [s.fact.due and s.fact.due.text for s in after.open] == ["../2030"]
    assert [(s.fact.due and s.fact.due.text, s.note) for s in after.overdue] == [("../2020", "overdue")]


def test_agreements_figures_and_relations_come_with_their_evidence(record: Record) -> None:
    now = state(record, "2024-01-01")
    assert [s.fact.object for s in now.agreements] == ["Joint Declaration"]
    assert all(s.evidence for s in now.agreements)
    (trade,) = now.figures
    assert sorted(p.fact.value or 0 for p in trade.points) == [3e6, 3.4e6]
    assert set(trade.reporters) == {"customs", None}
    assert now.relations is not None
    assert now.relations.fact.kind == "relations_restored"
    assert state(record, "1990-01-01").relations is None


def test_the_record_of_january_did_not_know_what_came_in_march(record: Record) -> None:
    assert state(record, "2024-01-01", known_on="2024-01-31").level.level == "severed"
    assert state(record, "2024-01-01", known_on="2024-03-10").level.level == "diplomatic relations"
    assert state(record, "2024-01-01", known_on="2023").level.level == "none"


def test_a_bad_date_is_the_callers_mistake(record: Record) -> None:
    for bad in ("", "soon", "2024-13", "2024/.."):
        with pytest.raises(UsageError):
            state(record, bad)


def test_the_ladder_says_from_when_to_when(record: Record) -> None:
    rungs = ladder(record)
    assert [(r.level, str(r.since), str(r.until)) for r in rungs] == [
        ("none", "None", "1993-05-04"),
        ("recognition", "1993-05-04", "1998-05"),
        ("severed", "1998-05", "2018-07-08"),
        ("diplomatic relations", "2018-07-08", "None"),
    ]
    assert all(r.evidence for r in rungs[1:])


LATER = {
    "another severance": ("relations_severed", "2001"),
    "the same signing": ("agreement_signed", "2018-07-09"),
    "a figure anew": ("trade_turnover", "2019"),
    "a new treaty": ("agreement_signed", "2019-01"),
}


def late(name: str) -> Extraction:
    kind, date = LATER[name]
    doc = document(f"A late report on {name} by both.", f"{name}.txt", "2024-04-01")
    return extraction(doc, statement(doc, f"report on {name} by both", kind, "ERI,ETH", date))


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(sorted(LATER)), st.integers(0, 4))
def test_a_later_document_leaves_what_was_known_on_an_earlier_day_unchanged(tmp_path: Path, order: list[str], number: int) -> None:
    for file in tmp_path.iterdir():
        file.unlink()
    before = known(keep(tmp_path / "a.detente", ("ERI", "ETH"), (history(), JANUARY), (wire(), MARCH)))
    more = [(late(name), f"2024-05-{day:02}T00:00:00Z") for day, name in enumerate(order[:number], 1)]
    after = known(keep(tmp_path / "b.detente", ("ERI", "ETH"), *more, (wire(), MARCH), (history(), JANUARY)))
    assert repr(after) == repr(before)
    assert dumps(plain(after)) == dumps(plain(before))


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(sorted(LATER)), st.integers(0, 4))
def test_what_was_published_later_leaves_what_was_out_by_a_day_unchanged(tmp_path: Path, order: list[str], number: int) -> None:
    for file in tmp_path.iterdir():
        file.unlink()
    more = [(late(name), f"2024-01-{day:02}T00:00:00Z") for day, name in enumerate(order[:number], 1)]
    before = published(keep(tmp_path / "a.detente", ("ERI", "ETH"), (history(), JANUARY), (wire(), MARCH)))
    after = published(keep(tmp_path / "b.detente", ("ERI", "ETH"), *more, (wire(), MARCH), (history(), JANUARY)))
    assert after == before


def published(path: Path) -> list[str]:
    with open_record(path) as record:
        return [dumps(plain(state(record, "2024", published_by=day))) for day in ("2018-07-10", "2021-02-03", "2024-03-31")]


def test_published_by_leaves_out_what_came_out_later(record: Record) -> None:
    early, late_one = state(record, "2024", published_by="2019"), state(record, "2024", published_by="2022")
    assert (early.published_by, early.level.level) == ("2019-12-31", "diplomatic relations")
    assert [len(early.open) + len(early.overdue), len(late_one.open) + len(late_one.overdue)] == [0, 2]


def known(path: Path) -> list[State]:
    with open_record(path) as record:
        return [state(record, day, known_on) for day in ("1999", "2019", "2024") for known_on in ("2024-01-31", "2024-04-30")]
