"""HTML pages: the main text by trafilatura, without navigation, with headings, lists, tables and captions kept apart."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from detente.model.document import BlockKind
from detente.model.edtf import Edtf
from detente.read.content import Content, TextBuilder, plain_line
from detente.read.decode import decode
from detente.read.page import BREAK_MARK, CAPTION_MARK, lines, prepare, without_marks
from detente.read.sniff import HTML

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{2,40})", re.I)
_HEAD_BYTES = 4096
_EARLIEST, _LATEST = "1900-01-01", "2199-12-31"
"""Fixed bounds for htmldate, whose own upper bound is today: the same page must give the same date tomorrow."""
_LEAST_WORDS = 8
"""Fewer words than this and boiling down has thrown the text away with the rest: the whole page is taken instead."""
_SITE_TAIL = re.compile(r"\s+[|–—»·-]\s+([^|–—»·]{2,60})")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCK_TAGS = frozenset({"p", "div", "li", "td", "th", "dd", "dt", "blockquote", "section", "article", "pre", "figcaption", "caption"})
_GROUP_TAGS = frozenset({"tr", "ul", "ol", "table", "body", "center", "main"})
_DROPPED = frozenset(
    {"script", "style", "noscript", "nav", "footer", "header", "aside", "form", "button", "select", "iframe", "svg", "head"}
)


def read_html(raw: bytes, path: str) -> Content:
    """The main text of a page with its title, outlet and publication date as its meta tags give them."""
    for library in ("trafilatura", "htmldate"):
        # They log each page they find nothing in as an error; here that is an outcome with a reason of its own.
        logging.getLogger(library).setLevel(logging.CRITICAL)
    source = without_marks(_decode(raw, path))
    page = parse_page(source)
    if page is None:
        return Content("", HTML)
    about = _metadata(page)
    body = _main_text(page)
    builder = TextBuilder()
    title = about.get("title")
    if body is not None:
        _add_title(builder, title, body)
        _add_body(builder, body, title)
    if body is None or len(builder.text.split()) < _LEAST_WORDS:
        builder = TextBuilder()
        add_page(builder, parse_page(source))
    span = next((b.span for b in builder.blocks if b.kind is BlockKind.TITLE), None)
    title = title or (span.of(builder.text) if span else None)
    return Content(builder.text, HTML, tuple(builder.blocks), title, span, about.get("outlet"), _published(source, about.get("url")))


def _decode(raw: bytes, path: str) -> str:
    """A page says its encoding in itself; where it does not, or is wrong, the bytes decide."""
    stated = _CHARSET.search(raw[:_HEAD_BYTES])
    if stated is not None:
        try:
            return raw.decode(stated[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(raw, path)


def parse_page(source: str) -> Any:
    """The page as a tree; None when there is nothing in it."""
    from lxml import html
    from lxml.etree import LxmlError

    bare = re.sub(r"^\s*<\?xml[^>]*\?>", "", source).replace("\x00", "")
    try:
        return html.document_fromstring(bare, parser=html.HTMLParser(huge_tree=False, remove_comments=True))
    except (LxmlError, ValueError):
        return None


def _metadata(page: Any) -> dict[str, str]:
    """Title, outlet and address, as far as the page states them."""
    from trafilatura.metadata import extract_metadata

    about = extract_metadata(page, date_config={"extensive_search": False, "min_date": _EARLIEST, "max_date": _LATEST})
    outlet = about.sitename or _site_in_title(page, about.title) or about.hostname or _host(about.url)
    found = {"title": about.title, "outlet": outlet, "url": about.url}
    return {name: plain_line(value) for name, value in found.items() if value and plain_line(value)}


def _site_in_title(page: Any, title: str | None) -> str | None:
    """The name that the page's title carries after the headline ("Talks resume | Caribe Hoy")."""
    whole = plain_line(page.findtext(".//title") or "")
    tail = whole.removeprefix(plain_line(title or "")) if title else ""
    match = _SITE_TAIL.fullmatch(tail) if tail != whole else None
    return match[1] if match is not None else None


def _host(url: str | None) -> str | None:
    return (urlsplit(url).hostname or None) if url else None


def _main_text(page: Any) -> Any:
    """The body that trafilatura keeps of the page, captions marked; None when it keeps nothing."""
    from trafilatura import bare_extraction

    prepare(page)
    found = bare_extraction(
        page, include_comments=False, include_tables=True, include_links=False, include_formatting=False, with_metadata=False
    )
    return getattr(found, "body", None)


