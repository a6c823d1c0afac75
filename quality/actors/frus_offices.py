"""Score the offices given to persons of the FRUS sample against the editors' own entries for these persons.

usage: python -m quality.actors.frus_offices [--wrong N]

For each mention that overlaps a marked name with an entry ("Thanat Khoman, Foreign Minister of Thailand"): our office is right when
the entry holds an office of the same kind. Entries that only refer to another ("Diem, see Ngo Dinh Diem") are left out.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from detente.extract.actors import find_actors
from detente.model.document import Document
from detente.model.mention import ActorKind, ActorMention
from detente.model.span import Span
from detente.resolve.actors import resolve_actors
from detente.rules.actors import Label, lexicon
from detente.rules.folding import fold
from detente.rules.offices import office_key
from detente.segment.layout import segment
from quality.actors.frus import documents
from quality.answers import data_folder

_ALIKE = (
    {"president", "leader", "prime_minister", "party_leader", "monarch"},
    {"ambassador", "secretary", "adviser", "minister", "foreign_minister"},
)
"""Kinds that one person often holds in turn or at once, so that either wording of the entry bears ours out."""
_SERVICES = ("USA,", "USN", "USAF", "USMC", "ARVN", "RTA", "Commander", "Chief of Staff", "Gen.", "Lt.", "Col.")


def borne_out(office: str, entry: str) -> bool:
    """Whether the entry tells an office of the kind of ``office``."""
    key = office_key(office)
    kinds = {h.entry.code for h in lexicon().hits(fold(entry).text) if h.entry.label is Label.OFFICE}
    if key == "military" and any(word in entry for word in _SERVICES):
        return True
    return key in kinds or any(key in group and group & kinds for group in _ALIKE)


def offices(text: str) -> list[ActorMention]:
    """The persons with an office that detente finds."""
    document = Document(id="frus", path=None, sha256="", text=text)
    layout = segment(document)
    mentions = resolve_actors(document, layout, find_actors(document, layout))
    return [m for m in mentions if m.kind is ActorKind.PERSON and len(m.parties) == 1 and m.parties[0].office is not None]


def score(folder: Path) -> tuple[dict[str, float], Counter[str]]:
    """The share of offices that are borne out, and those that are not."""
    right = total = 0
    wrong: Counter[str] = Counter()
    for text, markup in documents(folder):
        entries = {p["id"]: p["entry"] for p in markup["persons"] if ", see " not in p["entry"]}
        gold = [
            (Span(m["start"], m["end"]), entries[m["ref"]]) for m in markup["mentions"] if m["kind"] == "persName" and m["ref"] in entries
        ]
        for mention in offices(text):
            entry = next((e for span, e in gold if span.overlaps(mention.span)), None)
            office = mention.parties[0].office
            if entry is None or office is None:
                continue
            ok = borne_out(office, entry)
            total, right = total + 1, right + ok
            if not ok:
                wrong[f"{mention.span.of(text)}: {office} | {entry[:100]}"] += 1
    return {"offices borne out": 100 * right / total}, wrong


def main() -> None:
    """Print the share, and the most frequent offices that the entries do not bear out."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--wrong", type=int, default=0)
    figures, wrong = score(data_folder() / "corpora" / "frus_sample" / "docs")
    for name, value in figures.items():
        print(f"FRUS {name} {value:.1f}")
    for text, count in wrong.most_common(parser.parse_args().wrong):
        print(count, text)


if __name__ == "__main__":
    main()
