"""Counts what is right in the statements of passages drawn at random, field by field, with how sure the count is.

usage: python -m quality.read.score [--from ANSWERS.jsonl] [--part A] [--causes] [--unread]

The documents are read whole by the program as it stands; the statements in the passages are compared with what a careful reader found
there (``match.py``). A statement that differs from it counts as wrong. ``--causes`` counts why; ``--unread`` lists, by place, the
wrong statements that nobody has looked at yet.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from quality.answers import data_folder, extract
from quality.read.draw import Passage, passages, text_of
from quality.read.match import FIELDS, Answer, Event, Judged, causes, described, events, judge, missed

Z = 1.96
"""Standard deviations either side that hold 95 % of a normal distribution."""
FEWEST = 3
"""Statements of a kind, below which it stands under "other kinds": an interval over one or two says nothing."""
MEASURED = "B"


@dataclass(frozen=True, slots=True)
class Reading:
    """What was judged in one part of the passages."""

    judged: tuple[Judged, ...]
    missed: tuple[tuple[Passage, Event], ...]
    must: int
    """How many events must be found."""
    passages: int


def wilson(right: int, of: int) -> tuple[float, float]:
    """The 95 % score interval of a share, in percent; everything is possible where nothing was counted."""
    if of == 0:
        return 0.0, 100.0
    share, square = right / of, Z * Z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = Z * sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    return 100 * (middle - half), 100 * (middle + half)


def answers(data: Path, stored: Path | None = None) -> dict[str, list[Answer]]:
    """The statements of every drawn document by its name: the program's, or stored ones."""
    if stored is not None:
        printed = stored.read_text(encoding="utf-8")
    else:
        names = dict.fromkeys(passage.document for passage in passages())
        printed = extract({"id": name, "text": text_of(data, name)} for name in names)
    rows = [json.loads(line) for line in printed.splitlines()]
    return {row["id"]: [{**said, "published": row["published"]} for said in row["statements"]] for row in rows}


def read(given: Mapping[str, Sequence[Answer]], part: str = MEASURED) -> Reading:
    """The statements of a part's passages, judged."""
    known, why = events(), causes()
    own = [passage for passage in passages() if passage.part == part]
    judged = {p.number: judge(p, given[p.document], known, why) for p in own}
    lost = tuple((p, event) for p in own for event in missed(p, judged[p.number], known))
    must = sum(e.must and e.document == p.document and p.start <= e.start < p.end for p in own for e in known)
    return Reading(tuple(one for p in own for one in judged[p.number]), lost, must, len(own))


def score(data: Path) -> dict[str, float]:
    """The figures that are held to floors, in percent."""
    reading = read(answers(data))
    count = len(reading.judged) or 1
    full = sum(one.holds for one in reading.judged)
    needed = reading.must or 1
    right = sum(one.holds and one.event is not None and one.event.must for one in reading.judged)
    return {
        "kind, parties and date right": 100 * full / count,
        "kind right": 100 * sum(one.right["kind"] for one in reading.judged) / count,
        "events found": 100 * (reading.must - len(reading.missed)) / needed,
        "events found and right": 100 * right / needed,
    }


def report(reading: Reading) -> Iterator[str]:
    """A line for each source and field, for each kind, and for what was missed."""
    yield f"{reading.passages} passages, {len(reading.judged)} statements, {sum(one.unread for one in reading.judged)} of them not yet read"
    for source in (*dict.fromkeys(one.passage.source for one in reading.judged), "all"):
        own = [one for one in reading.judged if source in (one.passage.source, "all")]
        yield line(source, "kind, parties, date", sum(one.holds for one in own), len(own))
        yield line(source, "and status", sum(one.holds and one.right["status"] for one in own), len(own))
        for field in FIELDS:
            verdicts = [one.right[field] for one in own if field in one.right]
            yield line(source, field, sum(verdicts), len(verdicts))
    yield from _by(reading, "kind", lambda one: str(one.answer["kind"]))
    found = reading.must - len(reading.missed)
    right = sum(one.holds and one.event is not None and one.event.must for one in reading.judged)
    yield line("to be found", "told at all", found, reading.must)
    yield line("to be found", "told rightly", right, reading.must)


def _by(reading: Reading, what: str, name: Callable[[Judged], str]) -> Iterator[str]:
    counted = Counter(name(one) for one in reading.judged)
    rare = f"other {what}s"
    shown = {key: key if number >= FEWEST else rare for key, number in counted.items()}
    groups = sorted({*shown.values()}, key=lambda group: (group == rare, -sum(n for k, n in counted.items() if shown[k] == group), group))
    for group in groups:
        own = [one for one in reading.judged if shown[name(one)] == group]
        yield line(group, "kind, parties, date", sum(one.holds for one in own), len(own))


def why(reading: Reading) -> Iterator[str]:
    """What went wrong, the most frequent cause first; then the kinds of event that were missed."""
    counted = Counter(one.cause or "not yet read" for one in reading.judged if not all(one.right.get(field, False) for field in FIELDS))
    for cause, number in sorted(counted.items(), key=lambda item: (-item[1], item[0])):
        yield f"{number:>3}  {cause}"
    lost = Counter(event.kinds[0] for _, event in reading.missed)
    yield "missed: " + ", ".join(f"{kind} {number}" for kind, number in sorted(lost.items(), key=lambda item: (-item[1], item[0])))


def unread(reading: Reading) -> Iterator[str]:
    """The rows that ``causes.csv`` lacks, by place, for whoever reads them."""
    for one in reading.judged:
        if one.unread:
            says = described(one.answer)
            yield ",".join([one.passage.document, str(one.answer["start"]), str(one.answer["end"]), *says.values(), ""])


def line(name: str, field: str, right: int, of: int) -> str:
    """One share with its interval, aligned."""
    low, high = wilson(right, of)
    share = 100 * right / of if of else 0.0
    return f"{name:<20} {field:<20} {right:>3} of {of:>3}  {share:5.1f} %  ({low:.1f} to {high:.1f})"


def main() -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="stored", type=Path)
    parser.add_argument("--part", default=MEASURED)
    parser.add_argument("--causes", action="store_true")
    parser.add_argument("--unread", action="store_true")
    asked = parser.parse_args()
    reading = read(answers(data_folder(), asked.stored), asked.part)
    print(*report(reading), sep="\n")
    if asked.causes:
        print(*why(reading), sep="\n")
    if asked.unread:
        print(*unread(reading), sep="\n")


if __name__ == "__main__":
    main()
