from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.ask import open_record
from detente.ask.rulings import check_log, log
from detente.web.guard import FORM, UPLOAD
from detente.web.writes import FIELDS_AT_MOST, _back
from tests.web import chores
from tests.web.client import TestClient, csrf, digest, found, parsed


def event(path: Path, kind: str = "agreement_signed") -> str:
    with open_record(path) as record:
        return min(fact.id for fact in record.facts() if fact.kind == kind)


def ruled(path: Path) -> list[tuple[str, str, str]]:
    with open_record(path) as record:
        assert check_log(record) == ()
        return [(one.ruling.action.value, one.ruling.why, one.ruling.who) for one in log(record)]


def test_a_ruling_on_a_page_is_in_the_log_and_on_the_page(client: TestClient, path: Path) -> None:
    name, before = event(path), len(ruled(path))
    form = {"csrf": csrf(client), "action": "accept", "names": name, "why": "seen the original", "back": f"/event/{name}"}
    answer = client.post("/rule", data=form)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/event/{name}")
    assert [one[:2] for one in ruled(path)[before:]] == [("accept", "seen the original")]
    page = client.get(f"/event/{name}").text
    assert "seen the original" in page
    assert "accepted by a person" in page


def test_an_edit_is_read_from_its_form(client: TestClient, path: Path) -> None:
    name = event(path)
    form = {"csrf": csrf(client), "action": "edit", "names": name, "field": "object", "value": "the Harbour Accord", "why": "", "back": "/"}
    assert client.post("/rule", data=form).status_code == 303
    assert "Harbour Accord" in client.get("/chronology").text


@pytest.mark.parametrize(
    ("form", "why"),
    [
        ({"action": "burn", "names": "aaaa"}, "is no ruling"),
        ({"action": "accept", "names": ""}, "Say what the ruling is about."),
        ({"action": "accept", "names": "zzzz"}, "zzzz"),
        ({"action": "<img src=x>", "names": "a"}, "&lt;img src=x&gt;"),
    ],
)
def test_what_makes_no_sense_is_told_and_not_kept(client: TestClient, path: Path, form: dict[str, str], why: str) -> None:
    before = digest(path)
    answer = client.post("/rule", data={"csrf": csrf(client), **form})
    assert answer.status_code == 400
    assert why in answer.text
    assert digest(path) == before


def test_a_question_is_answered_skipped_and_taken_back(client: TestClient, path: Path) -> None:
    before = len(ruled(path))
    asked = found(parsed(client.get("/review")), "//input[@name='name']/@value")[0]
    choice = found(parsed(client.get("/review")), "//button[@name='choice']/@value")[0]
    token = csrf(client)
    for sent in ({"choice": choice, "name": asked, "why": "both read"}, {"choice": "undo"}, {"choice": "skip", "name": asked}):
        assert client.post("/review", data={"csrf": token, **sent}).status_code == 303
    assert [one[1] for one in ruled(path)[before:]] == ["both read", ""]
    assert [one[0] for one in ruled(path)[before:]][-1] == "undo"
    assert found(parsed(client.get("/review")), "//input[@name='name']/@value")[0] != asked


def test_an_answer_to_another_question_decides_nothing(client: TestClient, path: Path) -> None:
    before = digest(path)
    answer = client.post("/review", data={"csrf": csrf(client), "choice": "right", "name": "0" * 16})
    assert "question has changed" in answer.text
    assert found(parsed(answer), "//input[@name='name']/@value")
    assert digest(path) == before


def test_an_answer_that_is_none_is_told_and_asked_again(client: TestClient) -> None:
    asked = found(parsed(client.get("/review")), "//input[@name='name']/@value")[0]
    answer = client.post("/review", data={"csrf": csrf(client), "choice": "perhaps", "name": asked})
    assert "is no answer" in answer.text
    assert found(parsed(answer), "//input[@name='name']/@value") == [asked]


@pytest.mark.parametrize(
    "back",
    ["//elsewhere.example", "https://elsewhere.example/", "/\\elsewhere.example", "javascript:alert(1)", "", "x", "/a\r\nB: c", "\\/x"],
)
def test_the_way_back_stays_here(back: str) -> None:
    assert _back(back) == "/"


