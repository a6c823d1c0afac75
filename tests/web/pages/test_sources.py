from __future__ import annotations

from detente.web.page import View
from detente.web.pages import sources
from tests.web.client import TestClient, found, parsed


def test_every_file_is_accounted_for(view: View) -> None:
    body = sources.page(view).body
    assert isinstance(body, sources.SourcesShown)
    assert body.total == len(view.snapshot.documents)
    assert len(body.refused) == 3


def test_refused_files_are_named_with_their_reason(shown: TestClient) -> None:
    (listed,) = found(parsed(shown.get("/sources")), "//section[@aria-labelledby='h-Refused']")
    assert "refused Bomas.pdf Bomas: Bomas" in listed.text_content()


def test_who_tells_what_adds_up(view: View) -> None:
    body = sources.page(view).body
    assert isinstance(body, sources.SourcesShown)
    assert body.outlets
    for outlet in body.outlets:
        assert 0 < outlet.told <= outlet.within
        assert outlet.alone <= outlet.told
        assert outlet.first <= outlet.told
    assert sum(outlet.documents for outlet in body.outlets) <= len(view.snapshot.documents)


def test_coverage_is_said_in_a_table(shown: TestClient) -> None:
    (table,) = found(parsed(shown.get("/sources")), "//section[@aria-labelledby='h-coverage']//table")
    assert "First to tell" in table.text_content()
