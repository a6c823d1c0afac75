"""The labelled sets we are measured on: for each, how detente is asked and which figures its scorer prints.

Where a scorer stands beside the set it is not ours, so that the measure cannot drift with the program; parts that no such scorer knows
(actors, merging) are scored by modules of this folder.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from quality import across
from quality.actors import frus, frus_offices, offices, plover
from quality.answers import ROOT, extract, extract_files, run
from quality.check import score as checking
from quality.events.triples import triples
from quality.example import score as example
from quality.pairs.score import score as pairs
from quality.promises import score as promises
from quality.read import calibrate
from quality.read import score as drawn
from quality.registers import trips

Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Suite:
    """One labelled set: where it lies under the data folder, which scorer measures it, and how."""

    name: str
    needs: str
    """Where the labels are, under the data folder; an absolute path where they ship."""
    scorer: str | None
    """The file under ``scorers``; None where the score is this folder's own."""
    measure: Callable[[Path], Figures]


def _scored(data: Path, scorer: str, *arguments: str) -> str:
    return run(sys.executable, str(data / "scorers" / scorer), *arguments)


def _figures(printed: str, patterns: dict[str, str]) -> Figures:
    """Each named figure from what a scorer printed. Raises ValueError when the scorer no longer prints it."""
    found: Figures = {}
    for name, pattern in patterns.items():
        match = re.search(pattern, printed)
        if match is None:
            raise ValueError(f"no figure {name!r} in what the scorer printed:\n{printed[-2000:]}")
        found[name] = float(match[1])
    return found


def _timex(data: Path, folder: str) -> Figures:
    """TempEval-3 figures for one set of stories with their dates."""
    gold = data / "gold" / "timex" / folder
    stories = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(gold.glob("*.json"))]
    rows = [{"id": s["doc_id"], "text": s["text"], "published": s.get("dct")} for s in stories]
    with tempfile.TemporaryDirectory() as system:
        for line in extract(rows, "--only", "times").splitlines():
            answer = json.loads(line)
            Path(system, f"{answer['id']}.json").write_text(json.dumps({"timexes": answer["times"]}), encoding="utf-8")
        printed = _scored(data, "timex.py", str(gold), system)
    return _figures(printed, {"value F1": r"valueF\t(\S+)", "strict F1": r"strictF\t(\S+)", "relaxed F1": r"relF\t(\S+)"})


def _wikiwars(data: Path) -> Figures:
    return _timex(data, "wikiwars")


def _meantime(data: Path) -> Figures:
    return _timex(data, "meantime")


def _press(data: Path) -> Figures:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as answers:
        texts = sorted((data / "gold" / "press").glob("*/[0-9]*.txt"))
        answers.write(extract({"id": f"{p.parent.name}/{p.stem}", "text": p.read_bytes().decode("utf-8")} for p in texts))
        answers.flush()
        printed = _scored(data, "press.py", "--from", answers.name)
    return _figures(
        printed,
        {
            "event recall": r"FULL events R (\S+)",
            "event precision": r"FULL events R \S+ P (\S+)",
            "event F1": r"FULL events .* F1 (\S+)",
            "figure recall": r"figures .*full R (\S+)",
            "figure precision": r"figures .*value R \S+ P ([\d.]+)",
            "time recall": r"times .*: R (\S+)",
            "time precision": r"times .*: R \S+ P (\S+)",
            "documents dated": r"published date right (\S+) %",
        },
    )


def _seeds(data: Path) -> Figures:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as answers:
        answers.write(extract_files(data / "seeds", "*.txt"))
        answers.flush()
        printed = _scored(data, "seeds.py", str(data / "gold" / "seeds.jsonl"), answers.name)
    return _figures(printed, {"facts found": r"\((\S+) %\)", "extra statements": r"extra event statements (\d+)"})


def _rdcr(data: Path) -> Figures:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as answers:
        answers.write(extract_files(data / "gold" / "rdcr" / "text", "*.txt"))
        answers.flush()
        printed = _scored(data, "rdcr.py", str(data / "gold" / "rdcr"), answers.name)
    return _figures(
        printed, {"kind and date recall": r"kind\+date recall (\S+)", "precision, lower bound": r"precision \(lower bound\) (\S+)"}
    )


def _plover(data: Path) -> Figures:
    gold = data / "gold" / "plover_gsr.jsonl"
    texts = dict.fromkeys(json.loads(line)["text"] for line in gold.read_text(encoding="utf-8").splitlines())
    rows = [{"id": str(number), "text": text} for number, text in enumerate(texts)]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as answers:
        for row, line in zip(rows, extract(rows).splitlines(), strict=True):
            found = triples(json.loads(line)["statements"])
            answers.write(json.dumps({"text": row["text"], "events": found}) + "\n")
        answers.flush()
        printed = _scored(data, "events.py", str(gold), answers.name)
    return _figures(printed, {"type F1": r"type .* F1 (\S+)", "triple F1": r"triple .* F1 (\S+)"})


def _across(data: Path) -> Figures:
    return across.score(data / "gold" / "press")


def _drawn(data: Path) -> Figures:
    return drawn.score(data)


def _confidence(data: Path) -> Figures:
    return calibrate.score(data)


def _pairs(data: Path) -> Figures:
    return pairs()


def _countries(data: Path) -> Figures:
    return plover.score(data / "gold" / "plover_gsr.jsonl")


def _persons(data: Path) -> Figures:
    folder = data / "corpora" / "frus_sample" / "docs"
    return frus.score(folder)[0] | frus_offices.score(folder)[0]


def _offices(data: Path) -> Figures:
    counts, _ = offices.score(data / "registers")
    return {"visitors in office": 100 * counts["agree"] / (counts["agree"] + counts["disagree"])}


def _trips(data: Path) -> Figures:
    return trips.score(data)


def _promises(data: Path) -> Figures:
    return promises.score(data)


def _check(data: Path) -> Figures:
    return checking.score(data)


def _example(data: Path) -> Figures:
    return example.score()


SUITES = (
    Suite("example", str(ROOT / "quality" / "example"), None, _example),
    Suite("WikiWars", "gold/timex/wikiwars", "timex.py", _wikiwars),
    Suite("MEANTIME", "gold/timex/meantime", "timex.py", _meantime),
    Suite("press", "gold/press", "press.py", _press),
    Suite("seeds", "gold/seeds.jsonl", "seeds.py", _seeds),
    Suite("rdcr", "gold/rdcr", "rdcr.py", _rdcr),
    Suite("PLOVER", "gold/plover_gsr.jsonl", "events.py", _plover),
    Suite("press records", "gold/press", None, _across),
    Suite("pairs", str(ROOT / "quality" / "pairs"), None, _pairs),
    Suite("PLOVER actors", "gold/plover_gsr.jsonl", None, _countries),
    Suite("drawn passages", "corpora/milestones", None, _drawn),
    Suite("confidence", "gold/press", None, _confidence),
    Suite("promises", "corpora/frus_sample", None, _promises),
    Suite("FRUS persons", "corpora/frus_sample", None, _persons),
    Suite("registers", "registers", None, _offices),
    Suite("trips in company", "registers/travels.jsonl", None, _trips),
    Suite("check", "seeds", None, _check),
)
"""Every set, in the order of the table."""
