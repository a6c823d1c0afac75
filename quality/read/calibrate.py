"""Fits confidence on labelled statements, and shows on others whether it means what it says.

usage: python -m quality.read.calibrate [--fit]

Prints, for the statements that nothing was fitted on, how many were right of those given each confidence, and the expected calibration
error: how far stated confidence is from the share right, on average over the statements. ``--fit`` prints the numbers that belong in
``data/vocabulary/confidence.yaml``. Evidence that speaks for a statement is never given a negative weight.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp
from pathlib import Path

from detente.extract.events.confidence import Evidence, evidence
from detente.model.statement import Status
from detente.rules.codebook import codebook
from detente.rules.confidence import EVIDENCE
from quality.answers import data_folder
from quality.read.labelled import FITTED, TRIED, Labelled, drawn, plover, press
from quality.read.match import Answer

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 1.0)
"""Where one bin of stated confidence ends and the next begins."""
STEPS, PACE = 3000, 0.4
"""Steps of the descent and how far each goes; the loss no longer moves in the fourth place long before the last."""
PULL = 0.001
"""How strongly weights are drawn to zero; families more, for few statements stand behind each."""
FAMILY_PULL = 0.01


@dataclass(frozen=True, slots=True)
class Bin:
    """The statements of one stretch of stated confidence."""

    low: float
    high: float
    number: int
    stated: float
    right: float


def seen(answer: Answer) -> Evidence | None:
    """The evidence for a statement as printed; None where no frame of the codebook found it."""
    name, *lent = answer["rule"].removesuffix("/since").split("+")
    frame = next((f for f in codebook().frames() if f.name == name), None)
    if frame is None:
        return None
    basis = (answer["date"] or {}).get("basis")
    lent_by = "pair" in lent or "carried" in lent
    return evidence(frame, lent_by, bool(answer["target"]), basis, Status(answer["status"]), bool(answer.get("published")))


def bins(rows: Sequence[tuple[float, bool]]) -> list[Bin]:
    """Stated confidence against the share right; stretches with no statement are left out."""
    found = []
    for low, high in pairwise(EDGES):
        own = [(stated, right) for stated, right in rows if low <= stated < high]
        if own:
            found.append(Bin(low, high, len(own), sum(s for s, _ in own) / len(own), sum(r for _, r in own) / len(own)))
    return found


def error(rows: Sequence[tuple[float, bool]]) -> float:
    """The expected calibration error, in percent."""
    return 100 * sum(b.number * abs(b.stated - b.right) for b in bins(rows)) / (len(rows) or 1)


def fit(rows: Sequence[tuple[Evidence, bool]]) -> dict[str, float]:
    """Weights by name, ``base`` first, that make the labels likeliest."""
    names = ["base", *EVIDENCE, *sorted({found.family for found, _ in rows})]
    inputs = [(_inputs(found, names), right) for found, right in rows]
    known = dict.fromkeys(names, 0.0)
    for _ in range(STEPS):
        slope = {name: _pull(name) * value for name, value in known.items()}
        for given, right in inputs:
            score = sum(known[name] * value for name, value in given.items())
            off = (1 / (1 + exp(-score)) - right) / len(inputs)
            for name, value in given.items():
                slope[name] += off * value
        known = {name: _allowed(name, value - PACE * slope[name]) for name, value in known.items()}
    return known


def _inputs(found: Evidence, names: Sequence[str]) -> dict[str, float]:
    given = {"base": 1.0, found.family: 1.0} | {name: float(getattr(found, name)) for name in EVIDENCE}
    return {name: given[name] for name in names if given.get(name)}


def _pull(name: str) -> float:
    return 0.0 if name == "base" else PULL if name in EVIDENCE else FAMILY_PULL


def _allowed(name: str, value: float) -> float:
    return max(0.0, value) if name in EVIDENCE else value


def rows_of(labelled: Sequence[Labelled]) -> list[tuple[Evidence, bool]]:
    """The evidence for each statement that a frame found, and whether it is right."""
    found = ((seen(one.answer), one.right) for one in labelled)
    return [(shown, right) for shown, right in found if shown is not None]


def report(labelled: Sequence[Labelled]) -> Iterator[str]:
    """The table for each set that was tried, and for all of them."""
    for name in (*dict.fromkeys(one.set for one in labelled), "all"):
        rows = [(float(one.answer["confidence"]), one.right) for one in labelled if name in (one.set, "all")]
        yield f"{name}: {len(rows)} statements, expected calibration error {error(rows):.1f} %"
        for b in bins(rows):
            shares = f"stated {100 * b.stated:.0f} %, right {100 * b.right:.0f} %"
            yield f"  {b.low:.2f} to {b.high:.2f}  {shares}  ({b.number} statements)"


def score(data: Path) -> dict[str, float]:
    """What is held to a ceiling: the error over every statement that nothing was fitted on."""
    tried = [one for one in (*drawn(data), *press(data), *plover(data)) if one.part == TRIED]
    print(*report(tried), sep="\n", file=sys.stderr)
    return {"calibration error": error([(float(one.answer["confidence"]), one.right) for one in tried])}


def main() -> None:
    """Print the tables, and the fitted numbers where they are asked for."""
    data = data_folder()
    labelled = [*drawn(data), *press(data), *plover(data)]
    if "--fit" in sys.argv:
        for name, value in fit(rows_of([one for one in labelled if one.part == FITTED])).items():
            print(f"{name}: {value:.2f}")
    print(*report([one for one in labelled if one.part == TRIED]), sep="\n")


if __name__ == "__main__":
    main()
