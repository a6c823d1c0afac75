"""A browser, and servers for it: the record of the example, and one of thousands of events."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, sync_playwright

from quality.record.generate import generate

WIDE, NARROW = (1280, 900), (390, 844)
BROWSERS = ("chromium", "chromium-browser", "google-chrome")

MARKED = (
    "Two neighbours and a bridge \U0001f309\U0001f1fb\U0001f1f3\n\n"
    "Ha\u0300 No\u0323\u0302i, 14 March 2019. \U0001f600 Vie\u0323\u0302t Nam and the United States signed an agreement on bridges "
    "in Ha\u0300 No\u0323\u0302i on 12 March 2019. Trade between Vietnam and the United States reached $60 billion in 2018.\n"
)
"""Emoji of several code units and letters taken apart, before what is to be marked."""

STATEMENTS = 20_000
"""Give about six thousand events; `make bench` asks a record of twenty thousand."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, where there is one. Ended with its module: two drivers cannot run in one process at a time."""
    found = os.environ.get("DETENTE_BROWSER") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.skip("no chromium on this machine; install one, or name it with DETENTE_BROWSER")
    with sync_playwright() as playwright:
        try:
            held = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        except Error as error:
            pytest.skip(f"chromium does not run here: {error.message.splitlines()[0]}")
        yield held
        held.close()


def run(*arguments: str) -> None:
    done = subprocess.run([sys.executable, "-m", "detente", *arguments], capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr


@pytest.fixture(scope="session")
def example(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's record with a document of our own whose marks stand behind odd letters."""
    folder = tmp_path_factory.mktemp("browser")
    marked = folder / "bridges.txt"
    marked.write_text(MARKED, encoding="utf-8")
    record = folder / "example.detente"
    run("build", str(root / "examples/vietnam-us"), str(marked), "--between", "Vietnam", "United States", "--record", str(record))
    return record


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A generated record of thousands of events."""
    record = tmp_path_factory.mktemp("large") / "large.detente"
    generate(record, STATEMENTS)
    return record


def serving(record: Path) -> Iterator[str]:
    """The address of a server for ``record``, ended by its own number."""
    server = subprocess.Popen(
        [sys.executable, "-m", "detente", "serve", "--record", str(record), "--port", "0"], stderr=subprocess.PIPE, text=True
    )
    try:
        assert server.stderr is not None
        line = server.stderr.readline()
        assert "http://" in line, line + server.stderr.read()
        yield line.split(" at ")[1].split()[0].rstrip("/")
    finally:
        server.terminate()
        server.communicate()


@pytest.fixture(scope="session")
def address(example: Path) -> Iterator[str]:
    """Where the example is served."""
    yield from serving(example)


@pytest.fixture(scope="session")
def large_address(large: Path) -> Iterator[str]:
    """Where the large record is served."""
    yield from serving(large)


class Watched:
    """A page of a browser that remembers what scripts complained of and what was asked beyond the server."""

    def __init__(self, context: BrowserContext, home: str) -> None:
        self.page: Page = context.new_page()
        self.home = home
        self.wrong: list[str] = []
        self.page.on("console", lambda message: self.wrong.append(message.text) if message.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("request", lambda asked: None if asked.url.startswith(home) else self.wrong.append(f"asked {asked.url}"))

    def open(self, path: str) -> Page:
        """The page under ``path``."""
        answer = self.page.goto(self.home + path)
        assert answer is not None
        assert answer.ok, f"{path} answered {answer.status}"
        return self.page


@pytest.fixture
def watched(browser: Browser, address: str) -> Iterator[Watched]:
    """The example in a wide window. Fails the test where anything complains."""
    yield from _watch(browser, address)


@pytest.fixture
def watched_large(browser: Browser, large_address: str) -> Iterator[Watched]:
    """The large record in a wide window."""
    yield from _watch(browser, large_address)


def _watch(browser: Browser, home: str) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": WIDE[0], "height": WIDE[1]})
    made = Watched(context, home)
    yield made
    context.close()
    assert made.wrong == []
