"""Counts which promises that the program tells are right, by how it knew who made them, against a reader's verdicts.

usage: python -m quality.promises.score

A promise is right where it was really made, by just those that the statement names, to the one it names if it names one, and on the day
and by the day that it gives. ``labels.csv`` points to the texts and holds none of them. It was read while the rules were written, so the
shares are rather too high; the numbers of ``data/vocabulary/promises.yaml`` are therefore the low ends of the shares' 80 % intervals.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from math import sqrt
from pathlib import Path

from detente.rules.commitments import known_by
from quality.answers import data_folder, extract
from quality.read.draw import documents
from quality.read.score import line

Z = 1.28
"""Standard deviations either side that hold 80 % of a normal distribution."""
LABELS = Path(__file__).with_name("labels.csv")
Key = tuple[str, int, int]


def labels() -> dict[Key, bool]:
    """The verdict on each promise by its document and place."""
    with LABELS.open(encoding="utf-8", newline="") as file:
        return {(row["document"], int(row["start"]), int(row["end"])): row["right"] == "yes" for row in csv.DictReader(file)}


def texts(data: Path) -> dict[str, str]:
    """The text of every labelled document by its name."""
    drawn = {name: text for group in documents(data).values() for name, text in group.items()}
    names = dict.fromkeys(document for document, _, _ in labels())
    return {name: drawn[name] if name in drawn else (data / name).read_bytes().decode("utf-8") for name in names}


def judged(data: Path) -> Iterator[tuple[str, bool | None]]:
    """How each promise told in the labelled documents names its makers, and whether it is right; None where nobody has read it."""
    known, rows = labels(), texts(data)
    printed = extract({"id": name, "text": text} for name, text in rows.items())
    for row in map(json.loads, printed.splitlines()):
        for told in row["statements"]:
            if told["fact"] == "commitment":
                yield known_by(told["rule"]), known.get((row["id"], told["start"], told["end"]))


def shares(verdicts: Sequence[tuple[str, bool | None]]) -> dict[str, float]:
    """What may be stated: the low end of the 80 % score interval of the share right, by how the makers are known."""
    found = {}
    for how in dict.fromkeys(how for how, right in verdicts if right is not None):
        own = [right for known, right in verdicts if known == how and right is not None]
        share, square = sum(own) / len(own), Z * Z
        middle = share + square / (2 * len(own))
        half = Z * sqrt(share * (1 - share) / len(own) + square / (4 * len(own) ** 2))
        found[how] = round((middle - half) / (1 + square / len(own)), 2)
    return found


def score(data: Path) -> dict[str, float]:
    """The figures that are held to floors, in percent: of the promises told that were read, and of the right ones that were labelled."""
    read = [right for _, right in judged(data) if right is not None]
    return {"promises right": 100 * sum(read) / (len(read) or 1), "right ones told": 100 * sum(read) / sum(labels().values())}


def main() -> None:
    """Print the counts and the numbers for the vocabulary."""
    verdicts = list(judged(data_folder()))
    read = [(how, right) for how, right in verdicts if right is not None]
    for how in (*dict.fromkeys(how for how, _ in read), "all"):
        own = [right for known, right in read if how in (known, "all")]
        print(line("promises", how, sum(own), len(own)))
    print(f"{len(verdicts) - len(read)} not yet read")
    print(shares(verdicts))


if __name__ == "__main__":
    main()
