"""Rows of a CSV file, kept word for word, with the place of every cell in its row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from detente.model.errors import ReadError
from detente.model.register import Field, Row, RowProblem
from detente.model.span import Span
from detente.read.registers.lines import LONGEST

SEPARATORS = ",;\t|"


def header_of(text: str) -> str:
    """The first line that says anything: the names of the columns."""
    return next((line.rstrip("\r") for line in text.split("\n") if line.strip()), "")


def csv_rows(text: str, columns: Mapping[str, str], file: str) -> Iterator[Row | RowProblem]:
    """The rows below the line of headings, in order. Raises ReadError where a column of the mapping has no heading."""
    header = header_of(text)
    separator = max(SEPARATORS, key=header.count)
    headings = [field.value.strip() for field in _cells(header, separator)]
    missing = [key for key in columns.values() if key not in headings]
    if missing and len(missing) == len(columns):
        said = ", ".join(headings)
        raise ReadError(file, "no_columns", f"None of the mapping's columns ({', '.join(missing)}) is a heading here: {said}.")
    places = {name: headings.index(key) for name, key in columns.items() if key in headings}
    begun = False
    for number, record in _records(text):
        if not begun:
            begun = True
            continue
        if len(record) > LONGEST:
            yield RowProblem(f"line {number}", f"the row is longer than {LONGEST} characters")
            continue
        cells = _cells(record, separator)
        if len(cells) != len(headings):
            yield RowProblem(f"line {number}", f"the row has {len(cells)} cells for {len(headings)} headings")
            continue
        yield Row(f"line {number}", record, {name: (cells[i],) for name, i in places.items() if cells[i].value.strip()})


def _records(text: str) -> Iterator[tuple[int, str]]:
    """(number of its first line, text) of each record; one goes on over a line's end within quotation marks."""
    held: list[str] = []
    first = 0
    quotes = 0
    for number, line in enumerate(text.split("\n"), 1):
        line = line.rstrip("\r")
        if not held and not line.strip():
            continue
        first = number if not held else first
        held.append(line)
        quotes += line.count('"')
        if quotes % 2 == 0 or sum(map(len, held)) > LONGEST:
            yield first, "\n".join(held)
            held, quotes = [], 0
    if held:
        yield first, "\n".join(held)


def _cells(record: str, separator: str) -> list[Field]:
    cells: list[Field] = []
    at = 0
    while True:
        if record[at : at + 1] == '"':
            end = _closing(record, at + 1)
            cells.append(Field(record[at + 1 : end].replace('""', '"'), Span(at + 1, end)))
            at = record.find(separator, end)
        else:
            end = record.find(separator, at)
            stop = len(record) if end < 0 else end
            cells.append(Field(record[at:stop], Span(at, stop)))
            at = end
        if at < 0:
            return cells
        at += 1


def _closing(record: str, at: int) -> int:
    """Where the quotation that began before ``at`` ends; two marks are one within it."""
    while True:
        end = record.find('"', at)
        if end < 0:
            return len(record)
        if record[end + 1 : end + 2] != '"':
            return end
        at = end + 2
