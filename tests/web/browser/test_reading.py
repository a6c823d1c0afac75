"""Reading a record in a browser: every page, search, facets, the day, and the way to the words."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it ships no types
from playwright.sync_api import Browser, Page, expect

from detente.ask.record import open_record
from tests.web.browser.conftest import MARKED, NARROW, WIDE, Watched

SLIDE = """(range, month) => {
  range.value = month;
  range.dispatchEvent(new Event("input"));
  range.dispatchEvent(new Event("change"));
}"""

SERIOUS = ("serious", "critical")
MENU = (
    "/",
    "/chronology",
    "/chronology?quotes=1&milestones=1",
    "/chronology?q=embassy&asof=2001-12-31",
    "/chronology?q=nothinglikeit",
    "/figures",
    "/fields",
    "/people",
    "/network",
    "/map",
    "/discrepancies",
    "/sources",
    "/check",
    "/review",
    "/help",
)


def everywhere(record: Path) -> list[str]:
    """One address of each kind of page."""
    with open_record(record) as opened:
        facts = sorted(opened.facts(), key=lambda fact: (-len(fact.supports), fact.id))
        document = next(d.sha256 for d in opened.documents() if d.path and d.path.endswith("bridges.txt"))
        person = next(name for fact in facts for name in fact.persons)
    return [*MENU, f"/event/{facts[0].id}", f"/document/{document[:16]}", f"/people/{person}"]


def test_every_page_opens_and_fits_a_phone(watched: Watched, example: Path) -> None:
    for path in everywhere(example):
        page = watched.open(path)
        expect(page.locator("h1")).to_have_count(1)
        assert page.title()
    watched.page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
    for path in everywhere(example):
        page = watched.open(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW[0], f"{path} runs over a phone's edge"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "phone"])
def test_no_page_has_a_serious_barrier(browser: Browser, address: str, example: Path, scheme: str, size: tuple[int, int]) -> None:
    viewport = {"width": size[0], "height": size[1]}
    context = browser.new_context(viewport=viewport, color_scheme=scheme, bypass_csp=True)  # type: ignore[arg-type]  # dicts and words to everybody but the checker
    page = context.new_page()
    found = []
    for path in everywhere(example):
        page.goto(address + path)
        answer = Axe().run(page).response
        found += [f"{path}: {one['id']} at {one['nodes'][0]['target']}" for one in answer["violations"] if one["impact"] in SERIOUS]
    context.close()
    assert found == []


def test_search_narrows_as_one_types_and_lives_in_the_address(watched: Watched) -> None:
    page = watched.open("/chronology")
    before = page.locator(".line").count()
    page.locator("#words").press_sequentially("embass", delay=20)
    expect(page).to_have_url(re.compile(r"q=embass"))
    expect(page.locator(".line").first).to_be_visible()
    assert 0 < page.locator(".line").count() < before
    page.reload()
    expect(page.locator("#words")).to_have_value("embass")
    assert 0 < page.locator(".line").count() < before


def test_facets_narrow_show_their_counts_and_can_be_taken_away(watched: Watched) -> None:
    page = watched.open("/chronology")
    planned = page.locator(".facets a", has_text="planned").first
    number = int(planned.locator("b").inner_text())
    planned.click()
    expect(page).to_have_url(re.compile("status=planned"))
    expect(page.locator(".line")).to_have_count(number)
    page.locator(".chip").first.click()
    expect(page).not_to_have_url(re.compile("status=planned"))
    page.go_back()
    expect(page.locator(".line")).to_have_count(number)


def test_a_day_holds_for_every_page_until_it_is_let_go(watched: Watched) -> None:
    page = watched.open("/")
    slider = page.locator(".side input[type=range]")
    expect(slider).to_be_visible()
    slider.evaluate(SLIDE, str(1999 * 12 + 11))
    expect(page).to_have_url(re.compile("asof=1999-12-31"))
    expect(page.locator(".stood")).to_contain_text("31 December 1999")
    for name in ("Chronology", "Figures", "People and offices", "Map"):
        page.locator(".side nav a", has_text=name).click()
        expect(page).to_have_url(re.compile("asof=1999-12-31"))
        expect(page.locator(".stood")).to_be_visible()
    page.goto(f"{watched.home}/chronology?asof=1999-12-31")
    years = [int(text) for text in page.locator(".year > h2").all_inner_texts() if text.isdigit()]
    assert years
    assert max(years) <= 1999
    page.locator(".stood a").click()
    expect(page.locator(".stood")).to_have_count(0)


def test_evidence_leads_to_its_very_characters_behind_emoji_and_letters_taken_apart(watched: Watched, example: Path) -> None:
    with open_record(example) as opened:
        document = next(d.sha256 for d in opened.documents() if d.path and d.path.endswith("bridges.txt"))
        statements = opened.statements_of(document)
        held = [(s, opened.facts_of([s.id])) for s in statements]
    statement, facts = next((s, f) for s, f in held if f)
    assert MARKED[statement.span.start : statement.span.end] == statement.quote
    page = watched.open(f"/event/{facts[0].id}")
    page.locator("figcaption a").first.click()
    expect(page).to_have_url(re.compile(rf"/document/{document[:16]}.*#s-{statement.id}"))
    marked = page.locator(f'.span[data-s~="{statement.id}"]')
    expect(marked.first).to_have_class(re.compile("hit"))
    assert unicodedata.normalize("NFC", "".join(marked.all_inner_texts())) == unicodedata.normalize("NFC", statement.quote)
    assert "".join(marked.all_text_contents()) == statement.quote
    expect(marked.first).to_be_in_viewport()


def test_pages_answer_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/chronology")
    before = page.locator(".line").count()
    page.locator("#words").fill("visit")
    page.locator(".filter button").click()
    assert "q=visit" in page.url
    assert 0 < page.locator(".line").count() < before
    page.locator(".side .asof input[name=asof]").fill("1999-12-31")
    page.locator(".side .asof button").click()
    assert "asof=1999-12-31" in page.url
    context.close()


def test_thousands_of_events_stay_readable(watched_large: Watched) -> None:
    page = watched_large.open("/chronology")
    total = int(re.sub(r"\D", "", page.locator(".count").inner_text().split(" of ")[1].split(" event")[0]))
    assert total > 4000
    assert page.locator(".line").count() == 100
    _narrowed(page)
    for path in ("/", *MENU[5:12], "/chronology?page=20&quotes=1"):
        watched_large.open(path)
        expect(page.locator("h1")).to_have_count(1)


def _narrowed(page: Page) -> None:
    page.locator(".strip a").nth(20).click()
    expect(page).to_have_url(re.compile("year="))
    expect(page.locator(".chip").first).to_contain_text("Year")
    page.locator('a[rel="next"], .chosen a').first.click()
