"""Reviewers who rule at random, each in a process of its own that can be killed; run as a program by ``test_rulings_killed``.

usage: reviewers.py killed RECORD SEED NUMBER | together RECORD SEED NUMBER
"""

from __future__ import annotations

import os
import random
import signal
import sys
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path

from detente.ask import open_record
from detente.ask.rulings import check_log, export_log, import_log, refresh, rule
from detente.model.errors import UsageError
from detente.model.reading import Extraction
from detente.model.ruling import Action, Ruling, in_force
from detente.store.base import Record
from detente.store.sqlite import create_sqlite
from tests.factory import document, extraction, keep, statement

KINDS = ("visit", "meeting", "summit", "agreement_signed", "phone_call", "relations_restored")
EDITS = (
    ("date", "2018-07-09"),
    ("date", "2018"),
    ("status", "planned"),
    ("kind", "state_visit"),
    ("persons", "Isaias Afwerki"),
    ("object", "peace"),
)
DRAIN = 1 << 20


def documents() -> list[tuple[Extraction, str]]:
    """A dozen documents that often tell of the same things."""
    lottery, made = random.Random(7), []
    for number in range(12):
        days = lottery.sample(range(5, 25), 4)
        doc = document("\n".join(f"{number}: on {day} July 2018 this took place." for day in days), f"{number}.txt", "2018-08-01")
        said = [
            statement(doc, f"on {day} July 2018", lottery.choice(KINDS), lottery.choice(("ERI>ETH", "ERI,ETH")), f"2018-07-{day:02d}")
            for day in days
        ]
        made.append((extraction(doc, *said), f"2024-01-{number + 1:02d}T00:00:00Z"))
    return made


class Lots:
    """What there is to rule about, looked up once for a few rulings."""

    def __init__(self, record: Record, lottery: random.Random) -> None:
        self.draw = lottery
        facts = list(record.facts())
        self.supports = [s.statement for fact in facts for s in fact.supports]
        self.names = [fact.id for fact in facts] + [statement.id for statement in record.statements()]
        self.documents = [document.sha256 for document in record.documents()]
        self.discrepancies = [made.id for made in record.discrepancies()] or self.names
        self.rulings = [ruling.id for ruling in record.rulings()] or self.names

    def names_for(self, action: Action) -> list[str]:
        """What a ruling of this kind is about."""
        if action is Action.MERGE:
            return self.draw.sample(self.names, 2)
        kinds = {
            Action.SPLIT: self.supports,
            Action.SETTLE: self.discrepancies,
            Action.GRADE: self.documents,
            Action.UNDO: self.rulings,
        }
        return [self.draw.choice(kinds.get(action, self.names))]


def decide(record: Record, lots: Lots, who: str) -> Ruling | None:
    """One ruling at random; None where the lot fell on something that makes no sense."""
    action = lots.draw.choice([*Action, Action.MERGE, Action.SPLIT])
    value = {Action.SETTLE: lots.draw.choice(("left", "right", "both")), Action.GRADE: lots.draw.choice(("A1", "E5", "C", "3"))}.get(action)
    field, value = lots.draw.choice(EDITS) if action is Action.EDIT else (None, value)
    try:
        return rule(record, action, lots.names_for(action), field=field, value=value, who=who, applied=False)
    except UsageError:
        return None


def sit(path: Path, seed: int, who: str, number: int, told: int) -> None:
    """Rule until done or killed; each ruling is told as soon as ``rule`` has returned it."""
    lottery, done = random.Random(seed), 0
    while done < number:
        with open_record(path) as record:
            lots = Lots(record, lottery)
            for _ in range(lottery.randrange(5, 40)):
                ruling = decide(record, lots, who)
                if ruling is not None:
                    os.write(told, f"{ruling.id}\n".encode())
                    done += 1
            refresh(record)


