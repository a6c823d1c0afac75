"""Addresses of pages: one way for the server, another for files that open from a disk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol
from urllib.parse import quote

from detente.web.selection import Selection


class Links(Protocol):
    """How a page names another."""

    @property
    def live(self) -> bool:
        """Whether a server answers: what asks or changes something is left out of files."""

    def to(self, page: str, selection: Selection | None = None) -> str:
        """A page of the menu, with the day that was chosen, or with a whole selection."""

    def year(self, year: str | int) -> str:
        """The chronology of a year."""

    def event(self, identifier: str) -> str:
        """The page of a fact."""

    def document(self, sha256: str, statement: str = "") -> str:
        """The page of a document, at the characters of a statement."""

    def person(self, name: str) -> str:
        """The page of a person."""

    def static(self, name: str) -> str:
        """A style sheet, script or picture of ours."""


@dataclass(frozen=True)
class ServerLinks:
    """Addresses that a server answers."""

    selection: Selection
    live: bool = True

    @cached_property
    def _day(self) -> str:
        """What every link to another page carries."""
        return self.selection.only_day().query

    def to(self, page: str, selection: Selection | None = None) -> str:
        """A page of the menu."""
        path = "/" if page == "overview" else f"/{page}"
        return f"{path}{self._day if selection is None else selection.query}"

    def year(self, year: str | int) -> str:
        """The chronology of a year."""
        return f"/chronology{self._day}{'&' if self._day else '?'}year={year}"

    def event(self, identifier: str) -> str:
        """The page of a fact."""
        return f"/event/{identifier}{self._day}"

    def document(self, sha256: str, statement: str = "") -> str:
        """The page of a document."""
        return f"/document/{sha256[:16]}{self._day}{f'#s-{statement}' if statement else ''}"

    def person(self, name: str) -> str:
        """The page of a person."""
        return f"/people/{quote(name, safe='')}{self._day}"

    def static(self, name: str) -> str:
        """A file of ours."""
        return f"/static/{name}"


@dataclass(frozen=True, slots=True)
class Shelf:
    """Which file holds what, where the name alone does not say."""

    years: Mapping[str, str] = field(default_factory=dict)
    """The file and place of each year's chronology."""
    people: Mapping[str, str] = field(default_factory=dict)
    """The file of each person, under every spelling."""
    turned: Mapping[str, int] = field(default_factory=dict)
    """The page of its document that a statement's quote stands on, where that is not the first."""
    listings: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """The file of what happened at a place or in a field, by facet and value."""


@dataclass(frozen=True, slots=True)
class FileLinks:
    """Addresses relative to a page that lies ``depth`` folders deep, or under ``base`` where one is given."""

    depth: int = 0
    live: bool = False
    shelf: Shelf = field(default_factory=Shelf)
    mixed: bool = False
    """Whether some facts are ruled on and others not, so that each line says which."""
    base: str = ""

    def to(self, page: str, selection: Selection | None = None) -> str:
        """A page of the menu; a selection is what only a server answers, and its page number the only part that is a file."""
        name = "index" if page == "overview" else page
        number = f"-{selection.page}" if selection is not None and selection.page > 1 else ""
        return f"{self._up}{name}{number}.html"

    def year(self, year: str | int) -> str:
        """The chronology at a year."""
        return f"{self._up}{self.shelf.years.get(str(year), 'chronology.html')}"

    def event(self, identifier: str) -> str:
        """The page of a fact."""
        return f"{self._up}event/{identifier}.html"

    def document(self, sha256: str, statement: str = "") -> str:
        """The page of a document, at the quote of a statement."""
        turned = self.shelf.turned.get(statement, 1)
        return f"{self._up}document/{sha256[:16]}{f'-{turned}' if turned > 1 else ''}.html{f'#s-{statement}' if statement else ''}"

    def person(self, name: str) -> str:
        """The page of a person; of one who has none, where the people are listed."""
        return f"{self._up}{self.shelf.people.get(name, 'people.html')}"

    def listing(self, facet: str, value: str) -> str:
        """What happened at a place or in a field; the chronology where that has no page of its own."""
        return f"{self._up}{self.shelf.listings.get((facet, value), 'chronology.html')}"

    def static(self, name: str) -> str:
        """A file of ours."""
        return f"{self._up}static/{name}"

    def file(self, path: str) -> str:
        """Any other file of the edition."""
        return f"{self._up}{path}"

    @property
    def _up(self) -> str:
        return self.base or "../" * self.depth
