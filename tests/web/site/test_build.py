from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from lxml import etree, html

from detente.ask import open_record
from detente.ask.rulings import rule, undo
from detente.model.errors import RecordError, UsageError
from detente.model.ruling import Action
from detente.store.base import Record
from detente.web.edition import CSP
from detente.web.pages import discrepancies, figures, people, sources
from detente.web.site import documents, shelves
from detente.web.site.build import Wishes, build_site
from detente.web.site.press import Press
from tests.ask.conftest import JANUARY, MARCH, history, wire
from tests.factory import keep
from tests.web.site.conftest import BASE, LONG

MENU = ("index", "chronology", "figures", "fields", "people", "network", "map", "discrepancies", "sources", "help", "story", "about")
FIRST_PAGE = 1_000_000


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))


def found(element: Any, path: str, **names: str) -> list[Any]:
    """What ``path`` finds: elements, or the texts of attributes."""
    return list(element.xpath(path, namespaces=names or None))


def parsed(path: Path) -> html.HtmlElement:
    return html.document_fromstring(path.read_text(encoding="utf-8"))


def every_file(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def build(record: Record, folder: Path, **wishes: object) -> Path:
    build_site(record, folder, Wishes(**wishes))  # type: ignore[arg-type]  # the names of its own fields
    return folder


def test_every_page_of_the_menu_is_there_and_names_no_page_that_needs_a_server(site: Path) -> None:
    assert [name for name in MENU if not (site / f"{name}.html").is_file()] == []
    links = {urlsplit(link).path for link in parsed(site / "index.html").xpath("//nav//a/@href")}
    assert links == {f"{name}.html" for name in MENU}


def broken(site: Path) -> list[str]:
    """Links that lead to no file, or to no place in one."""
    places = {path: set(parsed(path).xpath("//@id")) for path in pages(site)}
    wrong = []
    for path in places:
        for link in parsed(path).xpath("//@href | //@src"):
            parts = urlsplit(link)
            inside = parts.path if not parts.scheme else parts.path.removeprefix("/horn/") or "index.html"
            start = site if parts.scheme else path.parent
            target = (start / unquote(inside)).resolve() if inside else path
            known = not parts.scheme or link.startswith(BASE)
            if not known or not target.is_file() or (parts.fragment and parts.fragment not in places.get(target, set())):
                wrong.append(f"{path.relative_to(site)}: {link}")
    return wrong


def test_every_link_of_every_page_leads_to_a_file_and_a_place_in_it(site: Path) -> None:
    assert broken(site) == []


def test_links_hold_where_everything_is_told_on_many_pages(opened: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name, size in (
        (shelves, "SIZE", 4),
        (shelves, "QUOTES", 2),
        (documents, "QUOTES", 2),
        (people, "SIZE", 10),
        (sources, "SIZE", 10),
        (discrepancies, "SIZE", 1),
        (figures, "SIZE", 1),
    ):
        monkeypatch.setattr(module, name, size)
    folder = build(opened, tmp_path / "site")
    assert broken(folder) == []
    names = {path.name for path in pages(folder)}
    assert {"people-2.html", "sources-2.html"} <= names
    assert any(path.stem.endswith("-2") for path in (folder / "document").iterdir())


def test_no_identifier_stands_twice_on_a_page(site: Path) -> None:
    for path in pages(site):
        found = parsed(path).xpath("//@id")
        assert len(found) == len(set(found)), path


def test_every_fact_has_a_page_its_data_and_a_citation(site: Path, opened: Record) -> None:
    for fact in opened.facts():
        page = parsed(site / "event" / f"{fact.id}.html")
        assert "Cite this event" in page.xpath("//h2/text()")
        held = json.loads((site / "event" / f"{fact.id}.json").read_text(encoding="utf-8"))
        assert held["fact"]["id"] == held["id"] == fact.id
        assert held["page"] == held["citation"]["csl"]["URL"] == f"{BASE}event/{fact.id}.html"
        assert held["edition"]["licence"] == "CC BY 4.0"
        assert "Accessed [day of access]" in held["citation"]["text"]


def test_every_fact_can_be_reached_by_links_from_the_first_page(site: Path, opened: Record) -> None:
    seen, waiting = set[Path](), [site / "index.html"]
    while waiting:
        path = waiting.pop()
        if path in seen or path.suffix != ".html":
            continue
        seen.add(path)
        for link in parsed(path).xpath("//main//a/@href | //nav//a/@href"):
            target = (path.parent / unquote(urlsplit(link).path)).resolve()
            if target.is_file() and target != path:
                waiting.append(target)
    assert {f"{fact.id}.html" for fact in opened.facts()} <= {path.name for path in seen}


def test_the_same_record_gives_the_same_bytes_whatever_the_seed_of_hashes(kept: Path, tmp_path: Path) -> None:
    made = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        command = [sys.executable, "-m", "detente", "site", str(folder), "--record", str(kept)]
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed})
        made.append(every_file(folder))
    assert made[0] == made[1]


