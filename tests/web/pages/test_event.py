from __future__ import annotations

import json
from pathlib import Path

import pytest

from detente.ask import open_record
from detente.model.errors import UsageError
from detente.model.fact import Fact
from detente.web.page import View
from detente.web.pages import event
from tests.web.client import TestClient, found, parsed


def visits(path: Path) -> list[Fact]:
    with open_record(path) as record:
        return [fact for fact in record.facts() if fact.kind == "visit"]


def test_every_quote_is_marked_in_its_context(shown: TestClient, held: Path) -> None:
    for fact in visits(held):
        page = parsed(shown.get(f"/event/{fact.id}"))
        data = json.loads(shown.get(f"/event/{fact.id}.json").text)["shows"]
        quotes = [told["quote"] for told in data["evidence"] if not told["quote"].startswith("id: ")]
        assert set(quotes) <= {mark.text_content() for mark in found(page, "//blockquote/mark")}
        assert data["fact"]["title"] == found(page, "//h1")[0].text_content()


def test_neighbours_lead_through_the_chronology(view: View) -> None:
    identifiers = [entry.fact.id for entry in view.snapshot.catalog.entries]
    bodies = [event.page(view, identifier).body for identifier in identifiers]
    assert [body.before.id if body.before else None for body in bodies] == [None, *identifiers[:-1]]  # type: ignore[attr-defined]  # the body of this page
    assert [body.after.id if body.after else None for body in bodies] == [*identifiers[1:], None]  # type: ignore[attr-defined]  # the body of this page


def test_rulings_stand_with_who_and_why(shown: TestClient, held: Path) -> None:
    texts = [found(parsed(shown.get(f"/event/{fact.id}")), "//main")[0].text_content() for fact in visits(held)]
    assert any("What people decided" in text and "by Ana Reyes" in text for text in texts)


def test_a_quote_leads_to_its_characters(shown: TestClient, held: Path) -> None:
    page = parsed(shown.get(f"/event/{visits(held)[0].id}"))
    for link in found(page, "//figcaption//a/@href"):
        address, _, place = link.partition("#")
        assert found(parsed(shown.get(address)), f"//*[@id='{place}']")


@pytest.mark.parametrize("identifier", ["zzzz", "0" * 16, "", "a'b"])
def test_what_is_no_event_is_told(view: View, identifier: str) -> None:
    with pytest.raises(UsageError):
        event.page(view, identifier)
