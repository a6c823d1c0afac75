"""Scores what is extracted from examples/vietnam-us against the labels beside this file. It needs no data that does not ship.

usage: python -m quality.example.score [--misses]

A label is answered by the statement that overlaps its quote, has a kind of the same family and agrees in most of date (same earliest and
latest day), parties and status; ``all right`` counts the labels where all of it agrees. ``traps sprung`` counts the words that must yield
no event between the two countries and do.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from detente.model.edtf import Edtf
from detente.rules.merging import merging
from quality.answers import ROOT, run

EXAMPLE = ROOT / "examples" / "vietnam-us"
LABELS = Path(__file__).with_name("labels.csv")
BROKEN = "visits-2008-2019-copy.docx"
EVENTS = frozenset({"event", "partnership", "agreement"})
BOTH = frozenset({"USA", "VNM"})
TRAP = "none"


@dataclass(frozen=True, slots=True)
class Label:
    """One row of the labels."""

    file: str
    quote: str
    kind: str
    date: str
    source: frozenset[str]
    target: frozenset[str]
    status: str

    def place(self, text: str) -> tuple[int, int]:
        """Where the quote stands in a stored text. Raises ValueError naming a label whose quote is not there, or there twice.

        The words of a trap may be missing: a reader that leaves a page's navigation out has not sprung it.
        """
        found = list(re.finditer(r"\s+".join(map(re.escape, self.quote.split())), text))
        if not found and self.status == TRAP:
            return 0, 0
        if len(found) != 1:
            raise ValueError(f"{self.file}: the quote {self.quote!r} stands there {len(found)} times")
        return found[0].span()


def labels() -> list[Label]:
    """The rows, in order."""
    lines = [line for line in LABELS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    rows = csv.DictReader(lines)
    return [
        Label(r["file"], r["quote"], r["kind"], r["date"], frozenset(r["source"].split()), frozenset(r["target"].split()), r["status"])
        for r in rows
    ]


def answers() -> dict[str, dict[str, Any]]:
    """What the command says of each document, with its text, by file name."""
    files = [str(path) for path in sorted(EXAMPLE.iterdir()) if path.name != BROKEN]
    rows = map(json.loads, run(sys.executable, "-m", "detente", "extract", "--with-text", *files).splitlines())
    return {row["path"].rpartition("/")[2]: row for row in rows}


def checks(label: Label, said: dict[str, Any]) -> dict[str, bool]:
    """Which parts of a statement agree with a label."""
    date = said["date"] or {"earliest": None, "latest": None}
    source, target = _codes(said["source"]), _codes(said["target"])
    mutual = label.source == label.target
    return {
        "kind": merging().family(label.kind).name == merging().family(said["kind"]).name,
        "date": (date["earliest"], date["latest"]) == _days(label.date),
        "parties": source | target == BOTH if mutual else (source, target) == (label.source, label.target),
        "status": said["status"] == label.status,
    }


def score(misses: bool = False) -> dict[str, float]:
    """The figures in percent."""
    documents = answers()
    events, traps = 0, 0
    counts = dict.fromkeys(("event found", "kind and date", "all right"), 0)
    sprung = 0
    for label in labels():
        near = list(_near(label, documents[label.file]))
        if label.status == TRAP:
            traps += 1
            bad = [said for said in near if _codes(said["source"]) | _codes(said["target"]) == BOTH]
            sprung += bool(bad)
            _tell(misses and bool(bad), "TRAP", label, bad)
            continue
        events += 1
        verdicts = [verdict for said in near if (verdict := checks(label, said))["kind"]]
        best = max(verdicts, key=lambda v: sum(v.values()), default={})
        counts["event found"] += bool(best)
        counts["kind and date"] += bool(best) and best["date"]
        counts["all right"] += bool(best) and all(best.values())
        wrong = " ".join(name for name, right in best.items() if not right) or "nothing found"
        _tell(misses and not (best and all(best.values())), f"MISS ({wrong})", label, near)
    return {name: 100 * count / events for name, count in counts.items()} | {"traps sprung": 100 * sprung / traps}


def _near(label: Label, document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    low, high = label.place(document["text"])
    yield from (s for s in document["statements"] if s["fact"] in EVENTS and s["start"] < high and low < s["end"])


def _codes(actors: list[dict[str, Any]]) -> frozenset[str]:
    return frozenset(actor["country"] for actor in actors if actor["country"])


def _days(edtf: str) -> tuple[str | None, str | None]:
    date = Edtf.parse(edtf) if edtf else None
    return (date.earliest.isoformat(), date.latest.isoformat()) if date and date.earliest and date.latest else (None, None)


def _tell(wanted: bool, what: str, label: Label, near: list[dict[str, Any]]) -> None:
    if wanted:
        said = "; ".join(f"{s['kind']} {(s['date'] or {}).get('edtf')} {s['status']}" for s in near) or "-"
        print(f"{what} {label.file}: {label.quote[:70]} | {label.kind} {label.date} {label.status} | said: {said}")


def main() -> None:
    """Print the figures; with ``--misses`` every label that is not wholly right."""
    for name, value in score("--misses" in sys.argv[1:]).items():
        print(f"example {name} {value:.1f}")


if __name__ == "__main__":
    main()
