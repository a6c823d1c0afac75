"""What every page is made from and what it hands on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

from detente.ask.evidence import Library
from detente.ask.views import Conflict
from detente.model.edtf import Edtf
from detente.rules.dates import date_words
from detente.rules.world import world
from detente.store.base import Record
from detente.web.edition import Edition
from detente.web.links import Links
from detente.web.selection import Selection
from detente.web.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the menu."""

    name: str
    label: str
    live: bool = False
    """Whether it needs a server."""
    rules: bool = False
    """Whether it is for those who decide."""


MENU: tuple[tuple[str, tuple[Entry, ...]], ...] = (
    (
        "Read",
        (
            Entry("overview", "Overview"),
            Entry("chronology", "Chronology"),
            Entry("figures", "Figures"),
            Entry("fields", "Fields"),
        ),
    ),
    (
        "Who and where",
        (Entry("people", "People and offices"), Entry("network", "Network"), Entry("map", "Map")),
    ),
    (
        "Weigh",
        (
            Entry("discrepancies", "Discrepancies"),
            Entry("sources", "Sources"),
            Entry("check", "Check an article", live=True),
            Entry("review", "Review", live=True, rules=True),
        ),
    ),
    ("", (Entry("help", "Help"),)),
)
"""The menu, in groups."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who looks at a page. Without sign-in, on one's own machine, everybody is the owner."""

    name: str = ""
    role: str = "reader"
    csrf: str = ""
    """What a form must send back."""

    @property
    def may_rule(self) -> bool:
        """Whether decisions are offered."""
        return self.role in ("reviewer", "owner")


ANYBODY = Reader()
"""Someone who may look and not decide."""


@dataclass(frozen=True)
class View:
    """What a page may ask: the record, its snapshot, and what the address chose."""

    record: Record
    snapshot: Snapshot
    selection: Selection
    links: Links
    reader: Reader = ANYBODY
    address: str = "/"
    """The path that was asked for."""
    edition: Edition | None = None
    """What is published as files says this of itself; None on a server."""

    @property
    def printed(self) -> str:
        """What paper says of where this page is."""
        return f"{self.address}{self.selection.query}" if self.address != "/" or self.selection.query else ""

    @property
    def twin(self) -> str:
        """The address of this page as JSON."""
        return f"{'/index' if self.address == '/' else quote(self.address)}.json{self.selection.query}"

    @cached_property
    def library(self) -> Library:
        """Evidence, looked up once for this page."""
        return Library(self.record)

    @property
    def as_of_day(self) -> str:
        """The day that the address chose, as a date field wants it; empty for now."""
        return self.selection.choice.as_of or ""

    @property
    def day_words(self) -> str:
        """That day for people."""
        return date_words(Edtf.parse(self.as_of_day)) if self.as_of_day else ""

    @property
    def built_words(self) -> str:
        """When the record was last built, for people."""
        run = self.snapshot.last_run
        return f"on {date_words(Edtf.parse(run.at[:10]))}" if run and run.at else ""

    @property
    def outlines(self) -> Mapping[str, str]:
        """The countries of the world as SVG paths, by code."""
        return world().paths

    def titles(self, conflict: Conflict) -> dict[str, str]:
        """The facts that a discrepancy is about, by identifier."""
        facts = self.snapshot.facts
        return {identifier: facts[identifier].title for identifier in conflict.discrepancy.facts if identifier in facts}

    @cached_property
    def chosen(self) -> int:
        """The facts that the address chose, as bits."""
        return self.snapshot.catalog.select(self.selection.choice)


@dataclass(frozen=True, slots=True)
class Page:
    """A page before it is drawn. ``body`` is what its template shows and what its JSON holds."""

    name: str
    """Its entry in the menu."""
    template: str
    title: str
    body: object
    status: int = 200
