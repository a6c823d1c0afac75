"""What came last, as an Atom feed (RFC 4287) that any reader of news takes in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import NAMESPACE_OID, uuid5
from xml.sax.saxutils import escape, quoteattr

from detente.publish.plain import one_line

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML document may hold, not even escaped."""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a feed."""

    key: str
    """What it is known by for ever."""
    title: str
    link: str
    updated: str
    """RFC 3339."""
    summary: str
    category: str = ""


def feed(title: str, key: str, items: Iterable[Item], *, updated: str, home: str, self_link: str, author: str, rights: str = "") -> str:
    """The feed. Identifiers are made of keys alone, so that they outlast a move to another address; every text is escaped."""
    head = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<title>{text(title)}</title>",
        f"<id>{_urn(key)}</id>",
        f"<updated>{text(updated)}</updated>",
        f"<author><name>{text(author)}</name></author>",
        f"<link href={attribute(home)}/>",
        f'<link rel="self" type="application/atom+xml" href={attribute(self_link)}/>',
        *([f"<rights>{text(rights)}</rights>"] if rights else []),
    ]
    return "\n".join([*head, *map(_entry, items), "</feed>", ""])


def text(words: str) -> str:
    """``words`` as the content of an element."""
    return escape(_NO_XML.sub("\N{REPLACEMENT CHARACTER}", one_line(words)))


def attribute(words: str) -> str:
    """``words`` as the value of an attribute, with its quotes."""
    return quoteattr(_NO_XML.sub("\N{REPLACEMENT CHARACTER}", one_line(words)))


def _entry(item: Item) -> str:
    lines = [
        "<entry>",
        f"<title>{text(item.title)}</title>",
        f"<id>{_urn(item.key)}</id>",
        f"<updated>{text(item.updated)}</updated>",
        f"<link href={attribute(item.link)}/>",
        *([f"<category term={attribute(item.category)}/>"] if item.category else []),
        f"<summary>{text(item.summary)}</summary>",
        "</entry>",
    ]
    return "\n".join(lines)


def _urn(key: str) -> str:
    return uuid5(NAMESPACE_OID, f"detente {key}").urn
