"""Deciding in a browser, by keyboard alone, and checking an article."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from detente.ask.record import open_record
from detente.model.ruling import Action
from tests.web.browser.conftest import Watched, _watch, serving

ARTICLE = (
    "Vietnam and the United States normalized their relations in July 1995. They became Comprehensive Partners in July 2013 "
    "and Comprehensive Strategic Partners in September 2023."
)


@pytest.fixture
def own(example: Path, tmp_path: Path) -> Path:
    """A record to decide about."""
    return Path(shutil.copy(example, tmp_path / "own.detente"))


@pytest.fixture
def desk(browser: Browser, own: Path) -> Iterator[Watched]:
    """A server for it."""
    for home in serving(own):
        yield from _watch(browser, home)


def log(record: Path) -> list[Action]:
    with open_record(record) as opened:
        return [ruling.action for ruling in opened.rulings()]


def test_review_by_keyboard_with_every_key_on_its_button_and_undo(desk: Watched, own: Path) -> None:
    page = desk.open("/review")
    keys = page.locator("button[data-key]")
    for number in range(keys.count()):
        button = keys.nth(number)
        assert button.locator("kbd").inner_text() == button.get_attribute("data-key")
    first = page.locator("input[name=name]").get_attribute("value")
    page.keyboard.press("w")
    page.keyboard.type("the ministry's own list says so")
    page.keyboard.press("Escape")
    page.keyboard.press(str(keys.first.get_attribute("data-key")))
    expect(page.locator(".count")).to_contain_text("1 answered")
    assert page.locator("input[name=name]").get_attribute("value") != first
    assert len(log(own)) == 1
    expect(page.locator("html.scripted")).to_be_attached()  # its words may stand before its keys are heard
    second = page.locator("input[name=name]").get_attribute("value")
    for key in ("s", "u", "u"):
        with page.expect_navigation():
            page.keyboard.press(key)
        expect(page.locator("html.scripted")).to_be_attached()
        if key == "s":
            assert page.locator("input[name=name]").get_attribute("value") != second
    expect(page.locator(".count")).to_contain_text("0 answered")
    assert page.locator("input[name=name]").get_attribute("value") == first
    assert log(own)[-1] is Action.UNDO
    with open_record(own) as opened:
        assert next(iter(opened.rulings())).why == "the ministry's own list says so"


def test_an_event_is_found_wrong_and_the_finding_undone(desk: Watched, own: Path) -> None:
    with open_record(own) as opened:
        fact = min(opened.facts(), key=lambda held: held.id)
    page = desk.open(f"/event/{fact.id}")
    page.locator("button", has_text="Right as it stands").click()
    expect(page.locator(".above")).to_contain_text("accepted")
    expect(page.locator("#h-rulings")).to_be_visible()
    page.locator(".rulings button", has_text="Undo").click()
    expect(page.locator(".above")).not_to_contain_text("accepted")
    assert log(own) == [Action.ACCEPT, Action.UNDO]


def test_an_article_is_checked_pasted_or_as_a_file(watched: Watched, tmp_path: Path) -> None:
    page = watched.open("/check")
    page.locator("#text").fill(ARTICLE)
    page.locator("button.main").click()
    expect(page).to_have_url(re.compile(r"/check/[0-9a-f]{16}"), timeout=60_000)
    expect(page.locator(".tally")).to_contain_text("supported")
    assert page.locator(".words mark").count() > 1
    page.locator(".ref").first.click()
    expect(page.locator(".card").first).to_be_in_viewport()
    file = tmp_path / "article.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    page = watched.open("/check")
    page.locator("#file").set_input_files(file)
    page.locator("button.main").click()
    expect(page.locator("h1")).to_contain_text(re.compile("article|Vietnam"), timeout=60_000)
    expect(page.locator(".tally")).to_contain_text("supported")