def _add_title(builder: TextBuilder, title: str | None, body: Any) -> None:
    """The page's own first heading is its title; where the text begins without one, the stated title is set before it."""
    first = next((element for element in body.iter("head", "p") if plain_line("".join(element.itertext()))), None)
    heads = first is not None and first.tag == "head" and first.get("rend") == "h1"
    if title and not heads:
        builder.add(title, BlockKind.TITLE)


def _add_body(builder: TextBuilder, body: Any, title: str | None) -> None:
    for kind, words, level in _walk(body):
        if kind is BlockKind.HEADING and level == 1 and not builder.blocks:
            kind = BlockKind.TITLE
        if words.startswith(CAPTION_MARK):
            kind, words = BlockKind.CAPTION, words[1:]
        repeated = kind is BlockKind.HEADING and title is not None and plain_line(words) == title
        for line in [] if repeated else lines(words):
            builder.add(line, kind, level)


def _walk(element: Any) -> Iterator[tuple[BlockKind, str, int | None]]:
    """The blocks of trafilatura's tree in order."""
    for child in element:
        tag = child.tag
        if tag == "head":
            yield BlockKind.HEADING, _words(child), _HEADINGS.get(child.get("rend") or "", 2)
        elif tag == "item":
            yield BlockKind.LIST_ITEM, _words(child), None
        elif tag == "row":
            yield BlockKind.TABLE_ROW, " | ".join(filter(None, (" ".join(lines(_words(cell))) for cell in child))), None
        elif tag in ("list", "table", "quote", "div", "body", "main") and (len(child) or tag != "quote"):
            if (child.text or "").strip():
                yield BlockKind.PARAGRAPH, child.text, None
            yield from _walk(child)
        else:
            yield BlockKind.PARAGRAPH, _words(child), None
        if (child.tail or "").strip():
            yield BlockKind.PARAGRAPH, child.tail, None


def _words(element: Any) -> str:
    return "".join(_texts(element)).strip()


def _texts(element: Any) -> Iterator[str]:
    """The text of ``element`` with its line breaks marked."""
    yield element.text or ""
    for child in element:
        if child.tag == "lb":
            yield BREAK_MARK
        yield from _texts(child)
        yield child.tail or ""


def add_page(builder: TextBuilder, page: Any) -> None:
    """Every visible block of a page or an HTML mail, when there is no main text to find."""
    if page is None:
        return
    words: list[str] = []
    kind: tuple[BlockKind, int | None] = (BlockKind.PARAGRAPH, None)

    def flush() -> None:
        builder.add("".join(words), kind[0], kind[1])
        words.clear()

    for event, element in _events(page):
        tag = element.tag
        if tag in _HEADINGS or tag in _BLOCK_TAGS or tag in _GROUP_TAGS or tag == "br":
            flush()
        if event == "start":
            if tag in _HEADINGS:
                kind = (BlockKind.HEADING, _HEADINGS[tag])
            elif tag in _BLOCK_TAGS or tag in _GROUP_TAGS:
                kind = (BlockKind.LIST_ITEM if tag == "li" else BlockKind.PARAGRAPH, None)
            words.append(element.text or "")
        else:
            if tag in _HEADINGS:
                kind = (BlockKind.PARAGRAPH, None)
            words.append(element.tail or "")
    flush()


def _events(page: Any) -> Iterator[tuple[str, Any]]:
    """Start and end of every visible element, without recursion: hostile pages nest deeply."""
    stack: list[tuple[Any, bool]] = [(page, False)]
    while stack:
        element, ending = stack.pop()
        if ending:
            yield "end", element
            continue
        if not isinstance(element.tag, str) or element.tag in _DROPPED:
            continue
        yield "start", element
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))


def _published(source: str, url: str | None) -> Edtf | None:
    """The date in the page's meta tags, no more precise than they are."""
    from htmldate import find_date

    try:
        found = find_date(source, extensive_search=False, original_date=True, url=url, min_date=_EARLIEST, max_date=_LATEST)
    except ValueError:
        return None
    if not found:
        return None
    year, month, day = found.split("-")
    if day == "01" and not re.search(rf"{year}\W?{month}\W?01|\b0?1\W+(?:[A-Za-z]+|{month})\W+{year}|[A-Za-z]+\W+0?1\W+{year}", source):
        return Edtf.parse(f"{year}-{month}")
    return Edtf.parse(found)
