from __future__ import annotations

from http.cookies import SimpleCookie
from pathlib import Path

import pytest

from detente.web.sessions import ADDRESSES, COOKIE, TRIES, WHILE, Throttle
from tests.web.client import csrf, opened, sign_in
from tests.web.conftest import People


def cookies(headers: list[str]) -> SimpleCookie:
    held = SimpleCookie()
    for header in headers:
        held.load(header)
    return held


def test_signing_in_leaves_a_cookie_that_no_script_reads_and_no_other_site_sends(held: Path, known: People) -> None:
    with opened(held, accounts=known.file) as client:
        answer = sign_in(client, known.tokens["reviewer"])
        assert (answer.status_code, answer.headers["location"]) == (303, "/")
        left = cookies(answer.headers.get_list("set-cookie"))[COOKIE]
        assert left["httponly"]
        assert left["samesite"].lower() == "strict"
        assert left["path"] == "/"
        assert not left["secure"]
        assert not left["domain"]
        assert known.tokens["reviewer"] not in answer.text + str(answer.headers)
        assert client.get("/").status_code == 200


def test_under_https_the_cookie_is_sent_over_nothing_else(held: Path, known: People) -> None:
    with opened(held, accounts=known.file) as client:
        client.base_url = "https://127.0.0.1:8765"
        answer = sign_in(client, known.tokens["reviewer"])
        assert all(cookie["secure"] for name, cookie in cookies(answer.headers.get_list("set-cookie")).items() if name == COOKIE)


def test_what_a_stranger_says_of_the_protocol_is_not_believed(held: Path, known: People) -> None:
    with opened(held, accounts=known.file) as client:
        client.headers["X-Forwarded-Proto"] = "https"
        answer = sign_in(client, known.tokens["reviewer"])
        assert not cookies(answer.headers.get_list("set-cookie"))[COOKIE]["secure"]


def test_a_session_is_made_anew_at_each_sign_in(held: Path, known: People) -> None:
    with opened(held, accounts=known.file) as client:
        client.cookies.set(COOKIE, "chosen.by.another.one")
        seen = set()
        for _ in range(2):
            answer = sign_in(client, known.tokens["reader"])
            seen.add(cookies(answer.headers.get_list("set-cookie"))[COOKIE].value)
        assert len(seen) == 2
        assert "chosen.by.another.one" not in seen


def test_signing_out_ends_the_session_whoever_holds_its_cookie(held: Path, known: People) -> None:
    with opened(held, accounts=known.file) as client:
        sign_in(client, known.tokens["reader"])
        copied = client.cookies[COOKIE]
        answer = client.post("/sign-out", data={"csrf": csrf(client)})
        assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in")
        assert COOKIE not in client.cookies
        client.cookies.set(COOKIE, copied)
        assert client.get("/").headers["location"] == "/sign-in"
        assert sign_in(client, known.tokens["reader"]).status_code == 303


def test_the_form_of_another_browser_signs_nobody_in(held: Path, known: People) -> None:
    with opened(held, accounts=known.file) as client:
        theirs = csrf(client, "/sign-in")
        client.cookies.clear()
        assert client.post("/sign-in", data={"csrf": theirs, "token": known.tokens["owner"]}).status_code == 403
        csrf(client, "/sign-in")
        assert client.post("/sign-in", data={"csrf": theirs, "token": known.tokens["owner"]}).status_code == 403


def test_the_token_of_a_form_is_of_one_person(held: Path, known: People) -> None:
    with opened(held, accounts=known.file) as client:
        sign_in(client, known.tokens["owner"])
        theirs = csrf(client)
        client.cookies.clear()
        sign_in(client, known.tokens["reviewer"])
        assert client.post("/review", data={"csrf": theirs, "choice": "skip"}).status_code == 403


def test_wrong_tokens_are_slowed_down(held: Path, known: People) -> None:
    with opened(held, accounts=known.file) as client:
        assert [sign_in(client, "wrong").status_code for _ in range(TRIES)] == [403] * TRIES
        refused = sign_in(client, known.tokens["owner"])
        assert refused.status_code == 429
        assert 0 < int(refused.headers["retry-after"]) <= WHILE
        assert "Too many wrong tokens" in refused.text


def test_a_throttle_forgets_with_time_and_keeps_addresses_apart() -> None:
    now = [0.0]
    throttle = Throttle(lambda: now[0])
    for _ in range(TRIES + 3):
        throttle.wrong("a")
    assert throttle.wait("a") == round(WHILE)
    assert throttle.wait("b") == 0
    now[0] = WHILE - 0.2
    assert throttle.wait("a") == 1
    now[0] = WHILE
    assert throttle.wait("a") == 0


def test_a_throttle_does_not_grow_with_addresses() -> None:
    throttle = Throttle(lambda: 0.0)
    for number in range(ADDRESSES + 50):
        throttle.wrong(str(number))
    assert len(throttle._wrong) == ADDRESSES


def test_a_damaged_file_of_accounts_lets_nobody_in_and_tells_strangers_little(held: Path, people: People) -> None:
    with opened(held, accounts=people.file) as client:
        sign_in(client, people.tokens["owner"])
        people.file.write_text("{", encoding="utf-8")
        for answer in (client.get("/"), client.get("/index.json"), client.post("/rule"), sign_in(client, people.tokens["owner"])):
            assert answer.status_code == 503
            assert "file of accounts cannot be read" in answer.text
            assert str(people.file) not in answer.text


def test_without_accounts_there_is_nothing_to_sign_in_to(held: Path) -> None:
    with opened(held) as client:
        assert client.get("/sign-in").headers["location"] == "/"
        assert client.post("/sign-in", data={"token": "x"}).headers["location"] == "/"


@pytest.mark.parametrize(
    "cookie", ["", ".", "..", "...", "zz.1.1.1", "00.x.1.1", "ff.1.1.1", f"{'0' * 5000}.1.1.1", "\u00e9.1.1.1".encode().decode("latin-1")]
)
def test_any_other_cookie_is_nobodys(held: Path, known: People, cookie: str) -> None:
    with opened(held, accounts=known.file) as client:
        answer = client.get("/", headers=[(b"cookie", f"{COOKIE}={cookie}".encode("latin-1"))])
        assert answer.headers["location"] == "/sign-in"
