"""Writes data/gazetteers/name_parts.csv and common_words.txt: which words are parts of people's names, and which are plain English.

Sources, all CC0 or in the public domain: the Historian's registers of US chiefs of mission, visits and travels, the factbook's
office holders, and (for the words) the essays and treaty texts beside them. Run: python tools/derive_names.py REGISTERS CORPORA GOLD.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from detente.rules.folding import fold

OUT = Path(__file__).parent.parent / "src" / "detente" / "data" / "gazetteers"
TITLES = frozenset(
    [
        "king",
        "queen",
        "emperor",
        "president",
        "prime",
        "minister",
        "premier",
        "prince",
        "princess",
        "sultan",
        "emir",
        "sheikh",
        "shaikh",
        "chancellor",
        "general",
        "dr",
        "sir",
        "crown",
        "chairman",
        "governor",
        "captain",
        "doctor",
        "foreign",
        "first",
        "secretary",
        "vice",
        "ambassador",
        "ambassadors",
        "reverend",
        "hon",
        "lord",
        "lady",
        "lt",
        "col",
        "gen",
        "admiral",
        "colonel",
        "major",
        "charge",
        "affaires",
        "deputy",
        "acting",
        "taoiseach",
        "pope",
        "cardinal",
        "archbishop",
        "father",
        "state",
        "council",
        "chief",
        "administrator",
        "high",
        "commissioner",
        "vacant",
        "amir",
        "shah",
        "regent",
        "imperial",
        "majesty",
        "highness",
        "royal",
        "and",
        "the",
        "of",
        "for",
        "to",
        "in",
        "interim",
        "transitional",
        "government",
        "president-elect",
        "mr",
        "mrs",
        "ms",
        "miss",
        "jr",
        "sr",
        "ii",
        "iii",
        "iv",
        "vi",
        "vii",
        "viii",
        "xii",
        "xiii",
        "xiv",
        "xvi",
        "de",
        "la",
        "del",
        "van",
        "von",
        "den",
        "der",
        "bin",
        "ibn",
        "al",
        "el",
        "da",
        "do",
        "dos",
        "le",
        "du",
        "co",
        "air",
        "marshal",
        "marshall",
        "commodore",
    ]
)
"""Words in the registers' holder fields that are no part of a name."""


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Each JSON line of ``path``."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def people(registers: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Given and family names of each person whose register tells them apart."""
    for row in rows(registers / "us_chiefs_of_mission.jsonl"):
        words = [w for w in re.sub(r",? (Jr|Sr|I+|IV)\.?$", "", row["person"] or "").split() if len(w.strip(".")) > 1]
        if len(words) > 1:
            yield words[:-1], words[-1:]
    for row in rows(registers / "officeholders_factbook.jsonl"):
        words = re.findall(r"[^\W\d_][\w'’-]+", re.sub(r"\(.*?\)", "", row["holder"] or ""))
        family = [w for w in words if w.isupper() and len(w) > 1]
        yield [w for w in words if not w.isupper()], family
    for name, key in (("travels.jsonl", "visitor"), ("visits.jsonl", "visitor")):
        for row in rows(registers / name):
            words = re.findall(r"[^\W\d_][\w'’-]+", row[key] or "")
            words = [w for w in words if w.lower() not in TITLES]
            if len(words) > 1:
                yield words[:-1], words[-1:]


def name_parts(registers: Path) -> list[tuple[str, int, int]]:
    """Each name word, folded, with how many distinct people bear it as a given and as a family name."""
    given: Counter[str] = Counter()
    family: Counter[str] = Counter()
    for first, last in sorted({(tuple(a), tuple(b)) for a, b in people(registers)}):
        given.update({fold(w).text.title() for w in first if w.lower() not in TITLES and w[0].isupper()})
        family.update({fold(w).text.title() for w in last if w.lower() not in TITLES and w[0].isupper()})
    return [(w, given[w], family[w]) for w in sorted(given | family) if re.fullmatch(r"[A-Z][a-zA-Z'-]+", w)]


def common_words(places: list[Path]) -> list[str]:
    """Words that the texts write small at least twice, and more often small than capital inside a sentence."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for place in places:
        text = place.read_text(encoding="utf-8")
        small.update(re.findall(r"(?<![\w'’-])[a-z]{2,}(?![\w'’-])", text))
        large.update(w.lower() for w in re.findall(r"(?<=[a-z,] )[A-Z][a-z]+", text))
    return sorted(w for w, n in small.items() if n >= 2 and n >= large[w] // 4)


def main(registers: Path, corpora: Path, gold: Path) -> None:
    """Write both tables."""
    lines = [
        "# Derived by tools/derive_names.py from CC0 registers (HistoryAtState/pocom, visits, travels; factbook/factbook.json).",
        "name,given,family",
    ]
    lines += [f"{w},{g},{f}" for w, g, f in name_parts(registers)]
    (OUT / "name_parts.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    texts = [
        *corpora.glob("milestones/*.txt"),
        corpora / "USA-VNM_BTA_2000.txt",
        *gold.glob("rdcr/text/*.txt"),
        *corpora.glob("frus_sample/docs/*.txt"),
    ]
    words = [
        "# Derived by tools/derive_names.py from CC0 and public-domain texts (HistoryAtState/milestones, rdcr, FRUS) and a treaty text.",
        *common_words(sorted(texts)),
    ]
    (OUT / "common_words.txt").write_text("\n".join(words) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
