"""What machines ask of a site: the feed of what came last, the list of pages, and who may read them."""

from __future__ import annotations

from detente.ask.catalog import Entry
from detente.publish.atom import Item, feed
from detente.publish.evidence import document_name
from detente.publish.sitemap import robots, sitemaps
from detente.publish.words import counted, label_of
from detente.rules.dates import date_words
from detente.web.site.press import Press

NEWS = 50
"""Entries of the feed."""
SLIDES = 100
"""Slides of the timeline: more than that TimelineJS shows too slowly to be of use."""

_LONG_AGO = "1970-01-01T00:00:00Z"


def write(press: Press) -> None:
    """``feed.xml``, ``robots.txt`` and, where it is known where the site will stand, ``sitemap.xml``."""
    press.text("feed.xml", _feed(press))
    press.text("robots.txt", robots(press.edition.base))
    if press.edition.base:
        paths = ["" if path == "index.html" else path for path in press.listed]
        for name, text in sitemaps(press.edition.base, paths, press.edition.work.day).items():
            press.text(name, text)


def _feed(press: Press) -> str:
    newest = _newest(press)
    library = press.library()
    library.fetch([entry.fact for _, entry in newest])
    items = []
    for came, entry in newest:
        fact = entry.fact
        told = next(iter(library.of(fact)), None)
        evidence = press.gate.evidence(told) if told else None
        said = f" “{evidence.quote}” ({document_name(evidence.document)})" if evidence else ""
        summary = f"{date_words(fact.date)}; {label_of(fact)}; {counted(fact.sources, 'source')}.{said}"
        link = press.edition.address(f"event/{fact.id}.html")
        items.append(Item(f"event {fact.id}", fact.title, link, came, summary, label_of(fact)))
    work = press.edition.work
    updated = max((came for came, _ in newest), default=f"{work.day}T00:00:00Z" if work.day else _LONG_AGO)
    return feed(
        work.title,
        f"record {' '.join(press.snapshot.parties)}",
        items,
        updated=updated,
        home=press.edition.base or "index.html",
        self_link=press.edition.address("feed.xml"),
        author=work.publisher or work.tool,
        rights=work.licence,
    )


def _newest(press: Press) -> list[tuple[str, Entry]]:
    """The facts whose first document came in last, with when that was."""
    held = press.snapshot.documents
    came = (
        (min((held[d].received or _LONG_AGO for d in e.documents if d in held), default=_LONG_AGO), e)
        for e in press.snapshot.catalog.entries
    )
    ranked = sorted(came, key=lambda pair: (-pair[1].fact.importance, pair[1].fact.id))
    return sorted(ranked, key=lambda pair: pair[0], reverse=True)[:NEWS]
