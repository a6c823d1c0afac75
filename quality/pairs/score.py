"""Scores how two passages are reconciled: one event or two, and how what they say differs. Needs no data that does not ship.

usage: python -m quality.pairs.score [--handmade] [--misses] [WAY ...]

Each pair of ``*.yaml`` beside this file is two passages in our own words with what is to be answered about them. It is graded right
when both hold: the statements asked about stand under one fact, or do not, as labelled; and the first thing that the record shows of how
they differ has the labelled type and grade, or there is nothing to show. A contradiction shown between two passages that are compatible
is false. Scored from the texts and, so that extraction is not in question, from statements made by hand out of the same labels.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import yaml

from detente.ask.conflicts import ORDER
from detente.model.edtf import Edtf
from detente.model.fact import Discrepancy, Grade
from detente.model.statement import FactKind, Statement
from detente.pipeline.texts import analyse
from detente.reconcile.cases import DocumentInfo
from detente.reconcile.reconciling import Reconciled, reconcile
from detente.rules.merging import merging
from quality.pairs.handmade import statement

FOLDER = Path(__file__).parent
SIDES = ("a", "b")
NONE = "none"
FIGURES = frozenset({FactKind.INDICATOR, FactKind.COMMITMENT})


@dataclass(frozen=True, slots=True)
class Pair:
    """Two passages and what is to be answered about them."""

    name: str
    way: str
    parties: tuple[str, ...]
    sides: tuple[Mapping[str, Any], Mapping[str, Any]]
    """What a faultless reader notes of each passage, with its text and the day it was published."""
    same: bool | None
    differ: str

    @property
    def compatible(self) -> bool:
        """Whether both passages can be right."""
        return not self.differ.endswith(Grade.CONTRADICTION)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was made of a pair."""

    pair: Pair
    found: bool
    """Whether both passages gave a statement of what is asked about."""
    same: bool
    differ: tuple[str, ...]
    """What is shown first: all of the most serious grade."""
    false: bool
    """Whether a contradiction was shown where both can be right."""
    said: tuple[Statement, ...] = ()
    shown: tuple[Discrepancy, ...] = ()

    @property
    def right(self) -> bool:
        """Whether both questions were answered as labelled."""
        return self.found and self.pair.same in (None, self.same) and self.pair.differ in self.differ


@cache
def pairs() -> tuple[Pair, ...]:
    """Every labelled pair, in the order of the files."""
    return tuple(_pairs())


def answer(pair: Pair, handmade: bool) -> Answer:
    """What becomes of ``pair``: from its texts, or from the statements that its labels make."""
    return _answered(pair, *(_by_hand(pair) if handmade else _by_text(pair)))


def score() -> dict[str, float]:
    """The figures, in percent."""
    figures: dict[str, float] = {}
    for label, handmade in (("from texts", False), ("by hand", True)):
        figures |= {f"{name}, {label}": value for name, value in summed([answer(pair, handmade) for pair in pairs()]).items()}
    return figures


def summed(answers: Sequence[Answer]) -> dict[str, float]:
    """The share of ``answers`` that is right, and the share of all in which a contradiction was shown that is none."""
    part = 100 / max(1, len(answers))
    return {"pairs right": part * sum(a.right for a in answers), "false contradictions": part * sum(a.false for a in answers)}


Said = dict[str, list[Statement]]
"""Statements by the side that they are of."""


def _by_hand(pair: Pair) -> tuple[Said, Said, dict[str, DocumentInfo]]:
    rows = {side: {"fact": "indicator" if "value" in row else "event", "quote": row["text"], **row} for side, row in _sides(pair)}
    made = {side: [statement(row, side, f"{pair.name}{side}")] for side, row in rows.items()}
    return made, made, {side: _info(side, Edtf.parse(str(row["told"]))) for side, row in rows.items()}


def _by_text(pair: Pair) -> tuple[Said, Said, dict[str, DocumentInfo]]:
    whole = {side: analyse(row["text"], published=str(row["told"])) for side, row in _sides(pair)}
    every = {side: list(extraction.statements) for side, extraction in whole.items()}
    asked = {side: [s for s in every[side] if _same_sort(s, row)] for side, row in _sides(pair)}
    known = (_info(extraction.document.sha256, extraction.document.published) for extraction in whole.values())
    return every, asked, {info.sha256: info for info in known}


