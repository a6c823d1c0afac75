"""What only three articles and two registers together show: the rows on facts across documents of the labelled seeds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from detente.ask import Filters, chronology, conflicts, open_record, series, show, state, verify
from detente.ask.views import Stance
from detente.model.fact import DiscrepancyType, Fact, Grade
from detente.pipeline import build
from detente.pipeline.registers import add_register
from detente.store.base import Record

ANNOUNCED = frozenset({"normalization_announced", "relations_normalized"})


@pytest.fixture(scope="module")
def path(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("seeds") / "seeds.detente"
    build([str(shared / "seeds")], record=place, between=("Vietnam", "USA"), workers=1, at="2025-08-01")
    for kind in ("visits", "travels"):
        add_register(place, kind, shared / "registers" / f"{kind}.jsonl", at="2025-08-02")
    return place


def visit_of(record: Record, person: str, year: str) -> tuple[Fact, dict[str, Stance]]:
    """The visit of ``person`` in ``year`` that an article tells of, and what each register says to it."""
    facts = [f for f in record.facts() if "visit" in f.kind and person in f.persons and str(f.date).startswith(year)]
    shown = [show(record, fact.id) for fact in facts]
    told = next(s for s in shown if any(not (e.document.path or "").startswith("register:") for e in s.evidence))
    assert told.fact is not None
    return told.fact, {verdict.register: verdict.stance for verdict in told.registers}


def test_the_register_of_travels_confirms_the_visit_of_2023(record: Record) -> None:
    fact, said = visit_of(record, "Joe Biden", "2023")
    assert (str(fact.date), fact.kind) == ("2023-09-10/2023-09-11", "state_visit")
    assert said == {"travels": Stance.CONFIRMS, "visits": Stance.OUTSIDE}


def test_the_register_of_visits_narrows_the_visit_during_a_tenure_to_its_day(record: Record) -> None:
    fact, said = visit_of(record, "Nguyen Xuan Phuc", "2017")
    assert (str(fact.date), fact.kind) == ("2017-05-31", "official_visit")
    assert said == {"travels": Stance.OUTSIDE, "visits": Stance.NARROWS}


def test_a_party_leaders_visit_is_outside_the_scope_of_the_register_and_not_missing_from_it(record: Record) -> None:
    fact, said = visit_of(record, "Nguyen Phu Trong", "2015")
    assert str(fact.date) == "2015"
    assert said == {"travels": Stance.OUTSIDE, "visits": Stance.OUTSIDE}


def test_what_was_known_before_the_registers_came_stays_as_it_was(record: Record) -> None:
    lines = chronology(record, Filters(kinds=("official_visit",), known_on="2025-08-01"))
    assert [str(line.fact.date) for line in lines] == ["2017-01-20/2021-01-20"]


@pytest.fixture
def record(path: Path) -> Iterator[Record]:
    with open_record(path) as held:
        yield held


def told_by(record: Record, wanted: Callable[[Fact], bool]) -> list[set[str]]:
    """For each fact that is wanted the first three characters of the files that tell of it."""
    lines = chronology(record, Filters(kinds=("event", "partnership", "agreement")))
    return [{Path(e.document.path or "").name[:3] for e in line.evidence} for line in lines if wanted(line.fact)]


def on(date: str) -> Callable[[Fact], bool]:
    return lambda fact: fact.kind in ANNOUNCED and str(fact.date) == date


def test_clintons_announcement_is_one_event_in_two_articles(record: Record) -> None:
    assert told_by(record, on("1995-07-11")) == [{"000", "001"}]


def test_the_two_announcements_in_two_capitals_are_two_events_and_no_contradiction(record: Record) -> None:
    assert told_by(record, on("1995-07-12")) == [{"001"}]
    dates = [c.discrepancy.explanation for c in conflicts(record) if c.discrepancy.type is DiscrepancyType.DATE]
    assert not [text for text in dates if "1995-07-12" in text]


def test_the_visit_of_2015_is_one_event_in_two_articles(record: Record) -> None:
    assert {"001", "002"} in told_by(record, lambda f: "visit" in f.kind and str(f.date) == "2015" and "Nguyen Phu Trong" in f.persons)


def test_the_partnership_of_2013_is_one_event_in_two_articles(record: Record) -> None:
    assert told_by(record, lambda f: f.level == "Comprehensive Partnership" and str(f.date) == "2013") == [{"000", "001"}]


def test_the_upgrade_of_2023_told_by_its_days_and_by_its_year_is_one_event(record: Record) -> None:
    def upgrade(fact: Fact) -> bool:
        return (fact.level or "").startswith("Comprehensive Strategic Partnership") and str(fact.date) == "2023-09-10/2023-09-11"

    assert told_by(record, upgrade) == [{"000", "001"}]


def test_trade_is_one_series_with_both_reporters_and_the_difference_is_flagged(record: Record) -> None:
    trade = next(view for view in series(record) if view.key.startswith("trade_turnover"))
    points = [(str(p.fact.date)[:4], p.fact.bound and p.fact.bound.value, p.fact.value) for p in trade.points]
    assert points == [("1995", "<", 0.5e9), ("2020", ">", 90e9), ("2024", ">", 134e9), ("2025", "~<", 150e9)]
    assert len(trade.reporters) == 2
    flagged = [c for c in conflicts(record) if c.discrepancy.type is DiscrepancyType.VALUE]
    sides = {frozenset((c.left.statement.value, c.right.statement.value)): c.discrepancy.grade for c in flagged}
    assert sides.get(frozenset((134e9, 150e9))) in (Grade.REPORTER, Grade.SCOPE)


@pytest.mark.parametrize(
    ("day", "level"),
    [
        ("1994-01-01", "none"),
        ("2000-01-01", "normalized"),
        ("2014-06-01", "Comprehensive Partnership"),
        ("2024-01-01", "Comprehensive Strategic Partnership"),
    ],
)
def test_the_level_of_relations_as_of_a_day(record: Record, day: str, level: str) -> None:
    assert state(record, day).level.level == level


def test_every_span_of_the_seeds_is_true(record: Record) -> None:
    assert verify(record).problems == ()
