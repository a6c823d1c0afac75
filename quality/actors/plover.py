"""Score the countries found in the PLOVER gold sentences: how many of the gold sources and targets, and how many that nobody named.

usage: python -m quality.actors.plover [--list]

A gold country is found when a mention in its sentence resolves to it (the Soviet Union counts for Russia: the gold has one code for
both; West Germany and Yugoslavia likewise for their heirs). A country is wrong when the sentence does not name it in any way: everything
that is no gold country of the sentence is held against ``others.csv``, a hand-made list of the further countries that sentences name.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections import defaultdict
from pathlib import Path

from detente.extract.actors import find_actors
from detente.model.document import Document
from detente.resolve.actors import resolve_actors
from detente.rules.actors import heirs
from detente.rules.files import read_csv
from detente.segment.layout import segment
from quality.answers import data_folder

_FIX = {"JAP": "JPN", "ROM": "ROU", "VTN": "VNM", "ITL": "ITA", "YUG": "SRB", "CSK": "CZE", "SCG": "SRB"}
"""Codes that the gold misspells, and former states that it files under an heir."""
_NO_COUNTRY = frozenset({"IGO", "NGO", "IMG", "ISM", "MNC", "INT"})


def country(code: str | None) -> str | None:
    """The gold's code as a country of today, or None for one that is no country."""
    if not code or code.startswith("---") or code[:3] in _NO_COUNTRY:
        return None
    return heirs().get(_FIX.get(code[:3], code[:3]), _FIX.get(code[:3], code[:3]))


def found(text: str) -> set[str]:
    """The countries that detente finds in a sentence."""
    document = Document(id="plover", path=None, sha256="", text=text)
    layout = segment(document)
    mentions = resolve_actors(document, layout, find_actors(document, layout))
    states = {row["code"] for file in ("countries", "former_states") for row in read_csv(f"gazetteers/{file}.csv")}
    codes = {p.country for m in mentions for p in m.parties if p.country is not None and p.country in states}
    return {heirs().get(_FIX.get(c, c), _FIX.get(c, c)) for c in codes}


def others() -> dict[str, set[str]]:
    """Countries that a sentence names besides its gold actors, by row id."""
    table: dict[str, set[str]] = defaultdict(set)
    path = Path(__file__).with_name("others.csv")
    if path.exists():
        for row in csv.DictReader(line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")):
            table[row["id"]] |= set(row["countries"].split(";"))
    return table


def score(path: Path, listing: bool = False) -> dict[str, float]:
    """Recall of gold countries and the share of found countries that are wrong."""
    gold: dict[str, set[str]] = defaultdict(set)
    texts: dict[str, str] = {}
    first: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        key = re.sub(r"\W", "", row["text"]).lower()
        texts[key] = row["text"]
        first.setdefault(key, row["id"])
        gold[key] |= {c for a in row["source"] + row["target"] if (c := country(a.get("code_iso") or a.get("code")))}
    wanted = hit = total = wrong = 0
    known = others()
    for key, text in texts.items():
        answer = found(text)
        wanted, hit = wanted + len(gold[key]), hit + len(gold[key] & answer)
        bad = answer - gold[key] - known[first[key]]
        total, wrong = total + len(answer), wrong + len(bad)
        if listing and (bad or gold[key] - answer):
            print(first[key], "missed", sorted(gold[key] - answer), "not gold", sorted(bad), "|", text)
    return {"country recall": 100 * hit / wanted, "wrong countries": 100 * wrong / total}


def main() -> None:
    """Print the two figures; with ``--list`` every sentence that is not as the gold has it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--list", action="store_true")
    for name, value in score(data_folder() / "gold" / "plover_gsr.jsonl", parser.parse_args().list).items():
        print(f"PLOVER {name} {value:.1f}")


if __name__ == "__main__":
    main()
