"""Draws the passages that are read by hand, and finds them again: references alone, never their text.

usage: python -m quality.read.draw        prints what belongs in ``passages.csv``; a test holds that file to it

A passage is whole sentences of one document, as many as give it 80 words and no more than 150, begun at a sentence drawn at random. News
cut down to a few sentences gives what it has, from 40 words on, and one story for each topic. Documents in ``earlier.csv`` were read before
and are passed over. Every sixth passage of a source is part A, whose texts may be looked at while rules are written; the others are part
B, which is only measured.
"""

from __future__ import annotations

import csv
import json
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields
from functools import cache
from pathlib import Path

from quality.answers import data_folder

PASSAGES = Path(__file__).with_name("passages.csv")
EARLIER = Path(__file__).with_name("earlier.csv")
SEED = 20261121
NUMBERS = {"milestones": 140, "frus": 36, "semeval": 24, "ecb": 24}
LONGEST = 150
SHORTEST = {"milestones": 80, "frus": 80, "semeval": 80, "ecb": 40}
OPEN_EVERY = 6

_SENTENCE = re.compile(r"[^\n]*?(?:[.!?][\"”’)]*(?=\s|$)|(?=\n)|$)")
_ABBREVIATED = re.compile(r"(?:\b(?:[A-Z]|Mr|Mrs|Dr|St|Gen|Sen|No|Inc|Co|Corp)|\d)\.$")


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a passage stands."""

    number: int
    source: str
    part: str
    document: str
    start: int
    end: int


@cache
def documents(data: Path) -> dict[str, dict[str, str]]:
    """The text of every document by source and name, in the order of the names."""
    return {
        "milestones": dict(_files(data, "corpora/milestones")),
        "frus": dict(_files(data, "corpora/frus_sample/docs")),
        "semeval": dict(_articles(data)),
        "ecb": dict(_stories(data)),
    }


def _files(data: Path, folder: str) -> Iterator[tuple[str, str]]:
    for path in sorted((data / folder).glob("*.txt")):
        yield f"{folder}/{path.name}", path.read_bytes().decode("utf-8")


def _articles(data: Path) -> Iterator[tuple[str, str]]:
    for folder in ("corpus_1", "corpus_2"):
        name = f"gold/semeval15t4/{folder}"
        for line in (data / name / "articles.jsonl").read_text(encoding="utf-8").splitlines():
            article = json.loads(line)
            yield f"{name}/{article['id']}", article["text"]


def _stories(data: Path) -> Iterator[tuple[str, str]]:
    for part in ("dev", "train"):
        for story in json.loads((data / f"gold/ecb/{part}.json").read_text(encoding="utf-8"))["docs"]:
            yield f"gold/ecb/{part}/{story['doc']}", story["text"]


def text_of(data: Path, document: str) -> str:
    """The stored text of a document by its name."""
    for texts in documents(data).values():
        if document in texts:
            return texts[document]
    raise KeyError(document)


def sentences(text: str) -> list[tuple[int, int]]:
    """Where the sentences stand, by stops and line ends alone: what is drawn must not move with the program."""
    found: list[tuple[int, int]] = []
    joined = False
    for match in _SENTENCE.finditer(text):
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        if start == match.end():
            continue
        if joined and "\n" not in text[found[-1][1] : start]:
            found[-1] = (found[-1][0], match.end())
        else:
            found.append((start, match.end()))
        joined = _ABBREVIATED.search(match[0]) is not None
    return found


def cut(text: str, start: int, shortest: int) -> tuple[int, int] | None:
    """Whole sentences from the one numbered ``start``, until there are words enough; None where that gives too few or too many."""
    found = sentences(text)[start:]
    for _, end in found:
        words = len(text[found[0][0] : end].split())
        if words >= max(shortest, 80) or (words >= shortest and end == found[-1][1]):
            return (found[0][0], end) if words <= LONGEST else None
    return None


def draw(data: Path) -> list[Passage]:
    """The passages, source by source, in the order drawn."""
    chance = random.Random(SEED)
    with EARLIER.open(encoding="utf-8", newline="") as file:
        read = {row["document"] for row in csv.DictReader(file)}
    drawn: list[Passage] = []
    for source, texts in documents(data).items():
        names = [name for name in texts if name not in read]
        chance.shuffle(names)
        own = [(name, span) for name in names if (span := _any(texts[name], source, chance)) is not None]
        for n, (name, (start, end)) in enumerate(_apart(own, source)[: NUMBERS[source]]):
            drawn.append(Passage(len(drawn) + 1, source, "A" if n % OPEN_EVERY == OPEN_EVERY - 1 else "B", name, start, end))
    return drawn


def _any(text: str, source: str, chance: random.Random) -> tuple[int, int] | None:
    starts = list(range(len(sentences(text))))
    if source == "ecb":
        starts = starts[:1]
    chance.shuffle(starts)
    return next((span for start in starts if (span := cut(text, start, SHORTEST[source])) is not None), None)


def _apart(own: list[tuple[str, tuple[int, int]]], source: str) -> list[tuple[str, tuple[int, int]]]:
    """One story for each topic, which is the number its name begins with."""
    if source != "ecb":
        return own
    first: dict[str, tuple[str, tuple[int, int]]] = {}
    for name, span in own:
        first.setdefault(name.rpartition("/")[2].partition("_")[0], (name, span))
    return list(first.values())


def passages(path: Path = PASSAGES) -> list[Passage]:
    """The passages as drawn."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Passage(int(row["number"]), row["source"], row["part"], row["document"], int(row["start"]), int(row["end"]))
            for row in csv.DictReader(file)
        ]


if __name__ == "__main__":
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(field.name for field in fields(Passage))
    out.writerows(astuple(passage) for passage in draw(data_folder()))
