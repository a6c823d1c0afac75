"""Rows of JSON lines, kept word for word, with the place of every value in its line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from detente.model.register import Field, Row, RowProblem
from detente.model.span import Span

LONGEST = 65_536
"""Characters of a row; no list of people and days has longer ones."""

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""Characters that an escape can smuggle in and that neither UTF-8 nor SQLite can hold; each becomes U+FFFD."""

_SPACE = " \t\r\n"
_decoder = json.JSONDecoder()


def json_rows(text: str, columns: Mapping[str, str], file: str = "") -> Iterator[Row | RowProblem]:
    """The rows of ``text`` in order; a line that is no object of JSON is a problem and the rest go on."""
    for number, line in enumerate(text.split("\n"), 1):
        line = line.rstrip("\r")
        if not line.strip():
            continue
        place = f"{file}, line {number}" if file else f"line {number}"
        if len(line) > LONGEST:
            yield RowProblem(place, f"the row is longer than {LONGEST} characters")
            continue
        try:
            found = _members(line)
        except (ValueError, RecursionError) as error:
            yield RowProblem(place, f"the line is not an object of JSON ({error})")
            continue
        yield Row(place, line, {name: fields for name, key in columns.items() if (fields := found.get(key, ()))})


def _members(line: str) -> dict[str, tuple[Field, ...]]:
    """The members of the object on ``line``, each value with its place. Raises ValueError."""
    at = _skip(line, 0)
    if line[at : at + 1] != "{":
        raise ValueError("it does not begin with {")
    found: dict[str, tuple[Field, ...]] = {}
    at = _skip(line, at + 1)
    while line[at : at + 1] == '"':
        key, at = _decoder.raw_decode(line, at)
        at = _skip(line, at)
        if line[at : at + 1] != ":":
            raise ValueError(f"no colon behind {key!r}")
        at = _skip(line, at + 1)
        fields, at = _value(line, at)
        found[key] = fields
        at = _skip(line, at)
        if line[at : at + 1] != ",":
            break
        at = _skip(line, at + 1)
    if line[at : at + 1] != "}" or line[at + 1 :].strip():
        raise ValueError("it does not end with }")
    return found


def _value(line: str, at: int) -> tuple[tuple[Field, ...], int]:
    """What stands at ``at``, a list as its members, and where it ends."""
    if line[at : at + 1] != "[":
        value, end = _decoder.raw_decode(line, at)
        return _field(line, value, at, end), end
    fields: list[Field] = []
    at = _skip(line, at + 1)
    while line[at : at + 1] not in ("]", ""):
        value, end = _decoder.raw_decode(line, at)
        fields += _field(line, value, at, end)
        at = _skip(line, end)
        if line[at : at + 1] == ",":
            at = _skip(line, at + 1)
    if line[at : at + 1] != "]":
        raise ValueError("a list does not end")
    return tuple(fields), at + 1


def _field(line: str, value: Any, start: int, end: int) -> tuple[Field, ...]:
    """A string or number as a field; nothing for an empty one, for null and for what is no plain value."""
    if isinstance(value, str):
        return (Field(_UNSTORABLE.sub("\ufffd", value), Span(start + 1, end - 1)),) if value.strip() else ()
    plain = isinstance(value, int | float) and not isinstance(value, bool)
    return (Field(line[start:end], Span(start, end)),) if plain else ()


def _skip(line: str, at: int) -> int:
    while at < len(line) and line[at] in _SPACE:
        at += 1
    return at
