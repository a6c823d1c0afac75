"""What only several documents together show: same event or not, where they disagree, how things stood. Scored on the press dyads.

A labelled statement is found when a statement of the same document overlaps its quote and is of a kind of the same family (for a figure:
has the same value). Of the labelled pairs whose two statements were both found:

- ``same event recall``: how many pairs stand under one fact in the record;
- ``same event precision``: of the pairs of found statements from two documents under one fact, how many are labelled as one event;
- ``discrepancies found``: how many labelled discrepancies the record shows; ``graded alike``: and with the labelled type and grade;
- ``pairs found``: how many of all labelled pairs could be asked about at all.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path
from typing import Any

from detente.model.fact import Discrepancy
from detente.model.statement import FactKind, Statement
from detente.pipeline import build
from detente.rules.merging import merging
from detente.store.base import Record
from detente.store.sqlite import open_sqlite

EVENTS = frozenset({FactKind.EVENT, FactKind.PARTNERSHIP, FactKind.AGREEMENT})

Label = tuple[str, int]
"""Document and place in its list of labelled statements."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What was counted on one dyad; adds up."""

    pairs: int = 0
    asked: int = 0
    merged: int = 0
    together: int = 0
    rightly: int = 0
    differing: int = 0
    shown: int = 0
    graded: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))

    def figures(self) -> dict[str, float]:
        """The figures in percent."""
        return {
            "pairs found": _percent(self.asked, self.pairs),
            "same event recall": _percent(self.merged, self.asked),
            "same event precision": _percent(self.rightly, self.together),
            "discrepancies found": _percent(self.shown, self.differing),
            "graded alike": _percent(self.graded, self.differing),
        }


def score(press: Path) -> dict[str, float]:
    """The figures over all dyads under ``press``."""
    return sum((_dyad(folder) for folder in sorted(press.iterdir()) if folder.is_dir()), Counts()).figures()


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def _dyad(folder: Path) -> Counts:
    labelled = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("[0-9]*.json"))}
    cross = json.loads((folder / "cross.json").read_text(encoding="utf-8"))
    one, other = next(iter(labelled.values()))["parties"]
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, "press.detente")
        build([str(p) for p in sorted(folder.glob("[0-9]*.txt"))], record=path, between=(one, other), workers=1)
        with open_sqlite(path) as record:
            return _count(record, folder, labelled, cross)


def _count(record: Record, folder: Path, labelled: dict[str, Any], cross: dict[str, Any]) -> Counts:
    found = dict(_found(record, folder, labelled))
    facts = {label: {fact.id for fact in record.facts_of([s.id for s in statements])} for label, statements in found.items()}
    clusters = [[_label(member) for member in cluster] for cluster in cross["same_event"]]
    wanted = [pair for cluster in clusters for pair in combinations(cluster, 2)]
    asked = [(a, b) for a, b in wanted if a in found and b in found]
    home = {label: number for number, cluster in enumerate(clusters) for label in cluster}
    together = [(a, b) for a, b in combinations(sorted(found), 2) if a[0] != b[0] and facts[a] & facts[b]]
    differing = [(_label(d["docs"][0]), _label(d["docs"][1]), d) for d in cross["discrepancies"]]
    shown = [(d, _shown(record, found.get(a, []), found.get(b, []))) for a, b, d in differing]
    return Counts(
        pairs=len(wanted),
        asked=len(asked),
        merged=sum(bool(facts[a] & facts[b]) for a, b in asked),
        together=len(together),
        rightly=sum(home.get(a, a) == home.get(b, b) for a, b in together),
        differing=len(differing),
        shown=sum(bool(ours) for _, ours in shown),
        graded=sum(any((o.type, o.grade) == (d["type"], d["grade"]) for o in ours) for d, ours in shown),
    )


def _label(member: list[Any]) -> Label:
    return str(member[0]), int(member[1])


def _found(record: Record, folder: Path, labelled: dict[str, Any]) -> Iterator[tuple[Label, list[Statement]]]:
    """The statements that answer each labelled one."""
    said: dict[str, list[Statement]] = {}
    for document in record.documents():
        said[Path(document.path or "").stem] = list(record.statements_of(document.sha256))
    for name, gold in labelled.items():
        text = (folder / f"{name}.txt").read_bytes().decode("utf-8")
        for number, label in enumerate(gold["statements"]):
            low = text.find(label["quote"])
            near = [s for s in said.get(name, []) if s.span.start < low + len(label["quote"]) and low < s.span.end and _same_sort(s, label)]
            if near:
                yield (name, number), near


def _same_sort(statement: Statement, label: dict[str, Any]) -> bool:
    if label["fact"] == "indicator":
        return statement.fact is FactKind.INDICATOR and statement.value == label["value"]
    if label["fact"] == "commitment":
        return statement.fact is FactKind.COMMITMENT
    return statement.fact in EVENTS and merging().family(statement.kind).name == merging().family(label["kind"]).name


def _shown(record: Record, left: list[Statement], right: list[Statement]) -> list[Discrepancy]:
    """The record's discrepancies between a statement of one side and one of the other."""
    pairs = {frozenset((a.id, b.id)) for a, b in product(left, right)}
    return [d for d in record.discrepancies() if frozenset((d.left, d.right)) in pairs]
