"""Hostile pages in a real browser: no dialog opens, no script of theirs runs, nothing is asked of anybody else."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from detente.ask import open_record
from tests.web.attacks import ATTACKS
from tests.web.client import PAGES
from tests.web.record import made

CHOSEN = (*ATTACKS[:8], *ATTACKS[9:12], ATTACKS[13])
"""Those that would act in a browser."""


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("dialogs") / "r.detente", CHOSEN)


@pytest.fixture(scope="module")
def address(record: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "detente", "serve", "--port", "0", "--record", str(record)]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert server.stderr is not None
    told = re.search(r"http://\S+", server.stderr.readline())
    assert told is not None
    yield told[0].rstrip("/")
    server.terminate()
    server.communicate(timeout=30)


def test_no_dialog_opens(record: Path, address: str) -> None:
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        pytest.skip("chromium is not installed")
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with open_record(record) as opened:
        shown = [f"/event/{fact.id}" for fact in opened.facts() if fact.kind == "visit"][::3]
        shown += [f"/document/{document.id}" for document in opened.documents()][::6]
    seen: list[str] = []
    with api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = chromium.new_page()

        def noted(dialog: Any) -> None:
            seen.append(f"dialog on {page.url}")
            dialog.dismiss()

        page.on("dialog", noted)
        page.on("pageerror", lambda error: seen.append(f"{page.url}: {error}"))
        page.on("request", lambda request: None if request.url.startswith((address, "data:")) else seen.append(f"asked {request.url}"))
        for place in (*PAGES, *shown):
            page.goto(address + place)
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
            page.mouse.move(300, 300)
        for attack in CHOSEN[::3]:
            page.goto(f"{address}/chronology")
            page.fill("#words", attack)
            page.press("#words", "Enter")
            page.wait_for_url("**/chronology?*")
        assert page.locator("h1").count() == 1
        chromium.close()
    assert seen == []
