"""What a format reader hands back: a text, its layout so far, and what the file says about itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from detente.model.document import Block, BlockKind
from detente.model.edtf import Edtf
from detente.model.span import Span

_BLANKS = re.compile(r"[ \t\r\n\f\v\xa0\u2000-\u200a\u202f\u205f\u3000\u2028\u2029\x85\x1c-\x1f]+")
_INVISIBLE = re.compile(r"[\u00ad\u200b\u2060\ufeff\x00-\x08\x0e-\x1b\x7f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Content:
    """A document's text and metadata before it has an identity."""

    text: str
    media_type: str
    blocks: tuple[Block, ...] = ()
    title: str | None = None
    title_span: Span | None = None
    outlet: str | None = None
    published: Edtf | None = None
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A file inside a file: an attachment."""

    name: str
    raw: bytes


@dataclass(slots=True)
class TextBuilder:
    """Builds a stored text block by block, so that the spans are right by construction."""

    pieces: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    length: int = 0

    def add(self, words: str, kind: BlockKind, level: int | None = None, page: int | None = None) -> Span | None:
        """Append ``words`` (blanks made single, invisible characters dropped) as a block; nothing when it is blank."""
        plain = plain_line(words)
        if not plain:
            return None
        if self.blocks:
            self.pieces.append("\n\n")
            self.length += 2
        span = Span(self.length, self.length + len(plain))
        self.pieces.append(plain)
        self.blocks.append(Block(span, kind, level, page))
        self.length = span.end
        return span

    @property
    def text(self) -> str:
        """The stored text so far."""
        return "".join(self.pieces)


def plain_line(words: str) -> str:
    """``words`` on one line: blanks made single, soft hyphens and other invisible characters dropped."""
    return _BLANKS.sub(" ", _INVISIBLE.sub("", words)).strip()
