"""Plain text: the stored text is the file's own, so that offsets into it are offsets into the file's text."""

from __future__ import annotations

from detente.read.content import Content
from detente.read.decode import decode
from detente.read.sniff import PLAIN


def read_plain(raw: bytes, path: str) -> Content:
    """A plain text as it stands. Its layout is found by segmenting."""
    return Content(decode(raw, path), PLAIN)
