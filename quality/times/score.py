"""Scores times on WikiWars and MEANTIME with the sets' own scorer: all documents, those developed on, those held out; errors by kind.

usage: python -m quality.times.score [--errors]

Every third document in the order of the names is held out and never read while developing. ``--errors`` lists the errors of the others.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from detente.pipeline.texts import times
from quality.answers import data_folder

SETS = ("wikiwars", "meantime")
HELD_OUT = 2
"""The remainder by three of the place of a document that is held out."""
_DIGITS = re.compile(r"[0-9]")


def tag(text: str, published: str | None) -> list[dict[str, Any]]:
    """What ``detente.times`` says of a text, in the scorer's form."""
    found = times(text, published=published)
    return [{"start": t.span.start, "end": t.span.end, "text": t.text, "type": t.type, "value": t.value} for t in found]


def kind_of(error: dict[str, Any]) -> str:
    """The kind of an error: what went wrong, so far as the two values tell."""
    if error["kind"] != "value":
        return str(error["kind"])
    gold, ours = str(error["gval"] or ""), str(error["sval"] or "")
    if _DIGITS.sub("0", gold) == _DIGITS.sub("0", ours):
        return "value: another year" if gold[4:] == ours[4:] and gold[:4].isdigit() else "value: another day, month or number"
    if ours.endswith("_REF"):
        return "value: taken for vague"
    if gold.endswith("_REF") or gold in ("null", "") or "X" in gold:
        return "value: resolved, labelled as vague"
    if gold.startswith("P") != ours.startswith("P"):
        return "value: date or duration"
    return "value: another precision"


def answer_all(gold: Path, out: Path) -> list[str]:
    """Writes our answer for each document of a set; their names in order."""
    names = sorted(path.stem for path in gold.glob("*.json"))
    for name in names:
        document = json.loads((gold / f"{name}.json").read_text(encoding="utf-8"))
        answer = {"timexes": tag(document["text"], document["dct"])}
        (out / f"{name}.json").write_text(json.dumps(answer), encoding="utf-8")
    return names


def parts(names: list[str]) -> Iterator[tuple[str, list[str]]]:
    """All documents, those developed on and those held out."""
    held = [name for i, name in enumerate(names) if i % 3 == HELD_OUT]
    yield from (("all", names), ("developed on", [n for n in names if n not in held]), ("held out", held))


def main() -> None:
    """Print a line a set and part, with the kinds of error counted."""
    data = data_folder()
    sys.path.insert(0, str(data / "scorers"))
    timex = import_module("timex")
    for name in SETS:
        gold = data / "gold" / "timex" / name
        with tempfile.TemporaryDirectory() as folder:
            out, details = Path(folder), Path(folder, "errors.jsonl.txt")
            for part, stems in parts(answer_all(gold, out)):
                scored = timex.score(str(gold), str(out), details=str(details), docs=stems)
                figures = "  ".join(f"{k} {100 * scored[k]:5.1f}" for k in ("valueF", "relF", "relP", "relR", "strictF", "typeF"))
                print(f"{name:9s} {part:12s} gold {scored['gold']:5d} ours {scored['sys']:5d}  {figures}")
                errors = [json.loads(line) for line in details.read_text(encoding="utf-8").splitlines()]
                print("          ", dict(Counter(kind_of(e) for e in errors if e["kind"] not in ("type", "span")).most_common()))
                if part == "developed on" and "--errors" in sys.argv:
                    show(errors)


def show(errors: list[dict[str, Any]]) -> None:
    """List errors, one a line."""
    for e in errors:
        if e["kind"] not in ("type", "span"):
            print(f"  {kind_of(e):36s} {e.get('gold', '')!r}={e.get('gval')} <- {e.get('sys', '')!r}={e.get('sval')} | {e['ctx']}")


if __name__ == "__main__":
    main()
