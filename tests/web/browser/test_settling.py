"""Deciding on the pages that show what is to be decided: a discrepancy is settled, a source graded."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from detente.ask.record import open_record
from detente.model.ruling import Action
from tests.web.browser.conftest import Watched, _watch, serving


@pytest.fixture
def own(example: Path, tmp_path: Path) -> Path:
    """A record to decide about."""
    return Path(shutil.copy(example, tmp_path / "own.detente"))


@pytest.fixture
def desk(browser: Browser, own: Path) -> Iterator[Watched]:
    """A server for it."""
    for home in serving(own):
        yield from _watch(browser, home)


def test_a_discrepancy_is_settled_and_a_source_graded_where_they_are_shown(desk: Watched, own: Path) -> None:
    page = desk.open("/discrepancies")
    first = page.locator(".conflict").first
    named = first.get_attribute("id")
    first.locator("input[name=why]").fill("both were there")
    first.locator("button", has_text="Both may stand").click()
    expect(page.locator(f"#{named} .settled")).to_be_visible()
    expect(page.locator(f"#{named} form.settle")).to_have_count(0)
    page.locator("figcaption a").first.click()
    page.locator("select[name=value]").select_option("B")
    page.locator("button", has_text="Keep the grade").click()
    expect(page.locator("h1")).to_be_visible()
    desk.open("/sources")
    expect(page.locator("main table").first).to_contain_text("graded B")
    with open_record(own) as opened:
        assert [ruling.action for ruling in opened.rulings()] == [Action.SETTLE, Action.GRADE]
