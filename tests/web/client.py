"""Talking to the app without a network, as a browser does and as nobody should."""

from __future__ import annotations

import re
import sqlite3
import warnings
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

import httpx
from lxml import html

from detente.ask import open_record
from detente.web.app import create_app

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # its author would have another HTTP library under it; this one is what the project pins
    from starlette.testclient import TestClient as TestClient

ORIGIN = "http://127.0.0.1:8765"
PAGES = (
    "/",
    "/chronology",
    "/chronology?quotes=1",
    "/chronology?fact=indicator&fact=commitment&fact=tenure",
    "/figures",
    "/fields",
    "/people",
    "/discrepancies",
    "/sources",
    "/map",
    "/network",
    "/help",
    "/check",
    "/review",
)
"""Every page of the menu, and what the chronology can be told to show."""


def opened(path: Path, faults: bool = True, **options: Any) -> TestClient:
    """A client that follows nothing by itself, and with ``faults`` is told of them as no browser is."""
    return TestClient(create_app(path, **options), base_url=ORIGIN, follow_redirects=False, raise_server_exceptions=faults)


def parsed(answer: httpx.Response) -> html.HtmlElement:
    """The page of an answer."""
    return html.document_fromstring(answer.content)


def found(page: html.HtmlElement, path: str) -> list[Any]:
    """What an XPath finds: elements, or the texts of attributes."""
    held: Any = page.xpath(path)
    return list(held)


def csrf(client: TestClient, page: str = "/check") -> str:
    """The token that a form of ``page`` holds."""
    held = re.search(r'name="csrf" value="([^"]+)"', client.get(page).text)
    assert held is not None
    return held[1]


def sign_in(client: TestClient, token: str) -> httpx.Response:
    """What a browser does with a token."""
    return client.post("/sign-in", data={"csrf": csrf(client, "/sign-in"), "token": token})


def digest(path: Path) -> str:
    """What the record holds, however its file is laid out."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return sha256("\n".join(connection.iterdump()).encode("utf-8", "surrogatepass")).hexdigest()


def everywhere(client: TestClient, path: Path) -> Iterator[str]:
    """The addresses of all pages that can be reached: the menu's, and every event, document and person."""
    yield from PAGES
    with open_record(path) as record:
        yield from (f"/event/{fact.id}" for fact in record.facts())
        yield from (f"/document/{document.id}" for document in record.documents())
    yield from found(parsed(client.get("/people")), "//tbody//th/a/@href")
