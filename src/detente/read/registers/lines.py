"""Rows of JSON lines, each written out as a line that people can read, with the place of every value in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from detente.model.register import Field, Row, RowProblem
from detente.model.span import Span

LONGEST = 65_536
"""Characters of a row; no list of people and days has longer ones."""

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""Characters that an escape can smuggle in and that neither UTF-8 nor SQLite can hold; each becomes U+FFFD."""


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
            found = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield RowProblem(place, f"the line is not an object of JSON ({error})")
            continue
        if not isinstance(found, dict):
            yield RowProblem(place, "the line is not an object of JSON")
            continue
        row = written(place, {key: _values(value) for key, value in found.items()})
        yield Row(place, row.text, {name: fields for name, key in columns.items() if (fields := row.fields.get(key, ()))})


def written(place: str, values: Mapping[str, Sequence[str]]) -> Row:
    """A row as one line with the place of every value in it."""
    text = ""
    fields: dict[str, tuple[Field, ...]] = {}
    for name, found in values.items():
        kept = [" ".join(value.split()) for value in found if value.strip()]
        if not kept:
            continue
        text += f"{'; ' if text else ''}{name.replace('_', ' ')}: "
        placed = []
        for number, value in enumerate(kept):
            text += ", " if number else ""
            placed.append(Field(value, Span(len(text), len(text) + len(value))))
            text += value
        fields[name] = tuple(placed)
    return Row(place, text, fields)


def _values(value: Any) -> list[str]:
    """A string, a number or a list of them as texts; nothing for null and for what is no plain value."""
    if isinstance(value, list):
        return [text for one in value for text in _values(one)]
    if isinstance(value, str):
        return [_UNSTORABLE.sub("\ufffd", value)]
    return [f"{value}"] if isinstance(value, int | float) and not isinstance(value, bool) else []
