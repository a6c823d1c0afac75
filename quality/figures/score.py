"""Scores figures on the press documents and says which part of each is wrong: value, unit, bound or date.

usage: python -m quality.figures.score [--misses]

Two lines are printed: documents that the rules were developed on, and those that were held out (every third of a dyad), whose text is
never read while developing. ``--misses`` lists what is missed or extra in the first group only.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quality.answers import data_folder, extract

HELD_OUT = "03"
"""The number of the documents of each dyad that are held out."""
CLOSE = 1e-6
"""Relative difference up to which two values are the same."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A labelled document."""

    name: str
    text: str
    figures: tuple[dict[str, Any], ...]

    def place(self, figure: dict[str, Any]) -> tuple[int, int]:
        """Where the quote of a labelled figure stands."""
        start = self.text.find(figure["quote"])
        return start, start + len(figure["quote"])


def documents(data: Path) -> Iterator[Labelled]:
    """The press documents with their labelled figures."""
    for path in sorted((data / "gold" / "press").glob("*/[0-9]*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        yield Labelled(gold["id"], text, tuple(s for s in gold["statements"] if s["fact"] == "indicator"))


def same(document: Labelled, figure: dict[str, Any], said: dict[str, Any]) -> bool:
    """Whether a statement overlaps a labelled figure and has its value."""
    low, high = document.place(figure)
    overlap = said["start"] < high and low < said["end"]
    return overlap and said["value"] is not None and abs(said["value"] - figure["value"]) <= CLOSE * abs(figure["value"])


def parts(figure: dict[str, Any], said: dict[str, Any]) -> dict[str, bool]:
    """Which parts of a statement agree with the label."""
    date = (said["date"] or {}).get("edtf")
    return {"unit": said["unit"] == figure["unit"], "bound": said["bound"] == figure["bound"], "date": date == figure.get("date")}


def score(document: Labelled, answer: dict[str, Any], count: Counter[str], misses: bool) -> None:
    """Adds one document to the counts."""
    mine = [said for said in answer["statements"] if said["fact"] == "indicator"]
    for figure in document.figures:
        found = [parts(figure, said) for said in mine if same(document, figure, said)]
        count["labelled"] += 1
        count["value"] += bool(found)
        count["full"] += any(all(part.values()) for part in found)
        for name in ("unit", "bound", "date"):
            count[name] += any(part[name] for part in found)
        if misses and not any(all(part.values()) for part in found):
            print("MISS", document.name, figure["quote"][:60], figure["value"], figure["unit"], figure["bound"], figure.get("date"), found)
    for said in mine:
        right = any(same(document, figure, said) for figure in document.figures)
        count["said"] += 1
        count["right"] += right
        if misses and not right:
            print("EXTRA", document.name, said["kind"], said["value"], said["unit"], said["quote"])


def line(name: str, count: Counter[str]) -> str:
    """One group's figures in percent."""
    of = max(count["labelled"], 1)
    shares = ", ".join(f"{part} {100 * count[part] / of:.1f}" for part in ("value", "unit", "bound", "date", "full"))
    precision = 100 * count["right"] / max(count["said"], 1)
    return f"{name}: {count['labelled']} labelled, {count['said']} said; recall: {shares}; value precision {precision:.1f}"


def main(arguments: list[str]) -> int:
    """Score both groups."""
    data = data_folder()
    if not (data / "gold" / "press").is_dir():
        print("skipped: the labelled sets are not here: set DETENTE_DATA to their folder", file=sys.stderr)
        return 0
    labelled = list(documents(data))
    answers = {row["id"]: row for row in map(json.loads, extract({"id": d.name, "text": d.text} for d in labelled).splitlines())}
    groups: dict[str, Counter[str]] = {"developed on": Counter(), "held out": Counter()}
    for document in labelled:
        group = "held out" if document.name.endswith(HELD_OUT) else "developed on"
        score(document, answers[document.name], groups[group], "--misses" in arguments and group == "developed on")
    for name, count in groups.items():
        print(line(name, count))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
