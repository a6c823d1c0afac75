"""Scores the temporal tagger on WikiWars and MEANTIME: all documents, those developed on, and those held out; errors counted by kind."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import Any

from detente.extract.times import find_times
from detente.model.document import Document, Layout, PublishedBasis
from detente.model.edtf import Edtf
from detente.resolve.times import date_document, resolve_times

SHARED = Path(os.environ.get("DETENTE_DATA", Path(__file__).resolve().parents[3] / "shared"))
SETS = ("wikiwars", "meantime")
HELD_OUT = 2
"""Of the documents in the order of their names every third, beginning with the third, is never read while developing."""


def tag(text: str, published: str | None) -> list[dict[str, Any]]:
    """What the tagger says of a text, in the scorer's form."""
    date = Edtf.parse(published) if published else None
    document = Document("x", None, "x", text, published=date, published_basis=PublishedBasis.GIVEN if date else None)
    layout = Layout((), ())
    candidates = find_times(document, layout)
    document = date_document(document, layout, candidates)
    times = resolve_times(document, layout, candidates)
    return [
        {"start": t.span.start, "end": t.span.end, "text": t.text, "type": t.type, "value": t.value, "rule": c.rule, "edtf": str(t.edtf)}
        for t, c in zip(times, candidates, strict=True)
    ]


def main() -> int:
    """Print a table a set and part; with --details the errors of the part that may be read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder for the answers")
    parser.add_argument("--details", action="store_true", help="print every error of the development part")
    arguments = parser.parse_args()
    sys.path.insert(0, str(SHARED / "scorers"))
    timex = import_module("timex")

    for name in SETS:
        gold = SHARED / "gold" / "timex" / name
        out = arguments.out / name
        out.mkdir(parents=True, exist_ok=True)
        names = sorted(path.stem for path in gold.glob("*.json"))
        for stem in names:
            document = json.loads((gold / f"{stem}.json").read_text(encoding="utf-8"))
            answer = {"timexes": tag(document["text"], document["dct"])}
            (out / f"{stem}.json").write_text(json.dumps(answer), encoding="utf-8")
        held = [stem for i, stem in enumerate(names) if i % 3 == HELD_OUT]
        parts = {"all": names, "dev": [s for s in names if s not in held], "held": held}
        for part, stems in parts.items():
            details = out.parent / f"{name}.{part}.errors.jsonl"
            r = timex.score(str(gold), str(out), details=str(details), docs=stems)
            figures = " ".join(f"{k} {100 * r[k]:.1f}" for k in ("valueF", "relF", "relP", "relR", "strictF", "typeF"))
            print(f"{name:9s} {part:5s} gold {r['gold']:5d} system {r['sys']:5d}  {figures}")
            errors = [json.loads(line) for line in details.read_text(encoding="utf-8").splitlines()]
            print("          errors:", dict(Counter(e["kind"] for e in errors)))
            if part == "dev" and arguments.details:
                for e in errors:
                    if e["kind"] in ("value", "miss", "spurious"):
                        print(
                            f"  {e['kind']:8s} {e.get('gold', '')!r}={e.get('gval')}  <- {e.get('sys', '')!r}={e.get('sval')} | {e['ctx']}"
                        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
