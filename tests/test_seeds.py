"""What the three articles that detente starts from show only together, in the record built from them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.ask import chronology, open_record, series, state
from detente.model.fact import Fact
from detente.pipeline import build
from detente.store.base import Record


@pytest.fixture(scope="module")
def record(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    place = tmp_path_factory.mktemp("seeds") / "seeds.detente"
    build([str(shared / "seeds")], record=place, between=("Vietnam", "United States"), workers=1)
    with open_record(place) as opened:
        yield opened


def tellers(record: Record, fact: Fact) -> set[str]:
    """The numbers of the articles that tell of a fact."""
    names = {d.sha256: Path(d.path or "").name[:3] for d in record.documents()}
    return {names[s.document] for s in record.get_statements(support.statement for support in fact.supports).values()}


def one(record: Record, kinds: set[str], year: str) -> Fact:
    """The one fact of these kinds in a year that most articles tell of."""
    found = [f for f in record.facts() if f.kind in kinds and f.date is not None and f.date.text.startswith(year)]
    assert found, f"no {kinds} in {year}"
    return max(found, key=lambda fact: (len(tellers(record, fact)), fact.id))


def test_the_announcement_of_1995_is_one_event_in_two_articles(record: Record) -> None:
    fact = one(record, {"normalization_announced", "relations_normalized"}, "1995-07-11")
    assert tellers(record, fact) >= {"000", "001"}


def test_the_announcements_in_two_capitals_are_two_events(record: Record) -> None:
    days = {f.date.text: f.id for f in record.facts() if f.kind == "normalization_announced" and f.date is not None}
    assert {"1995-07-11", "1995-07-12"} <= set(days)
    assert days["1995-07-11"] != days["1995-07-12"]


def test_the_party_leaders_visit_of_2015_is_one_event_in_two_articles(record: Record) -> None:
    fact = one(record, {"visit", "official_visit"}, "2015")
    assert tellers(record, fact) >= {"001", "002"}


def test_the_comprehensive_partnership_is_one_event_in_two_articles(record: Record) -> None:
    assert tellers(record, one(record, {"partnership_established", "partnership_elevated"}, "2013")) >= {"000", "001"}


def test_the_upgrade_of_2023_is_one_event_by_day_and_by_year(record: Record) -> None:
    fact = one(record, {"partnership_established", "partnership_elevated"}, "2023")
    assert tellers(record, fact) >= {"000", "001"}
    assert fact.date is not None
    assert fact.date.text.startswith("2023-09-10")


def test_trade_is_one_series_with_every_reporters_value(record: Record) -> None:
    trade = max(series(record), key=lambda view: len(view.points) if "trade" in view.key else 0)
    said = {(p.fact.date.text[:4] if p.fact.date else None, p.fact.value, p.fact.bound) for p in trade.points}
    assert {("1995", 5e8, "<"), ("2020", 9e10, ">"), ("2024", 1.34e11, ">"), ("2025", 1.5e11, "~<")} <= said


def test_the_two_latest_trade_figures_are_shown_as_differing(record: Record) -> None:
    values = {s.id: s.value for s in record.statements()}
    assert {1.34e11, 1.5e11} in [{values[d.left], values[d.right]} for d in record.discrepancies()]


@pytest.mark.parametrize(
    ("day", "level"),
    [
        ("1994-01-01", "none"),
        ("2000-01-01", "normalized"),
        ("2014-06-01", "Comprehensive Partnership"),
        ("2024-01-01", "Comprehensive Strategic Partnership"),
    ],
)
def test_the_level_as_of_a_day(record: Record, day: str, level: str) -> None:
    assert state(record, day).level.level.lower().startswith(level.lower())


def test_every_line_of_the_chronology_quotes_its_article(record: Record) -> None:
    texts = {d.sha256: record.document(d.sha256).text for d in record.documents()}
    evidence = [e for line in chronology(record) for e in line.evidence]
    assert evidence
    assert all(e.statement.span.of(texts[e.document.sha256]) == e.quote for e in evidence)
