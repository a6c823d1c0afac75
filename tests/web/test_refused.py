"""A write that nobody may make is refused, whatever the address: the addresses are asked of the app."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from starlette.routing import BaseRoute, Mount, Route

from detente.web.accounts import Accounts, Role
from detente.web.app import create_app
from detente.web.sessions import COOKIE, LASTS
from tests.web.client import ORIGIN, PAGES, TestClient, csrf, digest, everywhere, opened, sign_in
from tests.web.conftest import People

REFUSED = range(400, 500)
FORM = {"action": "reject", "names": "aaaa", "choice": "right", "name": "aaaa", "text": "Kenya met.", "token": "x", "back": "/"}
ID = "0000000000000000"


def routes() -> list[BaseRoute]:
    return create_app(Path("nowhere.detente")).routes


WRITTEN = sorted(route.path for route in routes() if isinstance(route, Route) and "POST" in (route.methods or ()))
READ = sorted(
    route.path.replace("{identifier}", ID).replace("{key}", ID).replace("{name:path}", "Ana")
    for route in routes()
    if isinstance(route, Route) and "GET" in (route.methods or ())
)


def test_all_addresses_are_known() -> None:
    assert WRITTEN == ["/check", "/review", "/rule", "/sign-in", "/sign-out"]
    assert {page.partition("?")[0] for page in PAGES} <= set(READ)
    assert [route.path for route in routes() if isinstance(route, Mount)] == ["/static"]


@pytest.fixture(scope="module")
def before(held: Path) -> str:
    return digest(held)


@pytest.fixture(scope="module")
def owner(held: Path, known: People) -> Iterator[TestClient]:
    """Somebody who may do all."""
    with opened(held, accounts=known.file) as client:
        assert sign_in(client, known.tokens["owner"]).status_code == 303
        yield client


def without_token(client: TestClient, address: str) -> httpx.Response:
    return client.post(address, data=FORM)


def wrong_token(client: TestClient, address: str) -> httpx.Response:
    return client.post(address, data={**FORM, "csrf": "0" * 64})


def odd_token(client: TestClient, address: str) -> httpx.Response:
    return client.post(address, data={**FORM, "csrf": "\u00e9\U0001f600"})


def sent(**headers: str) -> Callable[[TestClient, str], httpx.Response]:
    def send(client: TestClient, address: str) -> httpx.Response:
        token = csrf(client, "/sign-in" if address == "/sign-in" else "/check")
        return client.post(address, data={**FORM, "csrf": token}, headers={k.replace("_", "-"): v for k, v in headers.items()})

    return send


@pytest.mark.parametrize("address", WRITTEN)
@pytest.mark.parametrize(
    "send",
    [
        without_token,
        wrong_token,
        odd_token,
        sent(Origin="https://elsewhere.example"),
        sent(Origin="http://127.0.0.1:9999"),
        sent(Origin="null"),
        sent(Origin=""),
        sent(Origin="http://[::1"),
        sent(Sec_Fetch_Site="cross-site"),
        sent(Sec_Fetch_Site="same-site"),
        sent(Host="elsewhere.example"),
        sent(Host="elsewhere.example:8765", Origin="http://elsewhere.example:8765"),
        sent(Host="127.0.0.1.elsewhere.example"),
        sent(Host="[::1].elsewhere.example"),
        sent(Host=""),
    ],
)
def test_a_form_that_is_not_ours_is_refused(
    owner: TestClient, held: Path, before: str, address: str, send: Callable[[TestClient, str], httpx.Response]
) -> None:
    answer = send(owner, address)
    assert answer.status_code in REFUSED
    assert digest(held) == before
    assert owner.get("/").status_code == 200


@pytest.mark.parametrize("address", sorted({*WRITTEN, *READ, "/static/app.js", "/nowhere"}))
@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"])
def test_no_other_method_is_known(shown: TestClient, address: str, method: str) -> None:
    assert shown.request(method, address).status_code == 403


@pytest.mark.parametrize("address", sorted({*READ, "/static/app.js"} - set(WRITTEN)))
def test_nothing_is_written_where_something_is_shown(shown: TestClient, address: str) -> None:
    assert shown.post(address, data={**FORM, "csrf": csrf(shown)}).status_code in (404, 405)


@pytest.mark.parametrize("address", READ)
def test_another_name_for_this_machine_is_not_answered(shown: TestClient, address: str) -> None:
    answer = shown.get(address, headers={"Host": "rebound.example"})
    assert answer.status_code == 403
    assert "Kenya" not in answer.text


def _nobody(people: People) -> str:
    return ""


def _forged(people: People) -> str:
    return f"{b'the owner'.hex()}.9999999999.0011223344556677.{'0' * 64}"


def _odd(people: People) -> str:
    return "a.b.c.d"


@pytest.mark.parametrize("cookie", [_nobody, _forged, _odd])
def test_nobody_is_shown_or_lets_anything_be_written_without_a_session(held: Path, known: People, cookie: Callable[[People], str]) -> None:
    with opened(held, accounts=known.file) as client:
        client.cookies.set(COOKIE, cookie(known))
        for address in sorted(set(READ) - {"/sign-in", "/static/base.css"}):
            answer = client.get(address)
            assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in"), address
        for address in sorted(set(WRITTEN) - {"/sign-in"}):
            assert client.post(address, data=FORM).status_code == 403, address


def test_a_session_ends_with_its_day(held: Path, known: People, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(held, accounts=known.file) as client:
        sign_in(client, known.tokens["owner"])
        token = csrf(client)
        now = time.time()
        monkeypatch.setattr("detente.web.sessions.time.time", lambda: now + LASTS + 1)
        assert client.get("/").headers["location"] == "/sign-in"
        assert client.post("/rule", data={**FORM, "csrf": token}).status_code == 403


def test_who_is_taken_off_or_given_a_new_token_is_out_at_once(held: Path, people: People) -> None:
    with opened(held, accounts=people.file) as client:
        sign_in(client, people.tokens["owner"])
        token = csrf(client)
        Accounts(people.file).add("the owner", Role.OWNER)
        assert client.get("/").status_code == 303
        Accounts(people.file).remove("the owner")
        assert client.post("/rule", data={**FORM, "csrf": token}).status_code == 403
        assert sign_in(client, people.tokens["owner"]).status_code == 403


def test_a_reader_looks_and_decides_nothing(held: Path, known: People) -> None:
    before = digest(held)
    with opened(held, accounts=known.file) as client:
        sign_in(client, known.tokens["reader"])
        token = csrf(client)
        for address in ("/rule", "/review"):
            assert client.post(address, data={**FORM, "csrf": token}).status_code == 403
        assert client.get("/review").status_code == client.get("/review.json").status_code == 403
        assert 'action="/rule"' not in client.get(next(a for a in everywhere(client, held) if a.startswith("/event/"))).text
        assert client.get("/").status_code == 200
    assert digest(held) == before


@pytest.mark.parametrize("role", ["reviewer", "owner"])
def test_a_reviewer_is_asked(held: Path, known: People, role: str) -> None:
    with opened(held, accounts=known.file) as client:
        sign_in(client, known.tokens[role])
        assert client.get("/review").status_code == 200


def test_looking_changes_nothing(path: Path) -> None:
    before = digest(path)
    with opened(path) as client:
        for address in everywhere(client, path):
            assert client.get(address).status_code == 200, address
            bare, _, query = address.partition("?")
            twin = f"{'/index' if bare == '/' else bare}.json?{query}"
            assert client.get(twin).status_code == 200, twin
            assert client.head(address).status_code == 200, address
    assert digest(path) == before


def test_every_answer_brings_what_guards_it(shown: TestClient) -> None:
    answers = [
        shown.get("/"),
        shown.get("/nowhere"),
        shown.post("/rule"),
        shown.put("/"),
        shown.get("/static/app.js"),
        shown.get("/index.json"),
    ]
    for answer in answers:
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "unsafe" not in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "access-control-allow-origin" not in answer.headers
    assert ORIGIN not in answers[0].text
