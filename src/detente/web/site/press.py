"""Writes one file after another into the folder of a site, and remembers which."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files
from pathlib import Path, PurePosixPath
from typing import Any

from detente.ask.evidence import Library
from detente.model.errors import RecordError
from detente.publish.data import dumps
from detente.store.base import Record
from detente.web import render
from detente.web.edition import Edition
from detente.web.links import FileLinks, Shelf
from detente.web.page import MENU, Entry, Page, View
from detente.web.selection import Selection
from detente.web.site.gate import Gate
from detente.web.snapshot import Snapshot

ADDED = {"Read": (Entry("story", "Story"),), "": (Entry("about", "Cite and download"),)}
"""What only a site has, by the heading that it stands under."""

STYLES = ("app.css", "site.css", "icon.svg", "site.js", "story.js")
"""Files of ours that pages ask for, besides the style that they share with the chronology that is one file."""


def menu() -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    """The menu without what needs a server and with what only a site has."""
    return tuple((heading, (*(entry for entry in held if not entry.live), *ADDED.get(heading, ()))) for heading, held in MENU)


class Press:
    """Makes files of pages. Everything goes through the gate."""

    def __init__(self, folder: Path, record: Record, snapshot: Snapshot, edition: Edition, shelf: Shelf, gate: Gate) -> None:
        self.folder, self.record, self.snapshot = folder, record, snapshot
        self.edition, self.shelf, self.gate = edition, shelf, gate
        self.listed: list[str] = []
        """Pages that a search engine may list."""
        self.files = 0
        self._menu = menu()
        self._static()

    def view(self, path: str, number: int = 1, rooted: bool = False) -> View:
        """What the page at ``path`` may ask. ``rooted`` is for a page that a server shows in any folder."""
        base = self.edition.base if rooted else ""
        links = FileLinks(depth=path.count("/"), shelf=self.shelf, mixed=self.edition.mixed, base=base)
        return View(self.record, self.snapshot, Selection(page=number), links, edition=replace(self.edition, path=path))

    def library(self) -> Library:
        """Evidence for one page."""
        return Library(self.record)

    def page(self, path: str, page: Page, number: int = 1, *, rooted: bool = False, ready: bool = False, listed: bool = True) -> None:
        """Write a page; ``ready`` says that its body has passed the gate. One that is not to be found is not listed."""
        body = page.body if ready else self.gate.pass_on(page.body)
        self.text(path, render.html(replace(page, body=body), self.view(path, number, rooted), self._menu))
        if listed and page.status == 200:
            self.listed.append(path)

    def data(self, path: str, value: Any) -> None:
        """Write JSON."""
        self.text(path, dumps(value, indent=1) + "\n")

    def text(self, path: str, text: str) -> None:
        """Write a text file. Raises RecordError where its name would lead out of the folder: a record is not to say where we write."""
        place = PurePosixPath(path)
        if place.is_absolute() or ".." in place.parts or "\\" in path or "\0" in path:
            raise RecordError(f"the record holds an identifier that is no name of a file: {path!r}")
        target = self.folder / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode("utf-8", errors="backslashreplace"))
        self.files += 1

    def _static(self) -> None:
        shared = files("detente.publish").joinpath("templates", "page.css").read_text(encoding="utf-8")
        self.text("static/base.css", shared)
        for name in STYLES:
            self.text(f"static/{name}", files("detente.web").joinpath("static", name).read_text(encoding="utf-8"))
