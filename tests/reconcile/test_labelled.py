"""Reconciling by itself, on the statements of the labelled sets: what holds when extraction makes no mistake."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from detente.model.edtf import Edtf
from detente.model.fact import Fact
from detente.model.mention import Bound, Party, PlaceMention
from detente.model.span import Span
from detente.model.statement import FactKind, Participant, StatedDate, Statement, Status
from detente.reconcile.cases import DocumentInfo
from detente.reconcile.ladder import rungs, standing
from detente.reconcile.reconciling import Reconciled, reconcile

FOUND, RIGHT = 0.75, 0.88
"""Floors for links of one event across documents: the share found, and of those made the share labelled. Many links that the labels
lack are right (the labels leave out events among others and repeats), so the second is a floor under the true figure."""

SERIES = {"bilateral trade turnover": "trade_turnover"}
DYADS = {
    "cuba-us": "CUB USA",
    "japan-southkorea": "JPN KOR",
    "turkey-greece": "TUR GRC",
    "uk-ireland": "GBR IRL",
    "vietnam-china": "VNM CHN",
}


def labelled(row: Mapping[str, Any], document: str, identifier: str, published: str | None = None) -> Statement:
    """A labelled fact as the statement that faultless extraction would make of it."""
    span = Span(row.get("start", 0), row.get("end", len(row["quote"])))
    date = published if row.get("date") == "PUBLICATION" else row.get("date")
    source, target = (row.get(side) or row.get("parties") or ([row["party"]] if "party" in row else []) for side in ("source", "target"))
    fact = FactKind(row["fact"])
    return Statement(
        id=identifier,
        document=document,
        fact=fact,
        kind=SERIES.get(row.get("series", ""), row.get("kind") or fact.value),
        span=span,
        quote=row["quote"],
        rule="labelled",
        confidence=1.0,
        source=tuple(Participant(Party(code, code), span) for code in source),
        target=tuple(Participant(Party(code, code), span) for code in target),
        persons=tuple(Participant(Party(name), span) for name in row.get("persons") or ()),
        places=(PlaceMention(span, row["place"], None),) if row.get("place") else (),
        date=StatedDate(Edtf.parse(date), "relative" if row.get("date") == "PUBLICATION" else "stated", span) if date else None,
        status=Status(row.get("status") or "happened"),
        series=row.get("series"),
        value=None if row.get("value") is None else float(row["value"]),
        unit=row.get("unit"),
        bound=Bound(row["bound"]) if row.get("bound") else None,
        reporter=row.get("reporter"),
        level=row.get("level"),
        due=Edtf.parse(row["due"]) if row.get("due") else None,
    )


def info(document: str, published: str | None) -> DocumentInfo:
    return DocumentInfo(document, Edtf.parse(published) if published else None, "2025-08-01T00:00:00Z", document)


@pytest.fixture(scope="module")
def seeds(shared: Path) -> Reconciled:
    rows = [json.loads(line) for line in (shared / "gold" / "seeds.jsonl").read_text(encoding="utf-8").splitlines()]
    published = {"000": "2025", "001": "2025-07-08", "002": "2021"}
    kinds = {kind.value for kind in FactKind}
    told = [(n, row) for n, row in enumerate(rows) if "doc" in row and row["fact"] in kinds]
    said = [labelled(row, row["doc"][:3], f"{row['doc'][:3]}-{n}", published[row["doc"][:3]]) for n, row in told]
    return reconcile(said, {name: info(name, date) for name, date in published.items()}, ("USA", "VNM"))


def tellers(fact: Fact) -> set[str]:
    return {support.statement[:3] for support in fact.supports}


@pytest.mark.parametrize(
    ("kind", "date", "documents"),
    [
        ("normalization_announced", "1995-07-11", {"000", "001"}),
        ("normalization_announced", "1995-07-12", {"001"}),
        ("visit", "2015", {"001", "002"}),
        ("partnership_established", "2013", {"000", "001"}),
        ("partnership_elevated", "2023-09-10/2023-09-11", {"000", "001"}),
        ("state_visit", "2023-09-10/2023-09-11", {"001"}),
    ],
)
def test_events_of_the_seeds_across_articles(seeds: Reconciled, kind: str, date: str, documents: set[str]) -> None:
    assert [tellers(fact) for fact in seeds.facts if (fact.kind, str(fact.date)) == (kind, date)] == [documents]


def test_levels_of_the_seeds_as_of_days(seeds: Reconciled) -> None:
    climbed = rungs(seeds.facts)
    days = [Edtf.parse(day).earliest for day in ("1994-01-01", "2000-01-01", "2014-06-01", "2024-01-01")]
    found = [climbed[standing(climbed, day.ordinal())].level for day in days if day]
    assert found == ["none", "normalized", "Comprehensive Partnership", "Comprehensive Strategic Partnership"]


def test_trade_of_the_seeds_is_one_series_with_the_difference_flagged(seeds: Reconciled) -> None:
    points = sorted((str(fact.date), fact.value) for fact in seeds.facts if fact.kind == "trade_turnover")
    assert points == [("1995", 0.5e9), ("2020", 90e9), ("2024", 134e9), ("2025", 150e9)]
    assert [(d.type.value, d.grade.value) for d in seeds.discrepancies if d.type.value == "value"] == [("value", "reporter")]
    assert not [d for d in seeds.discrepancies if d.grade.value == "contradiction"]


def press(shared: Path) -> Iterator[tuple[Mapping[str, Any], Reconciled, set[tuple[str, str]]]]:
    """For each dyad its labels across documents, what reconciling makes of its statements, and the links that are labelled."""
    for dyad, parties in DYADS.items():
        folder = shared / "gold" / "press" / dyad
        said, known = [], {}
        for path in sorted(folder.glob("[0-9]*.json")):
            labels = json.loads(path.read_text(encoding="utf-8"))
            text = path.with_suffix(".txt").read_text(encoding="utf-8")
            known[path.stem] = info(path.stem, labels["published"])
            for number, row in enumerate(labels["statements"]):
                start = max(0, text.find(row["quote"]))
                said.append(labelled({**row, "start": start, "end": start + len(row["quote"])}, path.stem, f"{path.stem}.{number}"))
        cross = json.loads((folder / "cross.json").read_text(encoding="utf-8"))
        links = {pair for group in cross["same_event"] for pair in combinations(sorted(f"{doc}.{n}" for doc, n in group), 2)}
        events = {s.id for s in said if s.fact is not FactKind.INDICATOR}
        yield cross, reconcile(said, known, parties.split()), {p for p in links if p[0][:2] != p[1][:2] and events.issuperset(p)}


def test_links_of_one_event_across_press_documents(shared: Path) -> None:
    labels = made = right = 0
    for _, result, links in press(shared):
        groups = [sorted(s.statement for s in fact.supports) for fact in result.facts if fact.fact is not FactKind.INDICATOR]
        found = {pair for group in groups for pair in combinations(group, 2) if pair[0][:2] != pair[1][:2]}
        labels, made, right = labels + len(links), made + len(found), right + len(links & found)
    assert right >= FOUND * labels
    assert right >= RIGHT * made
