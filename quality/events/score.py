"""Scores events on every labelled set, in the part that rules were developed on and the part that was held out.

usage: python -m quality.events.score

Of the press documents those numbered 03 are held out; of the country articles a third, by a hash of their name; of PLOVER's sentences every
third in alphabetical order.
The scorers are those that stand beside the sets; each is given its part of the gold.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import md5
from pathlib import Path

from quality.answers import data_folder, extract, extract_files, run
from quality.events.triples import triples

PARTS = ("developed on", "held out")
HELD_OUT = "03"
THIRDS = 3


def held_out(name: str) -> bool:
    """Whether an article belongs to the third that is not read while developing."""
    return int(md5(name.encode(), usedforsecurity=False).hexdigest(), 16) % THIRDS == THIRDS - 1


def articles_of(gold: Path, part: str) -> list[str]:
    """The lines of the articles' gold file that belong to a part."""
    lines = gold.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if held_out(json.loads(line)["slug"]) == (part == PARTS[1])]


def sentences_of(gold: Path, part: str) -> list[str]:
    """The lines of the sentences' gold file that belong to a part."""
    lines = gold.read_text(encoding="utf-8").splitlines()
    every_third = set(sorted({json.loads(line)["text"] for line in lines})[THIRDS - 1 :: THIRDS])
    return [line for line in lines if (json.loads(line)["text"] in every_third) == (part == PARTS[1])]


@contextmanager
def folder() -> Iterator[Path]:
    """A folder for what a scorer reads, gone afterwards."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def press(data: Path, part: str) -> str:
    """The press documents of a part: the figures of ``press.py``, which is given a copy of the data with this part alone."""
    with folder() as here:
        for file in sorted((data / "gold" / "press").glob("*/[0-9]*")):
            if (file.stem == HELD_OUT) == (part == PARTS[1]):
                copy = here / "gold" / "press" / file.parent.name / file.name
                copy.parent.mkdir(parents=True, exist_ok=True)
                copy.write_bytes(file.read_bytes())
        (here / "scorers").mkdir()
        for name in ("scorers/press.py", "DESIGN.md"):
            (here / name).write_bytes((data / name).read_bytes())
        rows = []
        for gold in sorted((here / "gold" / "press").glob("*/*.json")):
            text = gold.with_suffix(".txt").read_bytes().decode("utf-8")
            rows.append({"id": json.loads(gold.read_text(encoding="utf-8"))["id"], "text": text})
        (here / "answers.jsonl").write_text(extract(rows), encoding="utf-8")
        printed = run(sys.executable, str(here / "scorers" / "press.py"), "--from", str(here / "answers.jsonl"))
    return "\n".join(line for line in printed.splitlines() if "events" in line)


def articles(data: Path, part: str) -> str:
    """The country articles of a part."""
    gold = data / "gold" / "rdcr"
    with folder() as here:
        (here / "gold.jsonl").write_text("\n".join(articles_of(gold / "gold.jsonl", part)) + "\n", encoding="utf-8")
        (here / "answers.jsonl").write_text(extract_files(gold / "text", "*.txt"), encoding="utf-8")
        return run(sys.executable, str(data / "scorers" / "rdcr.py"), str(here), str(here / "answers.jsonl"))


def sentences(data: Path, part: str) -> str:
    """PLOVER's own gold sentences of a part."""
    lines = sentences_of(data / "gold" / "plover_gsr.jsonl", part)
    texts = list(dict.fromkeys(json.loads(line)["text"] for line in lines))
    answers = extract({"id": str(number), "text": text} for number, text in enumerate(texts)).splitlines()
    coded = [{"text": t, "events": triples(json.loads(a)["statements"])} for t, a in zip(texts, answers, strict=True)]
    with folder() as here:
        (here / "gold.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        (here / "system.jsonl").write_text("\n".join(map(json.dumps, coded)) + "\n", encoding="utf-8")
        return run(sys.executable, str(data / "scorers" / "events.py"), str(here / "gold.jsonl"), str(here / "system.jsonl"))


SETS: dict[str, Callable[[Path, str], str]] = {"press": press, "country articles": articles, "PLOVER sentences": sentences}


def main() -> None:
    """Print the figures of each set and part."""
    data = data_folder()
    for name, score in SETS.items():
        for part in PARTS:
            print(f"{name}, {part}\n{score(data, part).rstrip()}\n")


if __name__ == "__main__":
    main()
