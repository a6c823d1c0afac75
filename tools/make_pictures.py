"""Photograph the page and the web app of the example for README and docs, in Debian's Chromium.

usage: make_pictures.py

Builds the record of examples/vietnam-us anew, writes its page, and takes docs/images/*.png. The pictures are committed: look at them first.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from detente.ask.record import open_record

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
BUILD = ("build", "examples/vietnam-us", "--between", "Vietnam", "United States", "--at", "2026-01-05T09:00:00Z")
BROWSER = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--hide-scrollbars"),
)

SHOTS = {
    "page.png": (1280, 1180, ""),
    "quotes.png": (1280, 700, "the line with most quotes"),
    "figures.png": (1280, 760, "figures"),
}
"""File, width and height, and what stands at its top: nothing for the head of the page."""

SERVED = {"overview": "/", "chronology": "/chronology", "event": "/event/{most}", "review": "/review", "map": "/map"}
"""Pages of the web app; ``most`` is the fact that most statements support."""
WINDOW = (1000, 660)

PATIENCE_MS = 300_000
"""An article is read by a process of its own, which loads what it needs first."""

ARTICLE = """Three decades between Hanoi and Washington

Bilateral trade came to 98 billion dollars in 2023, according to the U.S. Census Bureau. Bill Clinton announced the normalization of
relations with Vietnam on 11 July 1995, and in November 2000 he landed in Hanoi.

Barack Obama and Truong Tan Sang agreed on a comprehensive partnership on 25 July 2013. In September 2023 the two sides raised it to a
comprehensive strategic partnership. Officials expect a new round of talks in Da Nang next spring.
"""
"""Of our own, to be checked in a picture: true, false, and nothing that the record knows of."""


def detente(*arguments: str) -> None:
    """Run one command on the example; a refused file is no failure."""
    done = subprocess.run([sys.executable, "-m", "detente", *arguments], cwd=ROOT, check=False)
    if done.returncode not in (0, 1):
        sys.exit(done.returncode)


def most_quoted(page: str) -> str:
    """The id of the event line with most quotes under it."""
    lines = re.findall(r'<details class="event tone[^>]*id="(f-\w+)".*?</details>', page, re.DOTALL)
    bodies = re.findall(r'<details class="event tone[^>]*id="f-\w+".*?</details>', page, re.DOTALL)
    counts: dict[str, int] = {line: body.count("<mark>") for line, body in zip(lines, bodies, strict=True)}
    return max(counts, key=lambda line: counts[line])


def scrolled(page: str, top: str) -> str:
    """The page with the element ``top`` open and at its head. Everything before it is left out, since a picture cannot scroll."""
    opened = re.sub(rf'<details (?=[^>]*id="{top}")', "<details open ", page)
    style = f"<style>body>*:not(main),main>section:not(:has(#{top})):not(#{top}){{display:none}}"
    style += f"section.year:not(:has(#{top})),#chronology>:not(.year){{display:none}}main>section{{margin-top:1.5rem!important}}</style>"
    bare = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", opened)
    return bare.replace("</head>", f"{style}</head>")


def photograph_app(browser: str, record: str) -> None:
    """Take the pictures of the web app."""
    with open_record(Path(record)) as opened:
        most = max(opened.facts(), key=lambda fact: (len(fact.supports), fact.id)).id
    command = (sys.executable, "-m", "detente", "serve", "--record", record, "--port", "0")
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        home = server.stderr.readline().split(" at ")[1].split()[0].rstrip("/") if server.stderr else ""
        with sync_playwright() as playwright:
            opened_browser = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
            page = opened_browser.new_page(viewport={"width": WINDOW[0], "height": WINDOW[1]}, color_scheme="light")
            for name, path in SERVED.items():
                page.goto(home + path.format(most=most))
                page.screenshot(path=IMAGES / f"web-{name}.png")
                print(f"wrote web-{name}.png")
            page.goto(f"{home}/check")
            page.fill("#text", ARTICLE)
            page.click("button.main", timeout=PATIENCE_MS)
            page.wait_for_selector(".checked", timeout=PATIENCE_MS)
            page.screenshot(path=IMAGES / "web-check.png")
            print("wrote web-check.png")
            opened_browser.close()
    finally:
        server.terminate()
        server.communicate()


def main() -> None:
    """Take every picture."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        sys.exit("make_pictures: chromium is not installed")
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        record, page = str(folder / "example.detente"), folder / "page.html"
        detente(*BUILD, "--record", record)
        detente("chronology", "--record", record, "--to", "html", "-o", str(page))
        photograph_app(browser, record)
        text = page.read_text(encoding="utf-8")
        for file, (width, height, top) in SHOTS.items():
            shown = folder / f"{file}.html"
            target = most_quoted(text) if "quotes" in top else top
            shown.write_text(scrolled(text, target) if top else text, encoding="utf-8")
            shot = (
                f"--screenshot={IMAGES / file}",
                f"--window-size={width},{height}",
                f"--user-data-dir={folder / 'profile'}",
                shown.as_uri(),
            )
            subprocess.run([browser, *BROWSER, *shot], check=True, capture_output=True)
            print(f"wrote {file}")


if __name__ == "__main__":
    main()
