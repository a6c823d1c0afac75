"""How large an input may be, so that one file cannot take the machine's memory."""

from __future__ import annotations

import os
from dataclasses import dataclass

_MIB = 1024 * 1024
TEXT_BYTES = 32 * _MIB
"""Plain text, Markdown, HTML or mail of this size is some five million words: a library, not a document."""
FILE_BYTES = 256 * _MIB
"""PDF and DOCX carry pictures, so the file may be larger than its text."""
UNPACKED_BYTES = 512 * _MIB
"""What the parts of a DOCX may add up to once unpacked; more is a ZIP bomb."""
VARIABLE = "DETENTE_MAX_MB"
"""The environment variable that raises (or lowers) every limit, in MiB."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The most bytes that each kind of input may have."""

    text: int = TEXT_BYTES
    file: int = FILE_BYTES
    unpacked: int = UNPACKED_BYTES

    @classmethod
    def current(cls) -> Limits:
        """The limits in force: the defaults, or what ``DETENTE_MAX_MB`` says for all of them."""
        stated = os.environ.get(VARIABLE, "").strip()
        if not stated.isdigit() or int(stated) == 0:
            return cls()
        size = int(stated) * _MIB
        return cls(size, size, size)
