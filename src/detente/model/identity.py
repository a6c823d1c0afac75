"""Identifiers that depend on content alone, so that any run on any machine gives the same ones."""

from __future__ import annotations

from hashlib import sha256

from detente.model.span import Span

ID_LENGTH = 16
"""Hexadecimal digits kept: 64 bits, enough that a record of a million statements meets no clash in practice."""

_BETWEEN = "\x1f"
"""Between the parts of what is hashed: the unit separator, so that ("ab", "c") and ("a", "bc") differ."""


def statement_id(document_sha256: str, fact: str, kind: str, span: Span, *parts: str | float | None) -> str:
    """The identifier of a statement: the same for the same content, whatever run, machine or hash seed made it.

    ``parts`` tells apart two statements of one kind at one span (a series, a value, a due date). ``None`` and ``""`` differ.
    """
    fields = [document_sha256, fact, kind, str(span.start), str(span.end)]
    fields += ["\x00" if part is None else f"{part:g}" if isinstance(part, float) else str(part) for part in parts]
    return sha256(_BETWEEN.join(fields).encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]
