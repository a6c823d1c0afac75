"""Writes data/gazetteers/offices.csv: heads of state and government, and ambassadors to and of the United States, with their days.

Sources, both CC0: the factbook's office holders ("since" dates and when each was seen) and the Historian's chiefs of mission.
The registers of visits and travels are left out on purpose: they check this table (quality/actors/check_offices.py).
Run: python tools/derive_offices.py REGISTERS
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from detente.rules.actors import Label, lexicon
from detente.rules.folding import fold

OUT = Path(__file__).parent.parent / "src" / "detente" / "data" / "gazetteers" / "offices.csv"
FIRST_YEAR = "1945"
"""Envoys of before are left out: the table is for texts about the world since the Second World War."""
FIELDS = ("country", "office", "holder", "short", "from", "to", "source")
TITLES = (
    (
        "prime_minister",
        r"prime minister|premier|chancellor|taoiseach|chairman of the council of ministers|head of government|minister of state",
    ),
    ("monarch", r"king|queen|emperor|sultan|amir|emir|grand duke|pope|paramount ruler|prince"),
    ("president", r"president|chairman of the presidency|chief of state|supreme leader|leader"),
)
"""How the factbook's titles map to the keys of the table; the first that fits counts, by role below."""
ROLE = {"chief of state": "president", "head of government": "prime_minister"}
GRADES = (
    "Vice|Deputy|Acting|Interim|Transitional|Transition|Crown|Federal|State|Air|Lt.|Lieutenant|Major|Brig.|Maj."
    "|Captain|Field|Col.|Gen.|Sr.|Senior|Chief"
)
HEADS = (
    "President|Prime Minister|Premier|Chancellor|Taoiseach|King|Queen|Emperor|Sultan|Amir|Emir|Prince|Pope"
    "|Ambassador|Chairman|Gen.|General|Col.|Colonel|Dr."
    "|Sir|Sheikh|Shaikh|Governor General|Governor-General|Chief Executive|Captain|Marshal|Field Marshal|Sayyid"
    "|Supreme Leader|Grand Duke|Administrator|Head|Mr."
    "|Dame|Co-prince|Co-princes|Rev.|Hon.|Imam|Ayatollah|Minister"
)
LEADING = re.compile(rf"(?:(?:(?:{GRADES}) )*(?:{HEADS})[ ,]+)*".replace(".", r"\."))
"""Titles before a name in the factbook."""
PLACES = {
    "korea": "KOR",
    "serbia-and-montenegro": "SCG",
    "congo-democratic-republic": "COD",
    "ussr": "SUN",
    "soviet-union": "SUN",
    "china": "CHN",
    "holy-see": "VAT",
    "european-union": "EU",
    "asean": "ASEAN",
    "african-union": "AU",
    "vietnam-south": "RVN",
    "viet-nam": "VNM",
    "yemen-arab-republic": "YEM",
    "The Bahamas": "BHS",
    "The Gambia": "GMB",
    "The Dominican": "DOM",
    "Holy See (Vatican City)": "VAT",
    "Laos or Lao PDR": "LAO",
    "albania-1946": "ALB",
    "bosnia-herzegovina": "BIH",
    "congo-kinshasa": "COD",
    "cote-divoire": "CIV",
    "czechoslovakia-1993": "CSK",
    "micronesia-federated-states-of": "FSM",
    "saint-vincent-and-grenadines": "VCT",
    "socialist-federal-republic-of-yugoslavia-1992": "YUG",
    "yugoslavia-1946": "YUG",
    "south-vietnam-1975": "RVN",
    "state-of-vietnam-1955": "RVN",
}
"""Register names that are no English country name."""
DEPENDENT = frozenset({"NCL", "GRL", "HKG", "MAC", "PRI", "COK", "NIU", "GIB", "FLK", "BMU", "ESH"})
"""Places whose head of state is another country's."""


def country_code(name: str | None) -> str | None:
    """The code of a country by its English name or by a register's slug."""
    if name is None or name in PLACES:
        return PLACES.get(name or "")
    words = " ".join(w if w in ("and", "of", "the") else w[:1].upper() + w[1:] for w in name.replace("-", " ").replace(", The", "").split())
    for form in (name, words, words.replace("Guinea Bissau", "Guinea-Bissau")):
        hits = [h for h in lexicon().hits(fold(form).text) if h.entry.label is Label.NAME and h.end - h.start == len(form)]
        if hits:
            return hits[0].entry.code
    return None


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Each JSON line of ``path``."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def holder_name(text: str) -> tuple[str, str] | None:
    """A factbook holder ("President Joseph R. BIDEN, Jr.") as a name and the family words, or None where the seat is empty."""
    text = re.sub(r"\(.*?\)|\".*?\"|,.*|;.*|note .*", "", text).strip()
    name = LEADING.sub("", text, count=1).strip()
    if not name or "vacant" in name.lower() or re.search(r"\d|\bof\b|\bRepresent|Ambassador|Minister|President", name):
        return None
    family = [
        w for w in name.split() if w.isupper() and len(w.strip(".")) > 1 and w not in ("II", "III", "IV", "VI", "VII", "VIII", "XIV", "XVI")
    ]
    nice = " ".join(w if w not in family else "-".join(p[:1] + p[1:].lower() for p in w.split("-")) for w in name.split())
    short = " ".join("-".join(p[:1] + p[1:].lower() for p in w.split("-")) for w in family) or name.split()[-1]
    return re.sub(r"\bMc([a-z])", lambda m: "Mc" + m[1].upper(), nice), short


