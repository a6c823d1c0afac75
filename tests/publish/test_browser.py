"""The page in a real browser: its policy lets its own style and script through, its filter works, and it asks nobody for anything."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from detente.publish.page import chronology_html
from tests.publish.sample import chronicle

FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--virtual-time-budget=3000", "--enable-logging=stderr", "--dump-dom"),
)
SECONDS = 60

DRIVE = """<script>
const form = document.getElementById("sieve");
form.words.value = "Viet Nam 12th";
form.dispatchEvent(new Event("input", { bubbles: true }));
document.body.dataset.shown = document.querySelectorAll("#chronology li:not([hidden]) > .event, #undated li:not([hidden]) > .event").length;
document.body.dataset.years = document.querySelectorAll(".year:not([hidden])").length;
form.words.value = "";
form.dispatchEvent(new Event("input", { bubbles: true }));
form.all.click();
document.body.dataset.all = document.querySelectorAll("#chronology .event[open], #undated .event[open]").length;
location.hash = document.querySelector(".plot a").getAttribute("href");
setTimeout(() => { document.body.dataset.open = document.querySelector(".figure").open; }, 100);
</script></body>"""


@pytest.fixture(scope="module")
def page() -> str:
    """The sample's page."""
    return chronology_html(chronicle())


def opened(source: str, folder: Path) -> tuple[str, str]:
    """What the browser makes of a page, and what it complains of."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        pytest.skip("chromium is not installed")
    place = folder / "page.html"
    place.write_text(source, encoding="utf-8")
    command = [browser, *FLAGS, f"--user-data-dir={folder / 'profile'}", place.as_uri()]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        pytest.skip("chromium does not answer here")
    if done.returncode != 0 or "<html" not in done.stdout:
        pytest.skip("chromium cannot run here")
    return done.stdout, "\n".join(line for line in done.stderr.splitlines() if "CONSOLE" in line)


def test_the_policy_lets_our_own_script_through_and_nothing_complains(page: str, tmp_path: Path) -> None:
    document, complaints = opened(page, tmp_path)
    assert re.search(r'<form id="sieve">', document)
    assert complaints == ""


def test_the_policy_stops_any_other_script(page: str, tmp_path: Path) -> None:
    attacked = page.replace(
        "</main>", '<script>document.body.id = "taken"</script><img src="x" onerror="document.body.id = \'taken\'"></main>'
    )
    document, complaints = opened(attacked, tmp_path)
    assert not re.search(r"<body[^>]* id=", document)
    assert "Content Security Policy" in complaints


def test_the_filter_and_the_links_of_a_chart_work(page: str, tmp_path: Path) -> None:
    bare = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    document, _ = opened(bare.replace("</body>", DRIVE), tmp_path)
    body = re.search(r"<body[^>]*>", document)
    assert body is not None
    assert {'data-shown="1"', 'data-years="1"', 'data-all="14"', 'data-open="true"'} <= set(body[0].rstrip(">").split())