def test_no_page_holds_what_a_document_says_as_markup(site: Path) -> None:
    for path in pages(site):
        page = parsed(path)
        assert page.xpath("//script[not(@src)] | //iframe | //object | //img | //*[@style] | //@onload | //@onerror | //@onmouseover") == []
        assert {link.partition(":")[0] for link in page.xpath("//@href") if ":" in link.partition("/")[0]} <= {"https"}
        assert page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content") == [CSP]
        text = path.read_text(encoding="utf-8")
        assert not {"\x1b", "\x00", "\u202e", "\u2066", "\u2028"} & set(text), path


def test_names_of_files_are_plain(site: Path) -> None:
    names = [str(path.relative_to(site)) for path in site.rglob("*")]
    assert all(name.isascii() and not set(name) & set(" <>:\"'\\|?*#&%") for name in names)


def test_the_feed_is_whole_and_tells_what_came_last_first(site: Path) -> None:
    feed = etree.fromstring((site / "feed.xml").read_bytes())
    atom = "http://www.w3.org/2005/Atom"
    times = found(feed, "//a:entry/a:updated/text()", a=atom)
    assert times == sorted(times, reverse=True)
    assert times[0] == "2024-05-01T06:00:00Z"
    assert found(feed, "/a:feed/a:author/a:name/text()", a=atom) == ["Institute & Sons"]
    assert all(link.startswith(BASE) for link in found(feed, "//a:link/@href", a=atom))
    assert len(set(found(feed, "//a:id/text()", a=atom))) == len(times) + 1


def test_the_site_map_lists_every_page_but_the_one_for_errors(site: Path) -> None:
    listed = found(etree.fromstring((site / "sitemap.xml").read_bytes()), "//*[local-name()='loc']/text()")
    assert {BASE, *(BASE + str(p.relative_to(site)) for p in pages(site))} - set(listed) == {f"{BASE}404.html", f"{BASE}index.html"}
    assert (site / "robots.txt").read_text(encoding="utf-8").endswith(f"Sitemap: {BASE}sitemap.xml\n")
    assert parsed(site / "index.html").xpath("//link[@rel='canonical']/@href") == [BASE]


def test_without_an_address_there_is_no_site_map_and_no_canonical_link(opened: Record, tmp_path: Path) -> None:
    folder = build(opened, tmp_path / "site")
    assert not (folder / "sitemap.xml").exists()
    assert "Sitemap" not in (folder / "robots.txt").read_text(encoding="utf-8")
    assert not any(parsed(path).xpath("//link[@rel='canonical']") for path in pages(folder))


def test_the_first_page_is_light(site: Path) -> None:
    page = parsed(site / "index.html")
    asked = [*page.xpath("//link[@rel='stylesheet' or @rel='icon']/@href"), *page.xpath("//script/@src")]
    assert len(asked) == len(set(asked)) >= 4
    assert sum((site / name).stat().st_size for name in ("index.html", *asked)) < FIRST_PAGE


def test_quotes_are_cut_everywhere_and_no_text_is_published_whole(opened: Record, tmp_path: Path) -> None:
    folder = build(opened, tmp_path / "site", quote_limit=60)
    beyond = LONG[61:100]
    assert LONG[:40] in (folder / "data" / "chronology.json").read_text(encoding="utf-8")
    assert [path for path, held in every_file(folder).items() if beyond.encode() in held] == []
    assert [path for path, held in every_file(folder).items() if b"Nobody else says so" in held] == []
    assert [path for path, held in every_file(folder).items() if b"folder/of/ours" in held] == []


def test_data_files_hold_every_line(site: Path, opened: Record) -> None:
    facts = list(opened.facts())
    told = {fact.id for fact in facts if fact.fact.value in ("event", "partnership", "agreement")}
    tables = {name: rows(site / "data" / name) for name in ("chronology.csv", "facts.csv")}
    assert {row["id"] for row in tables["chronology.csv"]} == told
    assert {row["id"] for row in tables["facts.csv"]} == {fact.id for fact in facts}
    held = json.loads((site / "data" / "chronology.json").read_text(encoding="utf-8"))
    assert {event["id"] for event in held["events"]} == told
    assert held["edition"]["version"]
    assert held["parties"] == ["ERI", "ETH"]
    assert json.loads((site / "data" / "timeline.json").read_text(encoding="utf-8"))["events"]
    assert json.loads((site / "data" / "citation.json").read_text(encoding="utf-8"))[0]["publisher"] == "Institute & Sons"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return keep(tmp_path / "small.detente", ("ERI", "ETH"), (history(), JANUARY), (wire(), MARCH))


def test_what_nobody_has_looked_at_is_marked_line_by_line_once_something_is_ruled_on(small: Path, tmp_path: Path) -> None:
    with open_record(small) as record:
        folder = build(record, tmp_path / "before")
        assert parsed(folder / "chronology.html").xpath("//li//em[@class='unruled']") == []
        assert all(parsed(p).xpath("//p[contains(@class, 'unchecked')]") for p in pages(folder) if p.name != "story.html")
        recognised = next(fact for fact in record.facts() if fact.kind == "recognition")
        rule(record, Action.ACCEPT, [recognised.id], who="Anna Bauer", why="seen it", at=MARCH)
        folder = build(record, tmp_path / "after")
        lines = parsed(folder / "chronology.html").xpath("//li[contains(@class, 'line')]")
        marked = {line.xpath("string(.//a)") for line in lines if line.xpath(".//em[@class='unruled']")}
        assert len(marked) == len(lines) - 1
        assert recognised.title not in marked
        assert not any(b"Anna Bauer" in held or b"seen it" in held for held in every_file(folder).values())


