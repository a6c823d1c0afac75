"""An official list read as one more source: its rows, and what the record keeps of where they came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from detente.model.span import Span

MEDIA_TYPE = "application/vnd.detente.register"
"""What marks a document as a register: its text is the rows that were kept, one a line."""


@dataclass(frozen=True, slots=True)
class Field:
    """One value of a row and where it stands in the row's own text."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of a register as the file has it. ``text[field.span]`` is the field as written."""

    place: str
    """Where it stands in the file, for people: ``line 12``, ``2010.xml, visit 14``."""
    text: str
    fields: Mapping[str, tuple[Field, ...]]
    """By the name that the kind of register gives the column; a column that is empty is not there."""

    def first(self, name: str | None) -> Field | None:
        """The first value of a column, or None where the row has none."""
        found = self.fields.get(name or "", ())
        return found[0] if found else None

    def value(self, name: str | None) -> str:
        """The first value of a column as text; empty where the row has none."""
        found = self.first(name)
        return found.value if found is not None else ""


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A row that could not be used: where it stands and why. It never keeps the other rows out."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What a register's file holds, whomever it is about."""

    sha256: str
    """Of the file's bytes; for a folder, of its files' names and bytes in order of name."""
    rows: tuple[Row, ...]
    problems: tuple[RowProblem, ...]
    header: str = ""
    """The line of column names that the rows of a CSV file follow; empty for other formats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterEntry:
    """One register as a record holds it. ``read == kept + elsewhere + len(problems)``."""

    name: str
    kind: str
    path: str
    document: str
    """The sha256 of its document, which holds the rows kept."""
    definition: str
    """The kind of register as it was defined when the rows were read, as YAML."""
    read: int
    kept: int
    elsewhere: int
    """Rows that are about others than the parties of the record."""
    problems: tuple[RowProblem, ...] = ()
    first: str | None = None
    """The first day that any of its rows tells of, whomever it is about (``YYYY-MM-DD``)."""
    last: str | None = None
    """The last one."""
    since: str = ""
    """When the record took it in (ISO 8601)."""
