"""Pages kept for the next who asks the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from detente.ask.record import open_record
from detente.ask.rulings import rule
from detente.model.ruling import Action
from detente.web import drawn
from tests.web.client import opened


def test_a_page_is_drawn_once_for_one_state_of_the_record_and_anew_for_the_next(path: Path) -> None:
    with opened(path) as client:
        first = client.get("/chronology").text
        assert client.get("/chronology").text == first
        app: Any = client.app
        kept = app.state.drawn._pages
        assert len(kept) == 1
        client.get("/chronology?q=nairobi")
        assert len(kept) == 2
        with open_record(path) as record:
            fact = min(held.id for held in record.facts())
            rule(record, Action.ACCEPT, [fact], who="Ana")
        assert "What people decided" in client.get(f"/event/{fact}").text
        assert len(kept) == 1


def test_no_more_pages_are_kept_than_have_room(path: Path) -> None:
    with opened(path) as client:
        for number in range(drawn.KEPT + 5):
            client.get(f"/help?asof={1000 + number}")
        app: Any = client.app
        assert len(app.state.drawn._pages) == drawn.KEPT
