from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from detente.ask import chronology, conflicts, series, state
from detente.ask.views import ChronologyLine
from detente.model.fact import Grade
from detente.pipeline import build
from detente.store.base import Record
from detente.store.sqlite import open_sqlite
from quality.across import Counts, by_labels, count, dyads, false_contradictions, score

FIRST = "WINDHOEK, 3 May 2019 - Namibia and Botswana signed an agreement on fisheries in Gaborone on 2 May 2019.\n"
SECOND = (
    "On 2 May 2019 Botswana and Namibia signed an agreement on fisheries. On 9 March 2020 Botswana and Namibia signed a treaty on rail.\n"
)


def label(quote: str, date: str) -> dict[str, Any]:
    sides = ["NAM", "BWA"]
    return {"fact": "event", "kind": "agreement_signed", "quote": quote, "date": date, "source": sides, "target": sides, "core": True}


def dyad(folder: Path, same_event: list[Any]) -> Path:
    """A labelled folder of two short texts about three signings of two agreements."""
    place = folder / "press" / "namibia-botswana"
    place.mkdir(parents=True)
    fish, rail = "signed an agreement on fisheries", "signed a treaty on rail"
    labels = {"01": [label(fish, "2019-05-02")], "02": [label(fish, "2019-05-02"), label(rail, "2020-03-09")]}
    for name, text in (("01", FIRST), ("02", SECOND)):
        (place / f"{name}.txt").write_text(text, encoding="utf-8")
        (place / f"{name}.json").write_text(
            json.dumps({"parties": ["NAM", "BWA"], "published": None, "statements": labels[name]}), encoding="utf-8"
        )
    (place / "cross.json").write_text(json.dumps({"same_event": same_event, "discrepancies": []}), encoding="utf-8")
    return folder / "press"


def test_one_signing_told_twice_is_merged_and_rightly(tmp_path: Path) -> None:
    figures = score(dyad(tmp_path, [[["01", 0], ["02", 0]]]))
    assert [figures[name] for name in ("pairs found", "links recall", "links precision", "links F1")] == [100.0] * 4


def test_a_merge_that_the_labels_do_not_bear_out_costs_precision(tmp_path: Path) -> None:
    figures = score(dyad(tmp_path, [[["01", 0], ["02", 1]]]))
    assert (figures["links recall"], figures["links precision"], figures["links F1"]) == (0.0, 0.0, 0.0)


def test_counts_add_up_and_nothing_asked_is_nothing_found() -> None:
    both = Counts(pairs=2, asked=1, merged=1) + Counts(pairs=2, asked=2)
    assert both.figures()["pairs found"] == 75.0
    assert Counts().figures()["graded alike"] == 0.0


def test_the_same_is_asked_of_the_labels_themselves(tmp_path: Path) -> None:
    (one,) = dyads(dyad(tmp_path, [[["01", 0], ["02", 0]]]))
    assert count(by_labels(one)).figures()["links F1"] == 100.0


def test_copies_that_nobody_labelled_are_counted_apart(tmp_path: Path) -> None:
    press = dyad(tmp_path, [])
    place = press / "namibia-botswana"
    told = " ".join(f"{name} met {name}s cousin at the well of {name}dorf." for name in ("Anna", "Otto", "Vera", "Karl", "Nora", "Emil"))
    for name in ("01", "02"):
        path = place / f"{name}.txt"
        path.write_text(path.read_text(encoding="utf-8") + told, encoding="utf-8")
    assert score(press)["false copies"] == 1.0
    cross = json.loads((place / "cross.json").read_text(encoding="utf-8"))
    (place / "cross.json").write_text(json.dumps({**cross, "near_copies": [["01", "02"]]}), encoding="utf-8")
    figures = score(press)
    assert (figures["copies recognised"], figures["false copies"]) == (100.0, 0.0)


def test_a_contradiction_is_false_unless_a_label_or_what_follows_from_one_bears_it_out(tmp_path: Path) -> None:
    press = dyad(tmp_path, [[["01", 0], ["02", 0]]])
    place = press / "namibia-botswana"
    later = json.loads((place / "02.json").read_text(encoding="utf-8"))
    later["statements"][0]["date"] = "2019-05-03"
    (place / "02.json").write_text(json.dumps(later), encoding="utf-8")
    (one,) = dyads(press)
    assert len(false_contradictions(by_labels(one))) == 1
    cross = {"same_event": [], "discrepancies": [{"docs": [["01", 0], ["02", 0]], "type": "date", "grade": "contradiction"}]}
    (place / "cross.json").write_text(json.dumps(cross), encoding="utf-8")
    (one,) = dyads(press)
    assert false_contradictions(by_labels(one)) == []
    assert count(by_labels(one)).figures()["graded alike"] == 100.0


@pytest.fixture(scope="module")
def seeds(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A record of the three articles that the labels across documents are about."""
    path = tmp_path_factory.mktemp("seeds") / "seeds.detente"
    build([str(p) for p in sorted((shared / "seeds").glob("*.txt"))], record=path, between=("VNM", "USA"), workers=1)
    with open_sqlite(path) as record:
        yield record


def tellers(line: ChronologyLine) -> set[str]:
    return {(evidence.document.path or "").rpartition("/")[2][:3] for evidence in line.evidence}


@pytest.mark.parametrize(
    ("kinds", "date", "documents"),
    [
        ({"normalization_announced"}, "1995-07-11", {"000", "001"}),
        ({"normalization_announced"}, "1995-07-12", {"001"}),
        ({"visit", "official_visit"}, "2015", {"001", "002"}),
        ({"partnership_established", "partnership_elevated"}, "2013", {"000", "001"}),
        ({"partnership_established", "partnership_elevated"}, "2023-09-10/2023-09-11", {"000", "001"}),
    ],
)
def test_events_that_several_seeds_tell_of(seeds: Record, kinds: set[str], date: str, documents: set[str]) -> None:
    found = [line for line in chronology(seeds) if line.fact.kind in kinds and str(line.fact.date) == date]
    assert [tellers(line) for line in found] == [documents]


def test_the_two_announcements_of_1995_do_not_contradict_each_other(seeds: Record) -> None:
    assert all(conflict.discrepancy.grade is not Grade.CONTRADICTION for conflict in conflicts(seeds, explained=True))


def test_trade_in_the_seeds_is_one_series_with_two_reporters_and_the_difference_shown(seeds: Record) -> None:
    (trade,) = (view for view in series(seeds) if view.label == "bilateral trade turnover")
    bounds = [(str(p.fact.date), p.fact.value, p.fact.bound.value if p.fact.bound else None) for p in trade.points]
    assert bounds == [("1995", 0.5e9, "<"), ("2020", 90e9, ">"), ("2024", 134e9, ">"), ("2025", 150e9, "~<")]
    last = trade.points[2:]
    assert {conflict.discrepancy.grade for point in last for conflict in point.discrepancies} == {Grade.REPORTER}
    assert {point.fact.reporter for point in last} == {"General Department of Customs", None}


@pytest.mark.parametrize(
    ("day", "level"),
    [
        ("1994-01-01", "none"),
        ("2000-01-01", "normalized"),
        ("2014-06-01", "Comprehensive Partnership"),
        ("2024-01-01", "Comprehensive Strategic Partnership"),
    ],
)
def test_levels_of_the_seeds_as_of_days(seeds: Record, day: str, level: str) -> None:
    assert state(seeds, day).level.level == level
