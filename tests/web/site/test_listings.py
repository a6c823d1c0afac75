from __future__ import annotations

import pytest

from detente.store.base import Record
from detente.web.links import FileLinks, Shelf
from detente.web.page import View
from detente.web.selection import Selection
from detente.web.site import listings
from detente.web.site.choose import published
from detente.web.site.listings import Listing, page
from detente.web.site.shelves import listing_files


@pytest.fixture
def view(opened: Record) -> View:
    return View(opened, published(opened), Selection(), FileLinks())


def test_a_place_lists_what_happened_there(view: View) -> None:
    made = page(view, "place", "Asmara")
    body = made.body
    assert isinstance(body, Listing)
    assert (made.name, made.title) == ("map", "Asmara")
    rows = [row for year in body.years for row in year.rows]
    assert len(rows) == body.total == body.number > 0
    assert all("Asmara" in row.entry.fact.places for row in rows)


def test_of_more_than_a_page_holds_the_most_important_are_kept_in_order_of_time(view: View, monkeypatch: pytest.MonkeyPatch) -> None:
    name = max(view.snapshot.catalog.values("place"), key=lambda value: view.snapshot.catalog.values("place")[value].bit_count())
    monkeypatch.setattr(listings, "LINES", 1)
    body = page(view, "place", name).body
    assert isinstance(body, Listing)
    assert body.number == 1 <= body.total


def test_every_listing_has_a_file_of_its_own_and_an_unknown_one_leads_to_the_chronology(view: View) -> None:
    files = listing_files(view.snapshot)
    assert len(set(files.values())) == len(files)
    links = FileLinks(1, shelf=Shelf(listings=files))
    assert links.listing("place", "Asmara") == f"../{files['place', 'Asmara']}"
    assert links.listing("place", "nowhere") == "../chronology.html"