def office_key(role: str, text: str) -> str:
    """Which office the factbook's wording names, within its role."""
    small = text.lower()
    keys = ("monarch", "president") if role == "chief of state" else ("prime_minister", "president", "monarch")
    for key, pattern in TITLES:
        if key in keys and re.match(rf"(?:\w+ )?(?:{pattern})\b", small):
            return key
    return ROLE[role]


def factbook(path: Path) -> Iterator[tuple[str, ...]]:
    """Heads of state and government, and ambassadors, each until the next one's first day."""
    lines: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in rows(path):
        code = country_code(row["country"])
        if code is not None and code not in DEPENDENT and row["since"]:
            lines[code, row["role"]].append(row)
    for (code, role), entries in sorted(lines.items()):
        entries.sort(key=lambda r: (r["since"], r["first_seen"]))
        for entry, following in zip(entries, [*entries[1:], None], strict=True):
            named = holder_name(entry["holder"])
            if named is None:
                continue
            until = following["since"] if following is not None else ("" if entry["last_seen"] >= "2025-12" else entry["last_seen"])
            if until == entry["since"]:
                continue
            yield from _factbook_row(code, role, entry, named, until)


def _factbook_row(code: str, role: str, entry: dict[str, Any], named: tuple[str, str], until: str) -> Iterator[tuple[str, ...]]:
    days = (full_day(entry["since"], first=True), full_day(until, first=False))
    if role in ROLE:
        yield (code, office_key(role, entry["holder"]), *named, *days, "factbook")
    elif entry["holder"].startswith("Ambassador"):
        sender, receiver = (code, "USA") if role == "ambassador to the US" else ("USA", code)
        yield (sender, f"ambassador:{receiver}", *named, *days, "factbook")


def full_day(text: str, first: bool) -> str:
    """A day for a month or a year: its first or its last."""
    if not text:
        return ""
    if len(text) == 4:
        return f"{text}-01-01" if first else f"{text}-12-31"
    return f"{text}-{'01' if first else '28'}" if len(text) == 7 else text


def missions(path: Path) -> Iterator[tuple[str, ...]]:
    """US ambassadors and ministers, from credentials (or appointment) to the end of the mission."""
    for row in rows(path):
        if row["kind"] != "chief_of_mission" or "charge" in row["role"] or not row["ended"]:
            continue
        code = country_code(row["contemporary_territory"]) or country_code(row["territory"])
        since = row["credentials"] or row["arrived"] or row["appointed"]
        if code is None or not since or row["ended"] < FIRST_YEAR:
            continue
        name = row["person"]
        short = [w for w in name.replace(",", "").split() if w not in ("Jr.", "Sr.", "II", "III", "IV")][-1]
        yield ("USA", f"ambassador:{code}", name, short, full_day(since, True), full_day(row["ended"], False), "pocom")


def joined(found: list[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """``found`` with the unbroken tenures of one holder as one row, and what two registers both tell told once."""
    held: tuple[str, ...] | None = None
    for row in found:
        if held is not None and held[:2] == row[:2] and held[3] == row[3] and row[4] <= (held[5] or "9999")[:7] + "-99":
            held = (*held[:5], "" if not held[5] or not row[5] else max(held[5], row[5]), held[6])
            continue
        if held is not None:
            yield held
        held = row
    if held is not None:
        yield held


def main(registers: Path) -> None:
    """Write the table, sorted, each tenure once."""
    found = [*factbook(registers / "officeholders_factbook.jsonl"), *missions(registers / "us_chiefs_of_mission.jsonl")]
    kept = list(joined(sorted(found, key=lambda r: (r[:2], r[4], r[6]))))
    with OUT.open("w", encoding="utf-8", newline="") as file:
        file.write("# Derived by tools/derive_offices.py from CC0 registers: factbook/factbook.json, HistoryAtState/pocom.\n")
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(FIELDS)
        writer.writerows(kept)
    print(len(kept), "tenures")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
