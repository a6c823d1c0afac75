"""Markdown: the stored text is the file's own, markup included; the blocks leave the markup out."""

from __future__ import annotations

import re

from detente.model.document import Block, BlockKind
from detente.model.edtf import Edtf
from detente.model.span import Span
from detente.read.content import Content
from detente.read.decode import decode
from detente.read.sniff import MARKDOWN

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\S)")
_QUOTE = re.compile(r" {0,3}(?:>[ \t]?)+")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}(?:[*_-][ \t]*){3,}$")
_TABLE = re.compile(r"\s*\|.*\|\s*$")
_TABLE_RULE = re.compile(r"\s*\|?[\s:|-]*-[\s:|-]*$")
_IMAGE = re.compile(r"\s*!\[([^\]]*)\]\([^)]*\)\s*$")
_FIELD = re.compile(r"([A-Za-z_]+):[ \t]*(.*?)[ \t]*$")
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


class _Walk:
    """The blocks of one Markdown text, line by line."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.blocks: list[Block] = []
        self.open: Span | None = None
        self.kind = BlockKind.PARAGRAPH
        self.fence: str | None = None
        self.at = start

    def run(self) -> list[Block]:
        while self.at < len(self.text):
            match = _LINE.match(self.text, self.at)
            end = match.end() if match else len(self.text)
            self.line(self.at, self.text[self.at : end].rstrip("\r\n"))
            self.at = max(end, self.at + 1)
        self.close()
        return self.blocks

    def close(self) -> None:
        if self.open is not None and len(self.open):
            self.blocks.append(Block(self.open, self.kind))
        self.open, self.kind = None, BlockKind.PARAGRAPH

    def line(self, at: int, line: str) -> None:
        fence = _FENCE.match(line)
        if fence is not None or self.fence is not None:
            self.close()
            if fence is not None and self.fence in (None, fence[1]):
                self.fence = None if self.fence else fence[1]
            return
        heading = _HEADING.match(line)
        if heading is not None:
            self.close()
            self.add(at + heading.start(2), heading[2], BlockKind.HEADING, len(heading[1]))
        elif self.open is not None and _UNDERLINE.match(line) and self.kind is BlockKind.PARAGRAPH and "\n" not in self.open.of(self.text):
            self.add(self.open.start, self.open.of(self.text), BlockKind.HEADING, 1 if "=" in line else 2)
            self.open = None
        elif not line.strip() or _RULE.match(line):
            self.close()
        else:
            self.prose(at, line)

    def prose(self, at: int, line: str) -> None:
        """A line that is text: a table row, a picture, a list item, or (the rest of) a paragraph."""
        if _TABLE.match(line):
            self.close()
            if not _TABLE_RULE.match(line):
                self.add(at, line, BlockKind.TABLE_ROW, None, "| \t")
            return
        image = _IMAGE.match(line)
        if image is not None:
            self.close()
            self.add(at + image.start(1), image[1], BlockKind.CAPTION, None)
            return
        quote = _QUOTE.match(line)
        skip = quote.end() if quote else 0
        item = _ITEM.match(line, skip)
        if item is not None:
            self.close()
            self.kind, skip = BlockKind.LIST_ITEM, item.end()
        words = line[skip:]
        lead = len(words) - len(words.lstrip())
        span = Span(at + skip + lead, at + skip + len(words.rstrip())) if words.strip() else None
        if span is not None:
            self.open = span if self.open is None else self.open.cover(span)

    def add(self, at: int, words: str, kind: BlockKind, level: int | None, strip: str = " \t") -> None:
        bare = words.strip(strip)
        start = at + len(words) - len(words.lstrip(strip))
        if bare:
            self.blocks.append(Block(Span(start, start + len(bare)), kind, level))


def read_markdown(raw: bytes, path: str) -> Content:
    """Headings, paragraphs, list items and table rows by offsets; title and date from the front matter or the first heading."""
    text = decode(raw, path)
    fields, start = _front_matter(text)
    blocks = _Walk(text, start).run()
    first = next((b for b in blocks if b.kind is BlockKind.HEADING), None)
    span = first.span if first is not None and first is blocks[0] and first.level == 1 else None
    if span is not None:
        blocks[0] = Block(span, BlockKind.TITLE, 1)
    title = fields.get("title") or (span.of(text) if span else None)
    published = _ISO.match(fields.get("date", ""))
    outlet = fields.get("outlet") or fields.get("source") or fields.get("publisher")
    return Content(text, MARKDOWN, tuple(blocks), title, span, outlet, _edtf(published[0]) if published else None)


def _front_matter(text: str) -> tuple[dict[str, str], int]:
    """The ``key: value`` lines between two ``---`` lines at the very start, and where the text goes on."""
    lines = text.splitlines(keepends=True)
    if not lines or lines[0].strip() != "---":
        return {}, 0
    at = len(lines[0])
    fields: dict[str, str] = {}
    for line in lines[1:200]:
        at += len(line)
        if line.strip() in ("---", "..."):
            return fields, at
        match = _FIELD.match(line.strip())
        if match is not None:
            fields[match[1].lower()] = match[2].strip("\"'")
    return {}, 0


def _edtf(text: str) -> Edtf | None:
    try:
        return Edtf.parse(text)
    except ValueError:
        return None
