"""Forty hostile strings in all that documents, files, registers and people say: no page is anything but words because of them."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

import httpx
import pytest
from lxml import html

from detente.ask import open_record
from detente.model.fact import Review
from detente.publish.plain import one_line, visible
from tests.web.attacks import ATTACKS
from tests.web.client import PAGES, TestClient, csrf, everywhere, found, opened, parsed
from tests.web.record import made

Shape = set[tuple[str, str]]
ADDRESSES = ("href", "src", "action", "formaction", "hx-get", "data", "xlink:href", "srcdoc", "poster")
ACTS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\U000e0000-\U000e007f]")


@dataclass(frozen=True, slots=True)
class Site:
    """All pages of a record."""

    path: Path
    client: TestClient
    pages: dict[str, httpx.Response]
    parsed: dict[str, html.HtmlElement]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    path = made(tmp_path_factory.mktemp("hostile") / "hostile.detente", ATTACKS)
    with opened(path) as client:
        pages = {address: client.get(address) for address in chosen(client, path)}
        yield Site(path, client, pages, {address: parsed(answer) for address, answer in pages.items()})


def chosen(client: TestClient, path: Path) -> Iterator[str]:
    """Every page of the menu, a document of each string, the events that were ruled on, and a tenth of what is left."""
    with open_record(path) as record:
        ruled = {f"/event/{fact.id}" for fact in record.facts() if fact.review is not Review.UNREVIEWED}
        told = {document.title: f"/document/{document.id}" for document in record.documents()}
    others = 0
    for address in everywhere(client, path):
        if address in ruled | {*PAGES, *told.values()}:
            yield address
        else:
            others += 1
            if others % 10 == 1:
                yield address


@pytest.fixture(scope="module")
def harmless(held: Path, shown: TestClient) -> Shape:
    """The elements of our own pages with their attributes."""
    found: Shape = set()
    for address in everywhere(shown, held):
        found |= shape(parsed(shown.get(address)))
    return found


def shape(page: html.HtmlElement) -> Shape:
    return {(str(element.tag), name) for element in page.iter() for name in ("", *element.attrib)}


def problems(page: html.HtmlElement, known: Shape) -> list[str]:
    """Elements, attributes and addresses that did not come from a template."""
    wrong = [f"<{tag} {name}>" for tag, name in sorted(shape(page) - known)]
    wrong += [f"{at}={link}" for at in ADDRESSES for link in found(page, f"//@*[name()='{at}']") if not inside(link)]
    wrong += [text for text in found(page, "//script/text() | //style/text()") if text.strip()]
    return wrong


def inside(link: str) -> bool:
    """Whether an address stays on this server."""
    parts = urlsplit(link)
    return link.startswith(("/", "#", "?")) and not link.startswith(("//", "/\\")) and not parts.scheme and not parts.netloc


def test_the_search_for_what_is_foreign_finds_it(harmless: Shape) -> None:
    for attack in (
        "<img src=x onerror=alert(1)>",
        "<a href=javascript:alert(1)>x</a>",
        "<script>alert(1)</script>",
        "<p onclick=x>",
        "<b style=x>",
    ):
        assert problems(html.document_fromstring(f"<html><body><p>{attack}</p></body></html>"), harmless), attack


def test_no_page_fails(site: Site) -> None:
    assert len(site.pages) > 100
    assert {address: answer.status_code for address, answer in site.pages.items() if answer.status_code != 200} == {}


def test_no_element_attribute_or_address_arises(site: Site, harmless: Shape) -> None:
    wrong = {address: found for address, page in site.parsed.items() if (found := problems(page, harmless))}
    assert wrong == {}


def test_nothing_that_acts_is_left_on_a_page(site: Site) -> None:
    assert [address for address, answer in site.pages.items() if ACTS.search(answer.text)] == []
    assert [
        address for address, answer in site.pages.items() if re.search("&#(?:x0*(?:1b|0|7|202e)|0*(?:27|0|7|8238));", answer.text)
    ] == []


@pytest.mark.parametrize("attack", ATTACKS)
def test_the_document_shows_it_whole(site: Site, attack: str) -> None:
    with open_record(site.path) as record:
        document = [f"/document/{document.id}" for document in record.documents() if document.title == attack.strip()]
    page = next(site.parsed[address] for address in document if address in site.parsed)
    (text,) = found(page, "//div[contains(@class, 'text')]")
    assert text.text_content().count(visible(attack).strip()) >= 6
    assert one_line(found(page, "//h1")[0].text_content()) == one_line(attack)
    assert found(page, "//mark | //span[@data-s]")


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_event_shows_quote_name_and_ruling(site: Site, attack: str) -> None:
    word = one_line(attack)
    pages = [page for address, page in site.parsed.items() if address.startswith("/event/")]
    quotes = [one_line(mark.text_content()) for page in pages for mark in found(page, "//blockquote/mark")]
    assert any(word in quote for quote in quotes)
    decided = [one_line(part.text_content()) for page in pages for part in found(page, "//section[@aria-labelledby='h-rulings']")]
    assert any(f"“{word}”" in part and f"by {word}," in part for part in decided)


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_address_may_say_anything(shown: TestClient, harmless: Shape, attack: str) -> None:
    params = {"q": attack, "kind": attack, "person": attack, "year": attack, "grade": attack, "page": attack, "newest": attack}
    refused = [{"since": attack}, {"asof": attack}]
    for address in ("/chronology", "/people", "/discrepancies", "/network"):
        answer = shown.get(address, params=params)
        assert answer.status_code == 200, address
        assert problems(parsed(answer), harmless) == [], address
        assert not ACTS.search(answer.text)
    for chosen in refused:
        answer = shown.get("/chronology", params=chosen)
        assert answer.status_code == 400
        assert problems(parsed(answer), harmless) == []
        assert json.loads(shown.get("/chronology.json", params=chosen).text)["error"]


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_page_that_is_not_there_says_so_in_words(shown: TestClient, harmless: Shape, attack: str) -> None:
    for folder in ("event", "document", "people", "check", "nowhere"):
        answer = shown.get(f"/{folder}/{quote(attack, safe='')}")
        assert answer.status_code == 404, folder
        assert problems(parsed(answer), harmless) == []
        assert not ACTS.search(answer.text)
    twin = shown.get(f"/event/{quote(attack, safe='')}.json")
    assert (twin.status_code, twin.headers["content-type"]) == (404, "application/json")


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_form_may_say_anything(shown: TestClient, harmless: Shape, attack: str) -> None:
    token = csrf(shown)
    form = {
        "csrf": token,
        "action": attack,
        "names": attack,
        "choice": attack,
        "name": attack,
        "field": attack,
        "value": attack,
        "back": attack,
    }
    for address in ("/rule", "/review"):
        answer = shown.post(address, data=form)
        assert answer.status_code in (200, 400)
        assert problems(parsed(answer), harmless) == []
        assert not ACTS.search(answer.text)


def test_every_twin_is_json_that_carries_the_strings(site: Site) -> None:
    seen = set()
    for address in (a for a in site.pages if not a.startswith("/event/")):
        bare, _, query = address.partition("?")
        answer = site.client.get(f"{'/index' if bare == '/' else bare}.json{'?' if query else ''}{query}")
        assert answer.headers["content-type"] == "application/json", address
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert not ACTS.search(answer.text), address
        told = json.dumps(json.loads(answer.text), ensure_ascii=False)
        seen |= {attack for attack in ATTACKS if json.dumps(attack.strip(), ensure_ascii=False)[1:-1] in told}
    assert seen == set(ATTACKS)


def test_every_link_to_a_person_leads_to_them_whatever_the_name(site: Site) -> None:
    links = {link for page in site.parsed.values() for link in found(page, "//a[starts-with(@href, '/people/')]/@href")}
    assert sum(f"/people/{quote(attack, safe='')}" in links for attack in ATTACKS) > 15
    assert [link for link in sorted(links) if site.client.get(link).status_code != 200] == []


def test_marked_words_stand_where_they_stood(site: Site) -> None:
    for address in site.pages:
        if not address.startswith("/document/"):
            continue
        said = json.loads(site.client.get(f"{address}.json").text)["shows"]["said"]
        for one in said:
            pieces = found(site.parsed[address], f"//span[contains(concat(' ', @data-s, ' '), ' {one['statement']['id']} ')]")
            shown = "".join(piece.text_content() for piece in pieces)
            assert unicodedata.normalize("NFC", one_line(shown)) == unicodedata.normalize("NFC", one_line(one["statement"]["quote"]))


def test_a_checked_article_is_words(site: Site, harmless: Shape) -> None:
    words = [attack for attack in ATTACKS if not any(unicodedata.category(sign) == "Cc" for sign in attack)]
    text = "\n\n".join(
        f"On 4 August {1960 + n} President Uhuru Kenyatta of Kenya visited {a} in the United States." for n, a in enumerate(words)
    )
    sent = site.client.post("/check", data={"csrf": csrf(site.client)}, files={"file": ("<img src=x onerror=alert(1)>.txt", text.encode())})
    assert sent.status_code == 303
    answer = site.client.get(sent.headers["location"])
    assert answer.status_code == 200
    own = harmless | shape(parsed(site.client.get(checked(site.client, "Kenya and the United States signed a treaty on 5 May 1961."))))
    foreign = [
        wrong for wrong in problems(parsed(answer), own) if not re.fullmatch(r"<(?:details|article|figure|dl|div|a|h2) [a-z-]*>", wrong)
    ]
    assert foreign == []
    page = parsed(answer)
    for mark in found(page, "//a[@class='ref']"):
        mark.drop_tree()
    shown = letters(page.text_content())
    assert [attack for attack in words if letters(attack) not in shown] == []
    json.loads(site.client.get(f"{sent.headers['location']}.json").text)


def letters(text: str) -> str:
    """``text`` without the signs that reading takes out since they have no width."""
    return "".join(sign for sign in one_line(text) if unicodedata.category(sign) not in ("Cf", "So", "Zs") and sign != "\ufffd")


def checked(client: TestClient, text: str) -> str:
    return str(client.post("/check", data={"csrf": csrf(client), "text": text}).headers["location"])
