"""What an edition holds, how to cite it, under which licence, and its files to be downloaded."""

from __future__ import annotations

from dataclasses import dataclass

from detente.publish.citation import Citation
from detente.web.page import Page
from detente.web.site.press import Press
from detente.web.site.shelves import Told

DOWNLOADS = ("chronology.csv", "facts.csv", "chronology.json", "timeline.json", "citation.json", "citation.bib")
"""In the folder ``data``, in the order in which they are offered; what each is the template says."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file to be downloaded."""

    name: str
    size: str


@dataclass(frozen=True, slots=True)
class About:
    """The page."""

    citation: Citation
    downloads: tuple[Download, ...]
    events: int
    reviewed: int
    unreviewed: int


def write(press: Press) -> None:
    """The page and the two files for reference managers. Comes after the data files, whose sizes it names."""
    citation = press.edition.citation
    press.data("data/citation.json", [citation.csl])
    press.text("data/citation.bib", citation.bibtex + "\n")
    downloads = tuple(Download(name, size_words((press.folder / "data" / name).stat().st_size)) for name in DOWNLOADS)
    body = About(citation, downloads, len(press.snapshot.catalog), press.edition.reviewed, press.edition.unreviewed)
    press.page("about.html", Page("about", "about.page.html", "Cite and download", body))


def told_page(label: str, body: Told) -> Page:
    """A page of the chronology."""
    return Page("chronology", "told.page.html", f"Chronology {label}".strip(), body)


def size_words(size: int) -> str:
    """ "740 bytes", "12 KB", "3.4 MB"."""
    if size < 1000:
        return f"{size} bytes"
    return f"{size / 1000:.0f} KB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"
