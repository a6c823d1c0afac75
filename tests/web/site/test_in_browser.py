"""The site from a disk in a real browser: no server, no request beyond the folder, nothing that scripts or the policy complain of."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it ships no types
from playwright.sync_api import Browser, Error, Page, Request, sync_playwright

from detente.store.base import Record
from detente.web.site import shelves
from detente.web.site.build import Wishes, build_site

COLOURED = ("index.html", "chronology.html", "discrepancies.html", "figures.html", "story.html")
"""Pages whose colours are all that dark changes."""

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, where there is one."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.skip("chromium is not installed")
    with sync_playwright() as playwright:
        try:
            held = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        except Error:
            pytest.skip("chromium cannot run here")
        yield held
        held.close()


@pytest.fixture
def page(browser: Browser, site: Path) -> Iterator[Page]:
    """A page that fails the test where anything complains or asks for what lies outside the folder."""
    context = browser.new_context(viewport=WIDE)  # type: ignore[arg-type]  # a viewport is a dict to everybody but the checker
    shown = context.new_page()
    wrong: list[str] = []
    shown.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    shown.on("pageerror", lambda error: wrong.append(str(error)))
    shown.on("request", lambda asked: None if asked.url.startswith(site.as_uri()) else wrong.append(asked.url))
    shown.on("requestfailed", lambda asked: None if _left(asked) else wrong.append(f"failed: {asked.url}"))
    yield shown
    context.close()
    assert wrong == []


def _left(asked: Request) -> bool:
    """Whether a request was given up because the next page was opened."""
    return asked.failure == "net::ERR_ABORTED"


def kinds(site: Path) -> list[str]:
    """One page of each kind, but for the one that a server shows in any folder: its links name the server."""
    first = [sorted((site / folder).glob("*.html"))[0].relative_to(site) for folder in ("event", "document", "people")]
    return [*(path.name for path in sorted(site.glob("*.html")) if path.name != "404.html"), *map(str, first)]


def open_page(page: Page, site: Path, name: str) -> None:
    page.goto((site / name.partition("#")[0]).as_uri() + name[len(name.partition("#")[0]) :])


def test_every_kind_of_page_opens_from_a_disk_and_fits_a_phone(page: Page, site: Path) -> None:
    for name in kinds(site):
        open_page(page, site, name)
        assert page.locator("h1").count() == 1, name
        assert page.evaluate("getComputedStyle(document.querySelector('.bar')).display") == "flex", name
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]  # a viewport is a dict to everybody but the checker
    for name in kinds(site):
        open_page(page, site, name)
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"], name


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_serious_barrier(page: Page, site: Path, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of the two words it takes
    for name in kinds(site) if scheme == "light" else COLOURED:
        open_page(page, site, name)
        found = Axe().run(page, options={"resultTypes": ["violations"], "preload": False}).response["violations"]
        serious = [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in ("serious", "critical")]
        assert serious == [], name


def test_the_chronology_finds_as_one_types(page: Page, site: Path) -> None:
    open_page(page, site, "chronology.html")
    every = page.locator("#lines .line").count()
    page.keyboard.press("/")
    page.keyboard.type("recognit")
    assert page.locator("#lines .line:visible").count() == 1
    assert page.locator(".count").inner_text().startswith("1 found among")
    page.fill("#words", "")
    page.select_option("select[name=tone]", "word-together")
    assert 0 < page.locator("#lines .line:visible").count() < every
    page.select_option("select[name=tone]", "")
    page.check("input[name=milestones]")
    assert 0 < page.locator("#lines .line:visible").count() < every


def test_a_year_of_the_overview_leads_to_its_lines(page: Page, site: Path) -> None:
    open_page(page, site, "index.html")
    page.locator(".overview a").first.click()
    page.wait_for_url("**/chronology*.html#y*")
    assert page.locator(".year:target").count() == 1


def test_a_line_leads_to_its_quote_and_on_to_the_document(page: Page, site: Path) -> None:
    open_page(page, site, "chronology.html")
    page.get_by_role("link", name="recognition").first.click()
    assert "4 May 1993" in page.locator("mark").first.inner_text()
    page.locator("figcaption a").first.click()
    assert "recognized Eritrea" in page.locator(".quoted li:target").inner_text()


def test_the_story_goes_by_arrows_and_buttons_and_each_step_has_an_address(page: Page, site: Path) -> None:
    open_page(page, site, "story.html")
    steps = page.locator(".step")
    assert 2 < steps.count() <= 40
    assert page.locator(".step:visible").count() == 1
    first = page.locator(".step.now").get_attribute("id")
    page.keyboard.press("ArrowRight")
    second = page.locator(".step.now").get_attribute("id")
    assert second != first
    assert page.url.endswith(f"#{second}")
    page.locator("[data-step='1']").click()
    assert page.locator("output").inner_text() == f"3 of {steps.count()}"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert page.locator(".step.now").get_attribute("id") == first
    page.keyboard.press("End")
    assert page.locator("[data-step='1']").is_disabled()
    page.go_back()
    assert page.locator(".step.now").get_attribute("id") == first
    open_page(page, site, f"story.html#{second}")
    page.reload()
    assert page.locator(".step.now").get_attribute("id") == second
    page.locator("[data-list]").click()
    assert page.locator(".step:visible").count() == steps.count()


def test_arrows_lead_from_an_event_to_its_neighbours(page: Page, site: Path) -> None:
    open_page(page, site, "chronology.html")
    page.locator("#lines .what").first.click()
    page.wait_for_url("**/event/*.html")
    start = page.url
    page.keyboard.press("ArrowRight")
    page.wait_for_url(lambda url: url != start)
    page.keyboard.press("ArrowLeft")
    page.wait_for_url(start)


def test_everything_can_be_read_and_printed_without_scripts(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=WIDE)  # type: ignore[arg-type]  # a viewport is a dict to everybody but the checker
    page = context.new_page()
    open_page(page, site, "story.html")
    assert page.locator(".step:visible").count() == page.locator(".step").count()
    assert page.locator(".stepper:visible").count() == 0
    open_page(page, site, "chronology.html")
    assert page.locator("#sieve:visible").count() == 0
    assert page.locator(".line:visible").count() > 2
    context.close()


def test_the_story_prints_every_step(page: Page, site: Path) -> None:
    open_page(page, site, "story.html")
    page.emulate_media(media="print")
    assert page.locator(".step:visible").count() == page.locator(".step").count()
    assert page.locator(".stepper:visible").count() == 0


def test_the_page_for_what_is_not_there_finds_its_way_back_from_any_folder(site: Path) -> None:
    text = (site / "404.html").read_text(encoding="utf-8")
    assert 'href="https://example.org/horn/index.html"' in text


def test_a_chronology_of_many_pages_is_searched_whole_from_its_first(
    page: Page, opened: Record, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelves, "SIZE", 5)
    build_site(opened, site.parent / "site-many", Wishes())
    open_page(page, site.parent / "site-many", "chronology.html")
    page.keyboard.press("/")
    page.keyboard.type("alert(1)")
    page.locator("#found li").first.wait_for()
    assert "alert(1)" in page.locator("#found li").first.inner_text()
    page.fill("#words", "recognition 1993")
    assert page.locator("#found p").inner_text() == "1 found"
    page.locator("#found a").click()
    page.wait_for_url("**/event/*.html")
    page.go_back()
    page.locator(".ranges a").last.click()
    page.wait_for_url("**/chronology-*.html")
    assert page.locator(".ranges a[aria-current]").count() == 1
    page.locator(".pager a[rel=prev]").click()
    assert page.locator(".line").count() > 0
