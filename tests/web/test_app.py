from __future__ import annotations

from pathlib import Path

import pytest

from detente.web.app import PAGES
from tests.web.client import TestClient, opened, parsed


def test_every_page_and_its_twin_has_an_address(shown: TestClient) -> None:
    for address, _ in PAGES:
        if "{" not in address:
            assert shown.get(address).status_code == 200
            assert shown.get("/index.json" if address == "/" else f"{address}.json").headers["content-type"] == "application/json"


def test_what_is_not_there_is_told_as_it_was_asked_for(shown: TestClient) -> None:
    assert "Not found" in parsed(shown.get("/nowhere")).text_content()
    answer = shown.get("/nowhere.json")
    assert (answer.status_code, set(answer.json())) == (404, {"error"})
    assert shown.get("/chronology?since=soon").status_code == 400


def test_files_are_ours_alone(shown: TestClient) -> None:
    assert shown.get("/static/app.css").status_code == 200
    for name in ("../app.py", "..%2fapp.py", "%2e%2e/app.py", "/etc/passwd", "..\\app.py", ""):
        assert shown.get(f"/static/{name}").status_code == 404


def test_a_fault_of_our_own_says_nothing_of_itself_and_is_guarded(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(path, faults=False) as client:

        def fail(*given: object) -> None:
            raise KeyError("a secret")

        monkeypatch.setattr("detente.web.app.render.html", fail)
        answer = client.get("/help")
        assert answer.status_code == 500
        assert "secret" not in answer.text
        assert "default-src 'none'" in answer.headers["content-security-policy"]
