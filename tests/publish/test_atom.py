from __future__ import annotations

import pytest
from lxml import etree

from detente.publish.atom import Item, feed
from tests.publish.attacks import ATTACKS

NAMES = {"a": "http://www.w3.org/2005/Atom"}
AT = "2024-03-10T08:00:00Z"


def made(*items: Item, title: str = "A record") -> etree._Element:
    text = feed(
        title, "record ERI ETH", items, updated=AT, home="https://example.org/", self_link="https://example.org/feed.xml", author="I"
    )
    return etree.fromstring(text.encode("utf-8"))


def said(root: etree._Element, path: str) -> list[str]:
    found = root.xpath(path, namespaces=NAMES)
    assert isinstance(found, list)
    return [str(item) for item in found]


def test_a_feed_has_what_every_feed_must_have() -> None:
    root = made(Item("event 1", "Signed", "https://example.org/event/1.html", AT, "In Asmara.", "agreement"))
    assert said(root, "/a:feed/a:title/text()") == ["A record"]
    assert said(root, "/a:feed/a:updated/text()") == [AT]
    assert said(root, "//a:entry/a:link/@href") == ["https://example.org/event/1.html"]
    assert said(root, "//a:entry/a:category/@term") == ["agreement"]
    assert all(name.startswith("urn:uuid:") for name in said(root, "//a:id/text()"))


def test_what_an_entry_is_known_by_depends_on_its_key_alone() -> None:
    one = made(Item("event 1", "Signed", "x", AT, ""))
    two = made(Item("event 1", "Signed in Asmara", "y", "2025-01-01T00:00:00Z", "more"), Item("event 2", "Z", "z", AT, ""))
    assert said(one, "//a:entry/a:id/text()")[0] == said(two, "//a:entry/a:id/text()")[0]
    assert len(set(said(two, "//a:id/text()"))) == 3


@pytest.mark.parametrize("attack", [*ATTACKS, "\ufffe\uffff", "\ud800"])
def test_whatever_a_document_says_the_feed_stays_whole(attack: str) -> None:
    root = made(Item("event 1", attack, attack, AT, attack, attack), title=attack)
    assert len(said(root, "//a:entry/a:title/text()")) == 1
    assert len(root.findall("a:entry/*", NAMES)) == 6 if attack.strip() else True
