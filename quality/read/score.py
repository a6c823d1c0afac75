"""Counts what a reader found right in statements drawn at random, field by field, with how sure the count is.

usage: python -m quality.read.score [--causes]

The labels hold no text: document, offsets and kind point to what was read. A statement with no such event behind it has a wrong kind, and
its other fields are not judged. They were read once, as the program stood then: the figures are from before the causes found were mended.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

LABELS = Path(__file__).with_name("labels.csv")
FIELDS = ("kind", "parties", "date", "status")
RIGHT, UNJUDGED = "right", "-"

Z = 1.96
"""Standard deviations either side that hold 95 % of a normal distribution."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader said of one statement."""

    set: str
    verdicts: dict[str, str]
    cause: str

    @property
    def all_right(self) -> bool:
        """Whether every field is right."""
        return all(verdict == RIGHT for verdict in self.verdicts.values())


def readings(path: Path = LABELS) -> list[Reading]:
    """The labels, in order."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [Reading(row["set"], {name: row[f"{name}_right"] for name in FIELDS}, row["cause"]) for row in rows]


def wilson(right: int, of: int) -> tuple[float, float]:
    """The 95 % score interval of a share, in percent; everything is possible where nothing was counted."""
    if of == 0:
        return 0.0, 100.0
    share, square = right / of, Z * Z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = Z * sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    return 100 * (middle - half), 100 * (middle + half)


def report(read: Sequence[Reading]) -> Iterator[str]:
    """A line for each set and field: how many were right of how many, and the interval."""
    for name in sorted({reading.set for reading in read}):
        own = [reading for reading in read if reading.set == name]
        yield _line(name, "all right", sum(reading.all_right for reading in own), len(own))
        for field in FIELDS:
            judged = [r.verdicts[field] for r in own if r.verdicts[field] != UNJUDGED]
            yield _line(name, field, judged.count(RIGHT), len(judged))


def causes(read: Sequence[Reading]) -> Iterator[str]:
    """What went wrong, the most frequent cause first."""
    counted = Counter((reading.set, reading.cause) for reading in read if not reading.all_right)
    for (name, cause), number in sorted(counted.items(), key=lambda item: (item[0][0], -item[1], item[0][1])):
        yield f"{name:<12} {number:>3}  {cause}"


def _line(name: str, field: str, right: int, of: int) -> str:
    low, high = wilson(right, of)
    share = 100 * right / of if of else 0.0
    return f"{name:<12} {field:<10} {right:>3} of {of:>3}  {share:5.1f} %  ({low:.1f} to {high:.1f})"


if __name__ == "__main__":
    for text in report(readings()):
        print(text)
    if "--causes" in sys.argv:
        print(*causes(readings()), sep="\n")