def _answered(pair: Pair, every: Said, asked: Said, documents: Mapping[str, DocumentInfo]) -> Answer:
    result = reconcile([s for side in SIDES for s in every[side]], documents, pair.parties)
    shown = _between(result, every)
    asked_about = {frozenset((a.id, b.id)) for a, b in product(asked["a"], asked["b"])}
    about = [d for d in shown if frozenset((d.left, d.right)) in asked_about]
    facts = {s.statement: f.id for f in result.facts for s in f.supports}
    homes = [{facts[s.id] for s in asked[side] if s.id in facts} for side in SIDES]
    first = min((ORDER.index(d.grade) for d in about), default=None)
    return Answer(
        pair=pair,
        found=all(homes),
        same=bool(homes[0] & homes[1]),
        differ=tuple(f"{d.type}/{d.grade}" for d in about if ORDER.index(d.grade) == first) or (NONE,),
        false=pair.compatible and any(d.grade is Grade.CONTRADICTION for d in shown),
        said=tuple(s for side in SIDES for s in every[side]),
        shown=tuple(shown),
    )


def _between(result: Reconciled, every: Said) -> list[Discrepancy]:
    one = {s.id for s in every["a"]}
    return [d for d in result.discrepancies if (d.left in one) is not (d.right in one)]


def _same_sort(said: Statement, row: Mapping[str, Any]) -> bool:
    if "value" in row:
        return said.fact in FIGURES and said.value == float(row["value"])
    return said.fact not in FIGURES and _family(said.kind) == _family(row["kind"])


def _family(kind: str) -> str:
    """The family of ``kind``; a declaration that is signed may be read as an agreement or as a joint statement."""
    name = merging().family(kind).name
    return "agreement" if name == "joint_statement" else name


def _sides(pair: Pair) -> Iterator[tuple[str, Mapping[str, Any]]]:
    return zip(SIDES, pair.sides, strict=True)


def _info(name: str, published: Edtf | None) -> DocumentInfo:
    return DocumentInfo(name, published, "2025-01-01T00:00:00Z", name)


def _pairs() -> Iterator[Pair]:
    for path in sorted(FOLDER.glob("*.yaml")):
        for number, row in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), 1):
            one, other = ({**row["both"], **row[side]} for side in SIDES)
            yield Pair(f"{path.stem}.{number}", row["way"], tuple(row["parties"]), (one, other), row.get("same"), row["differ"])


def _miss(answer: Answer) -> str:
    pair = answer.pair
    lines = [
        f"{pair.name} {pair.way}: same {pair.same} differ {pair.differ}; ours: found {answer.found} same {answer.same} {answer.differ}"
    ]
    lines += [f"    {row['text']}" for row in pair.sides]
    for said in answer.said:
        sides = "-".join(",".join(p.party.country or p.party.name for p in side) for side in (said.source, said.target))
        people = ",".join(p.party.name for p in said.persons)
        date = said.date.edtf.text if said.date else "undated"
        named = f"{said.value} {said.reporter} {said.object} {said.level}"
        lines.append(f"        <{said.kind} {date} {sides} [{people}] {said.status} {named}>")
    return "\n".join([*lines, *(f"        {d.type}/{d.grade}: {d.explanation}" for d in answer.shown)])


def main(arguments: Sequence[str]) -> None:
    """Print the figures for each way, and with ``--misses`` the pairs that were answered otherwise."""
    ways = {a for a in arguments if not a.startswith("--")}
    answers = [answer(pair, "--handmade" in arguments) for pair in pairs() if not ways or pair.way in ways]
    if "--misses" in arguments:
        print("\n".join(_miss(a) for a in answers if not a.right or a.false))
    every, right = Counter(a.pair.way for a in answers), Counter(a.pair.way for a in answers if a.right)
    for way, number in every.items():
        print(f"{way:16}{right[way]:4} of {number}")
    print(", ".join(f"{name} {value:.1f} %" for name, value in summed(answers).items()))
    print(f"{sum(a.pair.compatible for a in answers)} of {len(answers)} compatible, found {sum(a.found for a in answers)}")


if __name__ == "__main__":
    main(sys.argv[1:])