def forked(work: Callable[[int], None]) -> tuple[int, int]:
    """A process that does ``work``, and the pipe that it tells in."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        outcome = 1
        try:
            work(writing)
            outcome = 0
        finally:
            if outcome:
                traceback.print_exc()
            os._exit(outcome)
    os.close(writing)
    return child, reading


def heard(pipe: int, enough: int) -> list[str]:
    """What was told until ``enough`` was, or the teller was done."""
    text = b""
    while text.count(b"\n") < enough and (more := os.read(pipe, DRAIN)):
        text += more
    return text.decode().split("\n")[:-1]


def rest(pipe: int) -> list[str]:
    """What a teller who is gone had still told."""
    text = b""
    while more := os.read(pipe, DRAIN):
        text += more
    os.close(pipe)
    return text.decode().split()


def is_sound(path: Path, told: list[str]) -> None:
    """Everything told is in the log, and the facts are what a record built from scratch comes to with that log."""
    with open_record(path) as record:
        refresh(record)
        assert check_log(record) == ()
        ids = [ruling.id for ruling in record.rulings()]
        assert set(told) <= set(ids)
        with open_record(keep(path.with_name("scratch.detente"), ("ERI", "ETH"), *documents())) as scratch:
            assert import_log(scratch, export_log(record)) == len(ids)
            assert list(scratch.rulings()) == list(record.rulings())
            assert list(scratch.facts()) == list(record.facts())
            assert list(scratch.discrepancies()) == list(record.discrepancies())
    path.with_name("scratch.detente").unlink()


def killed(path: Path, seed: int, number: int) -> None:
    """Reviewers one after the other, each killed at a random moment, until ``number`` rulings are made; the file is rewritten meanwhile."""
    lottery = random.Random(seed)
    told: list[str] = []
    kills = 0
    while len(told) < number:
        child, pipe = forked(partial(sit, path, seed + kills, f"reviewer {kills}", number))
        told += heard(pipe, lottery.randrange(10, 70))
        if kills % 3 == 0:
            with create_sqlite(path, ()) as record:
                record.compact()
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        told += rest(pipe)
        kills += 1
        if kills % 8 == 0:
            is_sound(path, told)
    is_sound(path, told)
    undo_all(path)
    sys.stdout.write(f"{len(told)} rulings, {kills} kills\n")


def undo_all(path: Path) -> None:
    """When the last ruling that holds has been taken back the facts are those of a record that nobody ruled on."""
    with open_record(path) as record:
        held = in_force(record.rulings())
        record.put_rulings([Ruling(at=one.at, who="the last one", action=Action.UNDO, subjects=(one.id,)) for one in held])
        refresh(record)
        with open_record(keep(path.with_name("scratch.detente"), ("ERI", "ETH"), *documents())) as scratch:
            assert list(scratch.facts()) == list(record.facts())
            assert list(scratch.discrepancies()) == list(record.discrepancies())
    path.with_name("scratch.detente").unlink()


def together(path: Path, seed: int, number: int) -> None:
    """Two reviewers at once, while the file is rewritten whenever that can be."""
    pair = [forked(partial(sit, path, seed + n, f"reviewer {n}", number)) for n in range(2)]
    for _ in range(20):
        with create_sqlite(path, ()) as record:
            record.compact()
    told = []
    for child, pipe in pair:
        told += rest(pipe)
        assert os.waitpid(child, 0)[1] == 0
    assert len(told) >= 2 * number
    is_sound(path, told)
    sys.stdout.write(f"{len(told)} rulings by two\n")


def warmed_up(path: Path) -> None:
    """Load what every reviewer needs before the first is born, so that none loads it anew."""
    warm = keep(path.with_name("warm.detente"), ("ERI", "ETH"), *documents())
    silence = os.open(os.devnull, os.O_WRONLY)
    sit(warm, 1, "nobody", 40, silence)
    os.close(silence)
    warm.unlink()


if __name__ == "__main__":
    warmed_up(Path(sys.argv[2]))
    place = keep(Path(sys.argv[2]), ("ERI", "ETH"), *documents())
    {"killed": killed, "together": together}[sys.argv[1]](place, int(sys.argv[3]), int(sys.argv[4]))
