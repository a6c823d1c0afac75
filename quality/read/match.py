"""What a reader found in the passages, and which of the program's statements say the same.

``events.csv`` holds every event that a careful reader takes from the passages, by document and offsets, with the kinds, parties, dates and
status that the reader accepts; whatever the program answers is compared with it, so that no figure hangs on one version's answers.
``causes.csv`` says of statements that are wrong why they are; it is looked up by what the statement says and where.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from detente.model.edtf import Edtf
from detente.rules.files import read_csv
from quality.read.draw import Passage

EVENTS = Path(__file__).with_name("events.csv")
CAUSES = Path(__file__).with_name("causes.csv")
FIELDS = ("kind", "parties", "date", "status")
EVENTISH = ("event", "partnership", "agreement")
NONE, TOGETHER, OR, EITHER = "-", "=", ";", "/"
"""In ``events.csv``: nothing; the same parties as the source; between readings; between names of one party."""

Answer = Mapping[str, Any]
"""One statement as ``detente extract`` prints it."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event that a reader takes from a passage, with every reading that counts as right."""

    document: str
    start: int
    end: int
    kinds: tuple[str, ...]
    source: tuple[str, ...]
    target: tuple[str, ...]
    dates: tuple[str, ...]
    statuses: tuple[str, ...]
    must: bool
    """Between two parties, so that it must be found; others may be: an election at home, a party that the text does not name."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One statement of the program with what is right about it."""

    passage: Passage
    answer: Answer
    event: Event | None
    """The reader's event that it tells; None where there is no such event of that kind."""
    right: Mapping[str, bool]
    """By field; only ``kind`` where there is no event, for nothing else can be judged."""
    cause: str | None
    """Why it is wrong; None where it is right or nobody has read it yet."""

    @property
    def holds(self) -> bool:
        """Whether kind, parties and date are right together."""
        return all(self.right.get(field, False) for field in FIELDS[:3])

    @property
    def unread(self) -> bool:
        """Whether it differs from the reader's events and nobody has said why: it counts as wrong until somebody does."""
        return self.cause is None and not all(self.right.get(field, False) for field in FIELDS)


def events(path: Path = EVENTS) -> list[Event]:
    """The reader's events, in order."""
    with path.open(encoding="utf-8", newline="") as file:
        return [_event(row) for row in csv.DictReader(file)]


def _event(row: Mapping[str, str]) -> Event:
    kinds, source, target, dates, statuses = (tuple(row[name].split(OR)) for name in ("kinds", "source", "target", "dates", "statuses"))
    return Event(row["document"], int(row["start"]), int(row["end"]), kinds, source, target, dates, statuses, row["must"] == "yes")


def causes(path: Path = CAUSES) -> list[dict[str, str]]:
    """The rows that say why a statement is wrong."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def _states() -> frozenset[str]:
    return frozenset(row["code"] for name in ("countries", "former_states") for row in read_csv(f"gazetteers/{name}.csv"))


def lands(participants: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    """The countries of a role, former ones too; organisations are not compared."""
    return frozenset(p["country"] for p in participants) & _states()


def described(answer: Answer) -> dict[str, str]:
    """What a statement says, in the words of ``causes.csv``."""
    return {
        "kind": answer["kind"],
        "source": " ".join(sorted(lands(answer["source"]))),
        "target": " ".join(sorted(lands(answer["target"]))),
        "date": (answer["date"] or {}).get("edtf") or NONE,
        "status": answer["status"],
    }


def inside(passage: Passage, answers: Iterable[Answer]) -> list[Answer]:
    """The event statements whose quote stands in a passage."""
    return [a for a in answers if a["fact"] in EVENTISH and passage.start <= a["start"] and a["end"] <= passage.end]


def judge(passage: Passage, answers: Iterable[Answer], known: Iterable[Event], why: Iterable[Mapping[str, str]]) -> list[Judged]:
    """Each statement in the passage against the reader's events; an event is told by one statement, the one that tells it best."""
    own = inside(passage, answers)
    there = [e for e in known if e.document == passage.document and passage.start <= e.start and e.end <= passage.end]
    pairs = sorted(
        (_merit(answer, event), -a, -e)
        for a, answer in enumerate(own)
        for e, event in enumerate(there)
        if answer["kind"] in event.kinds and _overlap(answer, event) > 0
    )
    told: dict[int, int] = {}
    for _, a, e in reversed(pairs):
        if -a not in told and -e not in told.values():
            told[-a] = -e
    notes = list(why)
    return [_judged(passage, answer, there[told[a]] if a in told else None, notes) for a, answer in enumerate(own)]


def missed(passage: Passage, judged: Iterable[Judged], known: Iterable[Event]) -> Iterator[Event]:
    """The events that must be found in a passage and that no statement tells."""
    told = {id(one.event) for one in judged}
    for event in known:
        if event.must and event.document == passage.document and passage.start <= event.start < passage.end and id(event) not in told:
            yield event


def _judged(passage: Passage, answer: Answer, event: Event | None, notes: list[Mapping[str, str]]) -> Judged:
    right = {"kind": False} if event is None else compare(answer, event)
    says = described(answer)
    cause = None
    if not all(right.get(field, False) for field in FIELDS):
        cause = next((n["cause"] for n in notes if _same(n, passage, answer) and all(n[key] == says[key] for key in says)), None)
    return Judged(passage, answer, event, right, cause)


def _same(note: Mapping[str, str], passage: Passage, answer: Answer) -> bool:
    at_once = int(note["start"]) < answer["end"] and answer["start"] < int(note["end"])
    return note["document"] == passage.document and at_once


def compare(answer: Answer, event: Event) -> dict[str, bool]:
    """Which fields of a statement are among the event's readings."""
    source, target = lands(answer["source"]), lands(answer["target"])
    return {
        "kind": answer["kind"] in event.kinds,
        "parties": any(_parties(source, target, s, t) for s in event.source for t in event.target),
        "date": any(_same_date(answer["date"] or {}, date) for date in event.dates),
        "status": answer["status"] in event.statuses,
    }


def _parties(source: frozenset[str], target: frozenset[str], doers: str, done_to: str) -> bool:
    if done_to == TOGETHER:
        return _named(source | target, doers)
    return _named(source, doers) and _named(target, done_to)


def _named(found: frozenset[str], labelled: str) -> bool:
    wanted = [set(name.split(EITHER)) for name in labelled.split() if name != NONE]
    return len(found) == len(wanted) and all(names & found for names in wanted)


def _same_date(date: Mapping[str, Any], labelled: str) -> bool:
    if labelled == NONE or date.get("edtf") is None:
        return labelled == NONE and date.get("edtf") is None
    if date["edtf"] == labelled:
        return True
    wanted = Edtf.parse(labelled)
    return (date["earliest"], date["latest"]) == (_day(wanted.earliest), _day(wanted.latest))


def _day(day: Any) -> str | None:
    return None if day is None else str(day)


def _merit(answer: Answer, event: Event) -> tuple[int, int]:
    right = compare(answer, event)
    return sum(right.values()), _overlap(answer, event)


def _overlap(answer: Answer, event: Event) -> int:
    return min(int(answer["end"]), event.end) - max(int(answer["start"]), event.start)