def test_only_what_was_ruled_on_is_published_where_that_is_wished(small: Path, tmp_path: Path) -> None:
    with open_record(small) as record:
        recognised = next(fact for fact in record.facts() if fact.kind == "recognition")
        rule(record, Action.ACCEPT, [recognised.id], who="Anna", at=MARCH)
        folder = build(record, tmp_path / "site", only_reviewed=True)
        assert {path.name for path in (folder / "event").iterdir()} == {f"{recognised.id}.html", f"{recognised.id}.json"}
        others = [fact.title for fact in record.facts() if fact.id != recognised.id]
    held = every_file(folder)
    assert [(path, title) for path, text in held.items() for title in others if title.encode() in text] == []
    assert [path for path, text in held.items() if b"customs" in text or b"Abiy" in text] == []


def test_what_was_rejected_is_never_published(small: Path, tmp_path: Path) -> None:
    with open_record(small) as record:
        severed = next(fact for fact in record.facts() if fact.kind == "relations_severed")
        ruling = rule(record, Action.REJECT, [severed.id], who="Anna", at=MARCH)
        folder = build(record, tmp_path / "site")
        assert not (folder / "event" / f"{severed.id}.html").exists()
        assert [path for path, text in every_file(folder).items() if b"relations were severed" in text] == []
        undo(record, ruling.id, who="Anna", at=MARCH)
        assert (build(record, tmp_path / "site") / "event" / f"{severed.id}.html").exists()


def test_a_ruling_that_facts_do_not_follow_yet_holds_already(small: Path, tmp_path: Path) -> None:
    with open_record(small) as record:
        severed = next(fact for fact in record.facts() if fact.kind == "relations_severed")
        rule(record, Action.REJECT, [severed.id], who="Anna", at=MARCH, applied=False)
        folder = build(record, tmp_path / "site")
    assert [path for path, text in every_file(folder).items() if b"relations were severed" in text] == []


def test_an_old_identifier_leads_on_and_a_second_run_leaves_nothing_of_what_is_gone(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_record(small) as record:
        folder = build(record, tmp_path / "site")
        (folder / "event" / "0000000000000000.html").write_text("gone", encoding="utf-8")
        now = next(iter(record.facts())).id
        monkeypatch.setattr(record, "renamed", lambda since="": iter([("feedfeedfeedfeed", now, MARCH), ("deaddeaddeaddead", "", MARCH)]))
        monkeypatch.setattr(record, "current", lambda old: {"feedfeedfeedfeed": (now,)}.get(old, ()))
        build(record, tmp_path / "site")
    assert not (folder / "event" / "0000000000000000.html").exists()
    assert not (folder / "event" / "deaddeaddeaddead.html").exists()
    assert parsed(folder / "event" / "feedfeedfeedfeed.html").xpath("//main//li/a/@href") == [f"../event/{now}.html"]
    assert json.loads((folder / "event" / "feedfeedfeedfeed.json").read_text(encoding="utf-8"))["moved_to"] == [now]


def test_a_record_without_facts_gives_a_site_that_says_so(tmp_path: Path) -> None:
    with open_record(keep(tmp_path / "r.detente", ("ERI", "ETH"))) as record:
        folder = build(record, tmp_path / "site")
    assert "Nothing is published yet." in (folder / "chronology.html").read_text(encoding="utf-8")
    assert parsed(folder / "story.html").xpath("//li[contains(@class, 'step')]") == []


@pytest.mark.parametrize(
    "base", ["example.org", "ftp://example.org/", "javascript:alert(1)", "https://example.org/a b", 'https://example.org/"x']
)
def test_an_address_that_is_none_is_refused(base: str, opened: Record, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        build(opened, tmp_path / "site", base=base)
    assert list(tmp_path.iterdir()) == []


def test_a_failure_leaves_the_old_site_as_it_was(opened: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = build(opened, tmp_path / "site")
    before = every_file(folder)

    def fail(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(Press, "data", fail)
    with pytest.raises(OSError, match="no space"):
        build(opened, folder, licence="another")
    assert every_file(folder) == before
    assert list(tmp_path.iterdir()) == [folder]


def test_an_identifier_that_leads_out_of_the_folder_is_refused(opened: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = next(iter(opened.facts())).id
    monkeypatch.setattr(opened, "renamed", lambda since="": iter([("../../../escaped", now, MARCH)]))
    monkeypatch.setattr(opened, "current", lambda old: (now,))
    with pytest.raises(RecordError):
        build(opened, tmp_path / "site")
    assert list(tmp_path.iterdir()) == []
