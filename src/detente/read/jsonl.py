"""JSON lines: one document a line, ``{"id", "text", "published"?, "title"?, "outlet"?, "path"?}``."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from detente.model.document import Document, PublishedBasis
from detente.model.edtf import Edtf
from detente.model.errors import ReadError
from detente.model.span import Span
from detente.read.language import language_of
from detente.read.limits import Limits
from detente.read.report import log_error

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""Characters that neither UTF-8 nor SQLite can hold; each becomes U+FFFD, so offsets stay as given."""


def read_jsonl(lines: Iterable[str], on_error: Callable[[ReadError], None] = log_error, path: str = "-") -> Iterator[Document]:
    """The documents of ``lines`` in order. A bad line goes to ``on_error`` (path ``-:7`` for line 7) and the rest go on."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield _document(line, f"{path}:{number}")
        except ReadError as error:
            on_error(error)


def _document(line: str, place: str) -> Document:
    try:
        row: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ReadError(place, "not_json", f"The line is not JSON: {error}") from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise ReadError(place, "no_text", 'Each line must be an object with a "text": {"id": "a1", "text": "..."}.')
    text = _UNSTORABLE.sub("\ufffd", row["text"])
    if not text.strip():
        raise ReadError(place, "empty", "The text is empty.")
    if len(text) > Limits.current().text:
        raise ReadError(place, "too_large", "The text is longer than a document may be; split it, or set DETENTE_MAX_MB.")
    digest = hashlib.sha256(text.encode()).hexdigest()
    published = _date(row.get("published"), place)
    title = _field(row, "title")
    at = text.find(title, 0, len(title) + 200) if title else -1
    return Document(
        id=str(row["id"]) if row.get("id") is not None else digest[:16],
        path=_field(row, "path"),
        sha256=digest,
        text=text,
        title=title,
        title_span=Span(at, at + len(title)) if title and at >= 0 else None,
        outlet=_field(row, "outlet"),
        published=published,
        published_basis=PublishedBasis.GIVEN if published is not None else None,
        language=language_of(text),
    )


def _field(row: dict[str, Any], name: str) -> str | None:
    value = row.get(name)
    return _UNSTORABLE.sub("\ufffd", value) if isinstance(value, str) and value.strip() else None


def _date(value: Any, place: str) -> Edtf | None:
    if value in (None, ""):
        return None
    try:
        return Edtf.parse(str(value))
    except ValueError as error:
        raise ReadError(place, "bad_date", f'"published" is not an EDTF date such as 2019-05-03: {value!r}') from error