def test_the_way_back_keeps_its_day() -> None:
    assert _back("/event/ab?asof=2001-01-01#h") == "/event/ab?asof=2001-01-01#h"


@pytest.mark.parametrize("address", ["/rule", "/review", "/sign-out", "/nowhere", "/"])
def test_a_form_is_short(client: TestClient, address: str) -> None:
    answer = client.post(address, data={"csrf": csrf(client), "why": "x" * FORM})
    assert answer.status_code in ((413,) if address in ("/rule", "/review", "/sign-out") else (404, 405))
    if answer.status_code == 413:
        assert "too large" in found(parsed(answer), "//main")[0].text_content()


def test_a_file_is_refused_by_what_is_announced(client: TestClient) -> None:
    def never() -> Iterator[bytes]:
        raise AssertionError("nothing is read of what is too large")
        yield b""

    answer = client.post(
        "/check", content=b"x", headers={"Content-Length": str(UPLOAD + 1), "Content-Type": "multipart/form-data; boundary=b"}
    )
    assert answer.status_code == 413
    assert "25.1 million bytes" in answer.text


def test_a_file_is_refused_by_what_comes_though_nothing_is_announced(client: TestClient) -> None:
    sent = 0

    def parts() -> Iterator[bytes]:
        nonlocal sent
        yield b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'
        for _ in range(40):
            sent += 1
            yield b"x" * 1_000_000

    answer = client.post("/check", content=parts(), headers={"Content-Type": "multipart/form-data; boundary=b"})
    assert answer.status_code == 413


@pytest.mark.parametrize("announced", ["-1", "x", "9" * 30])
def test_a_length_that_is_none_is_not_believed(client: TestClient, announced: str) -> None:
    answer = client.post("/rule", content=b"csrf=x", headers={"Content-Length": announced})
    assert answer.status_code in (403, 413)


def test_a_form_has_few_fields_and_one_file(client: TestClient) -> None:
    token = csrf(client)
    many = {f"f{number}": "x" for number in range(FIELDS_AT_MOST + 1)}
    assert client.post("/rule", data={"csrf": token, **many}).status_code == 400
    two = [("file", ("a.txt", b"a")), ("file", ("b.txt", b"b"))]
    assert client.post("/check", data={"csrf": token}, files=two).status_code == 400
    assert client.post("/rule", data={"csrf": token}, files=two[:1]).status_code == 400


@pytest.mark.parametrize(
    "kind",
    [
        "multipart/form-data",
        "multipart/form-data; boundary=b",
        "application/json",
        "text/plain",
        "",
        "multipart/form-data; boundary=b; charset=undefined",
        "multipart/form-data; boundary=b; charset=unicode_escape",
        "multipart/form-data; boundary=b; charset=rot13",
    ],
)
def test_a_body_that_is_no_form_is_refused(client: TestClient, kind: str) -> None:
    body = b'--b\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n\\ud800\r\n--b--\r\n'
    assert client.post("/rule", content=body, headers={"Content-Type": kind}).status_code in (400, 403)


def test_an_article_goes_to_the_checker_with_who_sent_it(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[str, bytes]] = []

    async def check(name: str, data: bytes, who: str) -> str:
        assert who
        seen.append((name, data))
        return "k"

    monkeypatch.setattr(client.app.state.checker, "check", check)  # type: ignore[attr-defined]  # the client knows its app as any ASGI callable
    token = csrf(client)
    answer = client.post("/check", data={"csrf": token, "text": " Kenya met. "})
    assert (answer.status_code, answer.headers["location"]) == (303, "/check/k")
    client.post("/check", data={"csrf": token, "text": "x"}, files={"file": ("../a\0.pdf", b"%PDF")})
    client.post("/check", data={"csrf": token, "text": "x"}, files={"file": ("", b"")})
    assert [data for _, data in seen] == [b"Kenya met.", b"%PDF", b"x"]


def test_a_process_that_dies_is_told_on_a_page(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.web.checking._checked", chores.die)
    answer = client.post("/check", data={"csrf": csrf(client), "text": "Kenya met."})
    assert answer.status_code == 400
    assert "ended by itself" in found(parsed(answer), "//main")[0].text_content()
    assert client.get("/check/0000").status_code == 404
