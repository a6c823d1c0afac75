from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from detente.web.app import PAGES
from detente.web.page import MENU, Reader, View
from detente.web.selection import Selection
from tests.web.client import TestClient, found, opened, parsed, sign_in
from tests.web.conftest import People


def test_every_entry_of_the_menu_is_a_page() -> None:
    names = {entry.name for _, entries in MENU for entry in entries if not entry.live}
    assert names == {address.strip("/") or "overview" for address, _ in PAGES if "{" not in address}


@pytest.mark.parametrize(("role", "may"), [("reader", False), ("reviewer", True), ("owner", True), ("", False)])
def test_who_may_decide(role: str, may: bool) -> None:
    assert Reader("Ana", role).may_rule is may


def test_the_twin_of_an_odd_name_is_an_address(view: View) -> None:
    assert replace(view, address="/people/a?b#c \u202e").twin == "/people/a%3Fb%23c%20%E2%80%AE.json"
    assert replace(view, address="/", selection=Selection(asof="2001-01-01")).twin == "/index.json?asof=2001-01-01"
    assert replace(view, selection=Selection(asof="2001-01-01")).day_words == "1 January 2001"


@pytest.mark.parametrize(("role", "there"), [("reader", 0), ("reviewer", 2), ("owner", 2)])
def test_the_menu_names_the_review_to_those_who_may_decide(held: Path, known: People, role: str, there: int) -> None:
    with opened(held, accounts=known.file) as client:
        assert sign_in(client, known.tokens[role]).status_code == 303
        page = parsed(client.get("/"))
    assert len(found(page, "//nav//a[@href='/review']")) == there
    assert len(found(page, "//nav//a[@href='/check']")) == 2


def test_paper_says_where_a_page_is(shown: TestClient) -> None:
    (printed,) = found(parsed(shown.get("/chronology?status=planned&q=a b")), "//*[@class='on-paper']/text()")
    assert printed == "/chronology?q=a+b&status=planned"
