"""The order in which a site is written: pages, events, documents, story, data, and what search engines and feeds want."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from detente.ask.rulings import refresh
from detente.model.errors import UsageError
from detente.model.fact import Review
from detente.publish.citation import Work
from detente.publish.data import dumps
from detente.publish.plain import one_line
from detente.rules.dates import date_words
from detente.store.base import Record
from detente.web.edition import Edition
from detente.web.links import Shelf
from detente.web.pages import discrepancies, fields, figures, missing, network, overview, people, places, sources
from detente.web.pages import help as help_page
from detente.web.pages.chronology import years
from detente.web.site import about, documents, events, extras, listings, moved, story
from detente.web.site.choose import published
from detente.web.site.data import Tables
from detente.web.site.folder import written
from detente.web.site.gate import Gate
from detente.web.site.press import Press
from detente.web.site.shelves import Part, Told, beside, listing_files, parts, person_files, ranges, turned, year_files
from detente.web.snapshot import Snapshot

LISTED = (("figures", figures.page), ("people", people.page), ("discrepancies", discrepancies.page), ("sources", sources.page))
"""Pages that may be several."""
SINGLE = (
    ("index", overview.page),
    ("fields", fields.page),
    ("network", network.page),
    ("map", places.page),
    ("help", help_page.page),
)
LEAST_QUOTE = 20
"""Characters below which a quote says nothing."""
LANDING = 150
"""Milestones on the first page of a chronology that is told on several."""
TITLES = "data/titles.js"
"""All titles of a chronology that is told on several pages, to be searched: a script, since a page of a disk may read nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What whoever publishes asks for."""

    only_reviewed: bool = False
    quote_limit: int = 300
    licence: str = ""
    publisher: str = ""
    base: str = ""
    force: bool = False


@dataclass(frozen=True, slots=True)
class Built:
    """What was written."""

    files: int
    events: int
    documents: int
    unreviewed: int


def build_site(record: Record, target: Path, wishes: Wishes) -> Built:
    """Write the record as files into ``target``, all of it or nothing. The same record and wishes give the same bytes."""
    if wishes.quote_limit < LEAST_QUOTE:
        raise UsageError(f"a quote of {wishes.quote_limit} characters says nothing; allow at least {LEAST_QUOTE}")
    base = _base(wishes.base)
    refresh(record)  # what people decided holds before anything is published
    with written(target, wishes.force) as folder:
        snapshot = published(record, wishes.only_reviewed)
        facts = documents.supported(snapshot)
        found = parts(snapshot)
        shelf = Shelf(
            years=year_files(found, snapshot.catalog.values("year")),
            people=person_files(snapshot),
            turned=turned(documents.quotes_by_document(record, facts)),
            listings=listing_files(snapshot),
        )
        edition = _edition(record, snapshot, wishes, base)
        gate = Gate(wishes.quote_limit)
        press = Press(folder, record, snapshot, edition, shelf, gate)
        _pages(press)
        _chronology(press, found)
        _people(press)
        _listings(press)
        _documents(press, facts)
        _events(press)
        moved.write(press)
        press.page("story.html", story.page(press.view("story.html"), press.library()))
        about.write(press)
        press.page("404.html", missing.page(missing.NOT_FOUND, "There is no such page in this edition of the record."), rooted=True)
        extras.write(press)
        return Built(press.files, len(snapshot.catalog), len(snapshot.documents), edition.unreviewed)


def _base(text: str) -> str:
    base = text.strip()
    if base and not base.startswith(("https://", "http://")):
        raise UsageError(f"{base} is no address; write it whole, such as https://example.org/record/")
    if any(character.isspace() or character in "<>\"'?#" for character in base):
        raise UsageError(f"{base} holds characters that the address of a folder cannot have")
    return f"{base.rstrip('/')}/" if base else ""


def _edition(record: Record, snapshot: Snapshot, wishes: Wishes, base: str) -> Edition:
    run = snapshot.last_run
    unreviewed = snapshot.catalog.values("review").get(Review.UNREVIEWED.value, 0).bit_count()
    work = Work(
        title=f"{' – '.join(snapshot.names)}: the sourced record of how they get on",
        version=record.digest()[:12],
        day=run.at[:10] if run else "",
        tool=f"detente {run.version}" if run else "detente",
        documents=len(snapshot.documents),
        publisher=wishes.publisher.strip(),
        licence=wishes.licence.strip(),
        address=base,
    )
    return Edition(work, base, "", len(snapshot.catalog) - unreviewed, unreviewed, wishes.quote_limit)


def _pages(press: Press) -> None:
    for name, make in SINGLE:
        press.page(f"{name}.html", make(press.view(f"{name}.html")))
    for name, make in LISTED:
        first = make(press.view(f"{name}.html"))
        press.page(f"{name}.html", first)
        for number in range(2, getattr(first.body, "pages", 1) + 1):
            path = f"{name}-{number}.html"
            press.page(path, make(press.view(path, number)), number)


def _chronology(press: Press, found: tuple[Part, ...]) -> None:
    total = sum(len(part.entries) for part in found)
    undated = press.snapshot.catalog.values("year").get("", 0)
    loose = sum(1 for part in found for entry in part.entries if undated >> press.snapshot.catalog.numbers[entry.fact.id] & 1)
    for part in found:
        view = press.view(part.file)
        body = Told(total, len(part.entries), loose, ranges(found, part), years(list(part.entries), view), *beside(found, part))
        press.page(part.file, about.told_page(part.title if len(found) > 1 else "", body))
    if len(found) > 1:
        view = press.view("chronology.html")
        great = story.chosen(view, LANDING, LANDING)
        body = Told(total, len(great), loose, ranges(found), years(great, view), landing=True)
        press.page("chronology.html", about.told_page("", body))
        titles = [[entry.fact.id, date_words(entry.fact.date), one_line(entry.fact.title)] for part in found for entry in part.entries]
        press.text(TITLES, f"window.detenteTitles = {dumps(titles)};\n")


def _people(press: Press) -> None:
    for name in press.snapshot.catalog.values("person"):
        path = press.shelf.people[name]
        page = people.person(press.view(path), name)
        if page.status != missing.NOT_FOUND:
            press.page(path, page)


def _listings(press: Press) -> None:
    for (facet, value), path in press.shelf.listings.items():
        press.page(path, listings.page(press.view(path), facet, value))


def _documents(press: Press, facts: dict[str, str]) -> None:
    held = press.snapshot.sources(press.record).documents
    for use in held:
        for number, page in enumerate(documents.pages(press.record, press.snapshot, use, facts), 1):
            name = f"document/{use.document.sha256[:16]}{f'-{number}' if number > 1 else ''}.html"
            press.page(name, page, number)


def _events(press: Press) -> None:
    greatest = frozenset(entry.fact.id for entry in story.chosen(press.view("index.html"), extras.SLIDES, extras.SLIDES))
    with Tables(press, greatest) as tables:
        for told in events.told(press.record, press.snapshot, press.gate):
            path = f"event/{told.body.fact.id}"
            press.page(f"{path}.html", told.page, ready=True)
            press.data(f"{path}.json", events.as_data(told, press.edition))
            tables.add(told)
