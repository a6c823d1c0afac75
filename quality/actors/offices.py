"""Check the office-holder table against registers it was not built from: visits of leaders to the US, and travels of US presidents.

usage: python -m quality.actors.offices [--list]

A visit agrees when the table's holder of the visitor's office on the first day of the visit is the visitor; a travel when the traveller
held the office that day. Visits by persons in no office of the table, and days that the table does not cover, are counted apart.
Disagreements are listed; those whose reason is known stand in ``disagreements.csv`` with it.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from detente.rules.actors import Label, lexicon
from detente.rules.folding import fold
from detente.rules.offices import Tenure, office_key, table
from quality.answers import data_folder

_CHECKED = frozenset({"president", "prime_minister", "monarch", "foreign_minister", "party_leader", "supreme_leader"})
_ROLES = (
    (
        "prime_minister",
        r"prime minister|premier|chancellor|taoiseach|president of the (?:government|council)|chairman of the council of ministers",
    ),
    ("president", r"president"),
    ("monarch", r"^(?:king|queen|emperor|emir|amir|sultan|pope|shah|grand duke|grand duchess)\b"),
    ("party_leader", r"general secretary"),
    ("foreign_minister", r"secretary of state"),
)


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Each JSON line of ``path``."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def role_key(role: str) -> str | None:
    """The office key of a register's role; None for one that the table does not hold (crown princes, vice presidents, elects)."""
    small = role.lower().replace("- ", "-")
    if re.search(r"vice|deputy|elect|crown|acting|governor|foreign minister|former|minister of state", small):
        return None
    return next((key for key, pattern in _ROLES if re.search(pattern, small)), None)


def code_of(name: str) -> str | None:
    """The code of a country by its English name."""
    hits = [h for h in lexicon().hits(fold(name).text) if h.entry.label is Label.NAME]
    return hits[0].entry.code if hits else None


def named(tenure: Tenure, visitor: str) -> bool:
    """Whether the visitor's name, as the register has it, is the holder's."""
    words = set(re.findall(r"[\w']+", fold(visitor).text.lower().replace("-", " ")))
    shorts = {
        w for s in (*tenure.short, tenure.holder.split(" ")[-1]) for w in re.findall(r"[\w']+", fold(s).text.lower().replace("-", " "))
    }
    return bool((shorts - {"al", "el", "de", "da", "la", "ii", "iii", "bin"}) & words)


def facts(registers: Path) -> Iterator[tuple[str, str, str, str, str]]:
    """(id, country, office, day, name) of each visit and travel that names an office of the table."""
    for row in rows(registers / "visits.jsonl"):
        key = None if "elect " in row["visitor"] or "Interim" in row["visitor"] else role_key(row["role"] or "")
        countries = row["country_from"] or []
        if key and row["start_date"] and len(countries) == 1 and (code := code_of(countries[0])):
            yield f"visit {row['id']}", code, key, row["start_date"], row["visitor"]
    for row in rows(registers / "travels.jsonl"):
        key = {"president": "president", "secretary": "foreign_minister"}.get(row["role"]) or office_key(row["role"])
        if key and row["start_date"]:
            yield f"travel {row['id']}", "USA", key, row["start_date"], row["visitor"]


def score(registers: Path) -> tuple[Counter[str], list[str]]:
    """How many agree, disagree and are not covered, and a line for each disagreement."""
    index: dict[tuple[str, str], list[Tenure]] = {}
    for tenure in table():
        if tenure.office in _CHECKED:
            index.setdefault((tenure.country, tenure.office), []).append(tenure)
    known = Path(__file__).with_name("disagreements.csv")
    reasons = {r["id"]: r["reason"] for r in csv.DictReader(known.read_text(encoding="utf-8").splitlines())} if known.exists() else {}
    counts: Counter[str] = Counter()
    listed: list[str] = []
    for identity, code, key, day, name in facts(registers):
        holders = [t for t in index.get((code, key), ()) if t.holds(day)]
        if not holders:
            counts["not covered"] += 1
        elif any(named(t, name) for t in holders):
            counts["agree"] += 1
        else:
            counts["disagree"] += 1
            said = "; ".join(f"{t.holder} {t.since}/{t.until or '..'} ({t.source})" for t in holders)
            listed.append(f"{identity} {day} {code} {key}: {name} | table: {said} | {reasons.get(identity, 'unexplained')}")
    return counts, listed


def main() -> None:
    """Print the share that agrees; with ``--list`` each disagreement."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--list", action="store_true")
    counts, listed = score(data_folder() / "registers")
    checked = counts["agree"] + counts["disagree"]
    share = 100 * counts["agree"] / checked
    print(f"office holders: {counts['agree']} of {checked} agree ({share:.1f} %), {counts['not covered']} not covered")
    if parser.parse_args().list:
        print("\n".join(listed))


if __name__ == "__main__":
    main()
