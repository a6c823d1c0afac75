"""Which file holds which lines: years packed into pages of the chronology, people and quotes with a file of their own."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby

from detente.ask.catalog import Entry
from detente.model.folding import fold
from detente.rules.dates import section_year
from detente.web.pages.chronology import TOLD, Year
from detente.web.snapshot import Snapshot

SIZE = 400
"""Lines on a page of the chronology: about 200 KB. A year that has more is told on several pages."""
QUOTES = 200
"""Quotes on a page of a document."""
LETTERS = 40
"""Of a person's name in the name of a file."""

_OTHER = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Part:
    """One page of the chronology: the lines of some years."""

    file: str
    label: str
    entries: tuple[Entry, ...]
    years: tuple[int | None, ...]
    """Those whose first line stands here."""
    number: int = 1
    """Of the pages that share a label."""

    @property
    def title(self) -> str:
        """What the page is called."""
        return f"{self.label}, part {self.number}" if self.number > 1 else self.label


@dataclass(frozen=True, slots=True)
class Range:
    """Some years in the list of pages: their first page."""

    file: str
    label: str
    number: int
    here: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What a page of the chronology shows."""

    total: int
    number: int
    """Lines here."""
    undated: int
    ranges: tuple[Range, ...]
    years: tuple[Year, ...]
    before: Range | None = None
    after: Range | None = None
    landing: bool = False
    """Whether these are the milestones of a chronology that is told on other pages."""


def parts(snapshot: Snapshot) -> tuple[Part, ...]:
    """The chronology cut into pages between years; a single page is called ``chronology.html``."""
    entries = snapshot.catalog.page(_told(snapshot))
    packs = _packs([(year, list(held)) for year, held in groupby(entries, key=lambda entry: section_year(entry.fact.date))])
    if len(packs) <= 1:
        years = tuple(dict.fromkeys(section_year(entry.fact.date) for entry in entries))
        return (Part("chronology.html", "All", tuple(entries), years),)
    return _named(packs)


def _packs(years: Iterable[tuple[int | None, list[Entry]]]) -> list[list[Entry]]:
    """Lines of whole years together as far as a page holds them; what has no date has pages of its own."""
    packs: list[list[Entry]] = []
    for year, held in years:
        fits = packs and year is not None and len(packs[-1]) + len(held) <= SIZE
        if fits:
            packs[-1] += held
        else:
            packs += [held[start : start + SIZE] for start in range(0, len(held), SIZE)]
    if len(packs) == 2 and len(packs[0]) + len(packs[1]) <= SIZE:
        return [packs[0] + packs[1]]
    return packs


def _named(packs: Sequence[Sequence[Entry]]) -> tuple[Part, ...]:
    found, seen, names = [], set[int | None](), dict[str, int]()
    for held in packs:
        years = list(dict.fromkeys(section_year(entry.fact.date) for entry in held))
        label = _label(years)
        names[label] = names.get(label, 0) + 1
        number = names[label]
        file = f"chronology-{_OTHER.sub('-', label.lower().replace('–', '-'))}{f'-{number}' if number > 1 else ''}.html"
        new = tuple(year for year in years if year not in seen)
        seen.update(years)
        found.append(Part(file, label, tuple(held), new, number))
    return tuple(found)


def _label(years: Sequence[int | None]) -> str:
    named = [str(year) if year > 0 else f"{1 - year} BC" for year in years if year is not None]
    if not named:
        return "undated"
    return named[0] if len(named) == 1 else f"{named[0]}–{named[-1]}"


def year_files(found: Sequence[Part], asked: Iterable[str]) -> dict[str, str]:
    """The file and place of each year of ``asked``; of one that has no line of its own, the page where it would stand."""
    own = {year: part.file for part in found for year in part.years if year is not None}
    known = sorted(own)
    files = {str(year): f"{file}#y{year}" for year, file in own.items()}
    for text in asked:
        if text.isdigit() and text not in files and known:
            files[text] = own[known[max(0, bisect_right(known, int(text)) - 1)]]
    return files


def ranges(found: Sequence[Part], here: Part | None = None) -> tuple[Range, ...]:
    """The list of pages, those of one label as one; empty where there is one page."""
    if len(found) < 2:
        return ()
    held = {label: list(group) for label, group in groupby(found, key=lambda part: part.label)}
    return tuple(
        Range(group[0].file, label, sum(len(part.entries) for part in group), here is not None and here.label == label)
        for label, group in held.items()
    )


def beside(found: Sequence[Part], here: Part) -> tuple[Range | None, Range | None]:
    """The page before and the page after."""
    at = found.index(here)
    around = [found[place] if 0 <= place < len(found) else None for place in (at - 1, at + 1)]
    before, after = (Range(part.file, part.title, len(part.entries)) if part is not None else None for part in around)
    return before, after


def person_files(snapshot: Snapshot) -> dict[str, str]:
    """The file of each person, under every spelling of the name. Letters of the name make it readable, a sum makes it the only one."""
    files = {name: f"people/{_slug(name)}.html" for name in snapshot.catalog.values("person")}
    spelled = {name: files[one] for name, one in snapshot.catalog.spelled.items() if one in files}
    return {**spelled, **files}


def _slug(name: str) -> str:
    letters = _OTHER.sub("-", fold(name)).strip("-")[:LETTERS].strip("-")
    return f"{letters}-{sha256(name.encode(errors='backslashreplace')).hexdigest()[:8]}".lstrip("-")


def listing_files(snapshot: Snapshot) -> dict[tuple[str, str], str]:
    """The file of each place and of each field that the chronology tells something of."""
    told = _told(snapshot)
    held = ((facet, value, mask) for facet in ("place", "field") for value, mask in snapshot.catalog.values(facet).items())
    return {(facet, value): f"{facet}/{_slug(value)}.html" for facet, value, mask in held if mask & told}


def _told(snapshot: Snapshot) -> int:
    """What a chronology tells, as bits."""
    mask = 0
    for kind in TOLD:
        mask |= snapshot.catalog.values("fact").get(kind, 0)
    return mask


def turned(quotes: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """The page of its document that each statement stands on, of those beyond the first page. ``quotes`` are statements by document."""
    return {statement: place // QUOTES + 1 for held in quotes.values() for place, statement in enumerate(held) if place >= QUOTES}
