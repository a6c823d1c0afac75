"""Score person mentions on the diplomatic documents of the FRUS sample, by overlap with the editors' own markup.

usage: python -m quality.actors.frus [--wrong N] [--missed N]

Recall: of the marked names, how many a person mention of ours overlaps. Precision: of our mentions of named persons, how many overlap a
marked name. The editors left many names unmarked (whole documents' worth of "Thieu"), so that precision is a lower bound; for the
adjudicated precision a mention also counts when its surname is marked anywhere in the sample, or was read and found a person's by hand
(``frus_unmarked.txt``).
``--wrong`` and ``--missed`` list the most frequent names of each kind with their surroundings.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from detente.extract.actors import find_actors
from detente.model.document import Document
from detente.model.mention import ActorKind
from detente.model.span import Span
from detente.resolve.actors import resolve_actors
from detente.segment.layout import segment
from quality.answers import data_folder

_ANAPHORS = frozenset({"pronoun", "guest", "host", "former", "latter", "counterpart", "counterpart_named", "counterpart_dyad"})
"""Mentions without a name in them are no part of this score."""


def documents(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each document's text and its markup, in the order of their names."""
    for path in sorted(folder.glob("*.json")):
        yield path.with_suffix(".txt").read_bytes().decode("utf-8"), json.loads(path.read_text(encoding="utf-8"))


def ours(text: str) -> list[tuple[Span, str]]:
    """The named persons that detente finds: the whole phrase, and the name in it."""
    document = Document(id="frus", path=None, sha256="", text=text)
    layout = segment(document)
    mentions = resolve_actors(document, layout, find_actors(document, layout))
    return [(m.full or m.span, m.span.of(text)) for m in mentions if m.kind is ActorKind.PERSON and m.rule not in _ANAPHORS]


def surname(name: str) -> str:
    """The last word of a name, small, without a suffix."""
    words = [w for w in re.findall(r"[\w'’-]+", name) if w.lower() not in ("jr", "sr")]
    return words[-1].lower() if words else ""


def score(folder: Path) -> tuple[dict[str, float], Counter[str], Counter[str]]:
    """Recall and precision, and the surface forms that were wrong or missed."""
    marked = hit = found = right = persons = 0
    unmarked = frozenset(Path(__file__).with_name("frus_unmarked.txt").read_text(encoding="utf-8").splitlines())
    known = unmarked | {surname(m["text"]) for _, markup in documents(folder) for m in markup["mentions"] if m["kind"] == "persName"}
    wrong: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for text, markup in documents(folder):
        gold = [Span(m["start"], m["end"]) for m in markup["mentions"] if m["kind"] == "persName"]
        spans = ours(text)
        for span in gold:
            ok = any(span.overlaps(other) for other, _ in spans)
            marked, hit = marked + 1, hit + ok
            if not ok:
                missed[
                    f"{text[max(0, span.start - 25) : span.start]}[{span.of(text)}]{text[span.end : span.end + 20]}".replace("\n", " ")
                ] += 1
        for span, name in spans:
            ok = any(span.overlaps(other) for other in gold)
            found, right = found + 1, right + ok
            persons += ok or surname(name) in known
            if not ok:
                wrong[
                    f"{text[max(0, span.start - 25) : span.start]}[{span.of(text)}]{text[span.end : span.end + 20]}".replace("\n", " ")
                ] += 1
    return (
        {"person recall": 100 * hit / marked, "person precision": 100 * right / found, "adjudicated precision": 100 * persons / found},
        wrong,
        missed,
    )


def main() -> None:
    """Print the scores, and the errors that were asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--wrong", type=int, default=0)
    parser.add_argument("--missed", type=int, default=0)
    asked = parser.parse_args()
    figures, wrong, missed = score(data_folder() / "corpora" / "frus_sample" / "docs")
    for name, value in figures.items():
        print(f"FRUS {name} {value:.1f}")
    for title, errors, number in (("wrong", wrong, asked.wrong), ("missed", missed, asked.missed)):
        for text, _ in errors.most_common(number):
            print(f"{title}: {text}")


if __name__ == "__main__":
    main()
