"""Every page and its twin: what the page shows is what the data holds."""

from __future__ import annotations

import json

import pytest

from tests.web.client import PAGES, TestClient, found, parsed


def twin(address: str) -> str:
    bare, _, query = address.partition("?")
    return f"{'/index' if bare == '/' else bare}.json{'?' if query else ''}{query}"


@pytest.mark.parametrize("address", PAGES)
def test_a_page_names_its_twin_and_the_twin_its_title(shown: TestClient, address: str) -> None:
    page = parsed(shown.get(address))
    assert twin(address) in found(page, "//footer//a/@href")
    data = json.loads(shown.get(twin(address)).text)
    assert data["title"] in found(page, "//title")[0].text_content() or address == "/"
    assert data["parties"] == ["KEN", "USA"]
    assert data["shows"] is not None


@pytest.mark.parametrize("address", PAGES)
def test_a_page_stands_without_scripts_and_is_told_in_its_menu(shown: TestClient, address: str) -> None:
    page = parsed(shown.get(address))
    assert len(found(page, "//main")) == len(found(page, "//h1")) == 1
    assert not found(page, "//*[@style] | //script[not(@src)] | //@*[starts-with(name(), 'on')]")
    targets = found(page, "//@id")
    assert len(targets) == len(set(targets))
    assert {link[1:] for link in found(page, "//a/@href[starts-with(., '#')]")} <= set(targets)


@pytest.mark.parametrize("address", PAGES)
def test_links_lead_somewhere(shown: TestClient, address: str) -> None:
    links = {link.partition("#")[0] for link in found(parsed(shown.get(address)), "//main//a/@href")} - {""}
    assert [link for link in sorted(links)[:8] if shown.get(link).status_code != 200] == []
