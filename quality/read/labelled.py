"""Every labelled statement that confidence is fitted on or tried on: what the program said, and whether it was right.

Each set says itself what right means: kind, parties and date in the drawn passages and in the press documents; source, target and type in
PLOVER's sentences, which label no dates.
"""

from __future__ import annotations

import json
import runpy
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from quality.answers import extract
from quality.events.triples import triples
from quality.read.draw import Passage
from quality.read.match import EVENTISH, NONE, TOGETHER, Answer, Event, judge
from quality.read.score import answers, read

SAME = (
    ("visit", "official_visit", "working_visit", "state_visit", "delegation_visit"),
    ("meeting", "summit", "talks_held", "dialogue_held", "consultation"),
    ("partnership_established", "partnership_elevated"),
    ("relations_normalized", "normalization_announced", "relations_restored", "relations_established"),
    ("criticism", "accusation", "protest_note"),
    ("clash", "attack"),
    ("agreement_signed", "memorandum_signed", "joint_statement"),
    ("anniversary", "ceremony"),
    ("aid_delivered", "technical_assistance"),
)
"""Kinds that count as one in the press documents, as in the scorer that stands beside them."""
HELD_OUT = "03"
THIRDS = 3
FITTED, TRIED = "fitted", "tried"


@dataclass(frozen=True, slots=True)
class Labelled:
    """One statement and whether it is right."""

    set: str
    part: str
    """``fitted`` or ``tried``."""
    answer: Answer
    right: bool


def drawn(data: Path) -> Iterator[Labelled]:
    """The drawn passages: part A and every other one of part B fitted on, the rest tried."""
    given = answers(data)
    for part in ("A", "B"):
        for one in read(given, part).judged:
            tried = part == "B" and one.passage.number % 2 == 0
            yield Labelled("drawn passages", TRIED if tried else FITTED, one.answer, one.holds)


def press(data: Path) -> Iterator[Labelled]:
    """The press documents, those numbered 03 tried. What is told only of others is left out: there the labels are not exhaustive."""
    folder = data / "gold" / "press"
    labels = {path: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*/[0-9]*.json"))}
    texts = {path: path.with_suffix(".txt").read_bytes().decode("utf-8") for path in labels}
    printed = extract({"id": f"{path.parent.name}/{path.stem}", "text": text} for path, text in texts.items())
    for (path, gold), line in zip(labels.items(), printed.splitlines(), strict=True):
        row = json.loads(line)
        said = [{**s, "published": row["published"]} for s in row["statements"] if s["fact"] in EVENTISH]
        known = [_event(label, texts[path]) for label in gold["statements"] if label["fact"] in EVENTISH]
        whole = Passage(0, "press", "", "", 0, len(texts[path]))
        for one in judge(whole, said, known, []):
            if one.event.must if one.event is not None else not _aside(one.answer, known):
                yield Labelled("press", TRIED if path.stem == HELD_OUT else FITTED, one.answer, one.holds)


def _event(label: Mapping[str, object], text: str) -> Event:
    start = text.index(str(label["quote"]))
    kinds = {str(label["kind"]), *(kind for group in SAME if label["kind"] in group for kind in group)}
    source, target = (" ".join(_list(label.get(side))) or NONE for side in ("source", "target"))
    together = TOGETHER if source == target else target
    date = str(label.get("date") or NONE)
    end = start + len(str(label["quote"]))
    return Event("", start, end, tuple(sorted(kinds)), (source,), (together,), (date,), (str(label["status"]),), bool(label["core"]))


def _list(codes: object) -> list[str]:
    return [str(code) for code in codes] if isinstance(codes, list) else []


def _aside(answer: Answer, known: Sequence[Event]) -> bool:
    """Whether a statement stands where only events among others are labelled."""
    there = [event for event in known if event.start < answer["end"] and answer["start"] < event.end]
    return bool(there) and not any(event.must for event in there)


def plover(data: Path) -> Iterator[Labelled]:
    """PLOVER's sentences, every third tried. The pairs and the names of types are those of the scorer that stands beside the set."""
    scorer = runpy.run_path(str(data / "scorers" / "events.py"))
    rows = [json.loads(line) for line in (data / "gold" / "plover_gsr.jsonl").read_text(encoding="utf-8").splitlines()]
    texts = list(dict.fromkeys(row["text"] for row in rows))
    every_third = set(sorted(texts)[THIRDS - 1 :: THIRDS])
    printed = extract({"id": str(number), "text": text} for number, text in enumerate(texts))
    for text, line in zip(texts, printed.splitlines(), strict=True):
        coded = [row for row in rows if row["text"] == text and row.get("plover")]
        gold = {(source, target, scorer["fold"](row["plover"])) for row in coded for source, target in scorer["pairs"](row)}
        for said in json.loads(line)["statements"]:
            told = {(scorer["country"](s), scorer["country"](t), scorer["fold"](kind)) for s, t, kind in triples([said])}
            if told:
                yield Labelled("PLOVER", TRIED if text in every_third else FITTED, said, bool(gold & told))
