from __future__ import annotations

from detente.web.page import View
from detente.web.pages import figures
from tests.web.client import TestClient, found, parsed


def test_each_point_leads_to_its_event(shown: TestClient) -> None:
    page = parsed(shown.get("/figures"))
    links = found(page, "//ol[@class='points']//a/@href")
    assert links
    assert all(shown.get(link).status_code == 200 for link in links)


def test_points_are_counted_and_quoted(view: View) -> None:
    body = figures.page(view).body
    assert isinstance(body, figures.Figures)
    assert body.points == sum(series.bit_count() for series in view.snapshot.series)
    assert all(told.quote for drawn in body.series for told in drawn.listed)
