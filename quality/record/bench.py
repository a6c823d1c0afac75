"""How a record bears its size: questions to a large one, and adding documents to it beside adding them to a small one.

usage: python -m quality.record.bench [--statements N]

The records are made up (``quality.record.generate``), once, and kept in ``.bench``: some four minutes of a processor for the 200,000
statements that are made where nothing is said, 25 for 1,000,000. Each part runs in a process of its own, whose greatest memory is told;
times of questions are of the wall and of the processor, of additions the processor's, with the ratio of the large record to the small one.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from detente.ask import Filters, chronology, find, open_record, show, state
from detente.ask.diff import diff
from detente.pipeline.reconciling import bring_up_to_date
from detente.store.base import Choice, Record, Run
from detente.store.sqlite import create_sqlite
from quality.answers import ROOT, data_folder
from quality.record.generate import ABOUT, Writer, fill, generate
from quality.record.world import PARTIES, World

SMALL, LARGE = 20_000, 200_000
QUESTIONS = 100
ADDED = 20
LATER = "2025-02-01T00:00:00Z"
KEPT = ROOT / ".bench"
PROCESSOR = ", processor"


def main() -> None:
    """Make the records where they are not there, then run every part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--statements", type=int, default=LARGE)
    parser.add_argument("--part", nargs=2, metavar=("NAME", "RECORD"))
    given = parser.parse_args(sys.argv[1:])
    if given.part:
        print(json.dumps(PARTS[given.part[0]](Path(given.part[1]), given.statements)))
        return
    small, large = _made(SMALL), _made(given.statements)
    for number, place in ((SMALL, small), (given.statements, large)):
        print(f"\n{number} statements, {place.stat().st_size / 1e6:.0f} MB")
        _print(_run("questions", place, number))
    with tempfile.TemporaryDirectory(dir=KEPT) as folder:
        times = []
        for number, place in ((SMALL, small), (given.statements, large)):
            copy = Path(shutil.copy(place, folder))
            added = _run("addition", copy, number)
            times.append(added)
            print(f"\nadding {ADDED} documents to {number} statements")
            _print(added)
            read = _built(copy)
            print(f"  {'detente build of press texts':34} {read[0]:8.2f} s   peak {read[1]:.0f} MiB")
            added["build"] = [read[0]]
    for name in ("keep and reconcile", "build"):
        few, many = (sum(found[name]) for found in times)
        print(f"large to small, {name}: {many / few:.2f}")


def questions(place: Path, _: int) -> dict[str, list[float]]:
    """Seconds that each of many questions took."""
    chance = random.Random(7)
    with open_record(place) as record:
        ids = [fact.id for fact in record.select_facts(Choice(limit=5000))]
        words = [word for s in record.get_statements(_some_statements(ids, record)).values() for word in s.quote.split()[2:4]]
        days = [(date(1900, 1, 1) + timedelta(days=chance.randrange(45000))).isoformat() for _ in range(QUESTIONS)]
        asked: dict[str, tuple[Callable[[str], object], Sequence[str]]] = {
            "status --as-of": (lambda day: state(record, day), days),
            "show": (lambda name: show(record, name), [chance.choice(ids) for _ in days]),
            "find WORD": (lambda word: find(record, word), [chance.choice(words) for _ in days]),
            "find a word of every statement": (lambda word: find(record, word), ["vietnam", "united states"]),
            "find by fields": (lambda day: find(record, "", Filters(kinds=("visit",), since=day[:7], until=day[:7])), days),
            "chronology --top 40": (lambda day: chronology(record, Filters(since=day[:4], top=40)), days[:20]),
        }
        found = {}
        for name, (ask, given) in asked.items():
            found[name], found[name + PROCESSOR] = _timed(ask, given)
        return found


def addition(place: Path, statements: int) -> dict[str, list[float]]:
    """Seconds of processor time that keeping and reconciling some more documents took, and showing what they changed."""
    writer = Writer(World(statements, ABOUT, 1), 99, "added")
    documents = list(islice(writer.documents(), ADDED))
    with create_sqlite(place, PARTIES) as record:
        begun = time.process_time()
        with record.together():
            record.put_run(Run(LATER, "0", "made", PARTIES))
            fill(record, iter(documents), ADDED, LATER)
            bring_up_to_date(record, LATER)
        added = time.process_time() - begun
    begun = time.process_time()
    with open_record(place) as record:
        diff(record)
    return {"keep and reconcile": [added], "diff": [time.process_time() - begun]}


PARTS: dict[str, Callable[[Path, int], dict[str, list[float]]]] = {"questions": questions, "addition": addition}


def _some_statements(ids: Sequence[str], record: Record) -> list[str]:
    return [fact.supports[0].statement for fact in record.get_facts(ids[:300]).values()]


def _timed(ask: Callable[[str], object], given: Sequence[str]) -> tuple[list[float], list[float]]:
    """Seconds of the wall and of the processor that each question took."""
    wall, processor = [], []
    for one in given:
        begun = time.perf_counter(), time.process_time()
        ask(one)
        wall.append(time.perf_counter() - begun[0])
        processor.append(time.process_time() - begun[1])
    return wall, processor


def _made(statements: int) -> Path:
    KEPT.mkdir(exist_ok=True)
    place = KEPT / f"{statements}.detente"
    if place.exists():
        generate(place, statements)
    else:
        print(f"making a record of {statements} statements", flush=True)
        begun = time.perf_counter()
        generate(place.with_suffix(".part"), statements)
        place.with_suffix(".part").rename(place)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"  made in {time.perf_counter() - begun:.0f} s, peak {peak:.0f} MiB")
    return place


def _run(part: str, place: Path, statements: int) -> dict[str, list[float]]:
    """What a part answers, run in a process of its own, with that process's greatest memory under ``peak``."""
    command = [sys.executable, "-m", "quality.record.bench", "--statements", str(statements), "--part", part, str(place)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, text=True)
    out = child.stdout.read() if child.stdout else ""
    _, status, usage = os.wait4(child.pid, 0)
    if status != 0:
        sys.exit(f"bench: {part} failed")
    found: dict[str, list[float]] = json.loads(out)
    return found | {"peak": [usage.ru_maxrss / 1024]}


def _built(place: Path) -> tuple[float, float]:
    """Seconds and greatest memory (MiB) of ``detente build`` with as many real texts."""
    texts = sorted(data_folder().glob("gold/press/*/*.txt"))[:ADDED] or sorted((ROOT / "examples").rglob("*.txt"))[:ADDED]
    begun = time.perf_counter()
    command = [sys.executable, "-m", "detente", "build", *map(str, texts), "--record", str(place), "--workers", "1", "--at", LATER]
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
    _, _, usage = os.wait4(child.pid, 0)
    return time.perf_counter() - begun, usage.ru_maxrss / 1024


def _print(found: dict[str, list[float]]) -> None:
    for line in _lines(found):
        print(line)


def _lines(found: dict[str, list[float]]) -> Iterator[str]:
    for name, taken in found.items():
        if name == "peak":
            yield f"  {'greatest memory':34} {taken[0]:8.0f} MiB"
        elif len(taken) == 1:
            yield f"  {name:34} {taken[0]:8.2f} s"
        else:
            ranked = sorted(taken)
            middle, high = ranked[len(ranked) // 2], ranked[int(len(ranked) * 0.95)]
            yield f"  {name:34} {middle * 1000:8.0f} ms   p95 {high * 1000:.0f} ms"


if __name__ == "__main__":
    main()
