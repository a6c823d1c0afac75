"""Several people decide at once, in browsers and in a terminal: nothing is lost, and everybody sees it afterwards."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from detente.ask import open_record
from detente.ask.rulings import check_log, log
from detente.web import desk
from detente.web.accounts import Accounts, Role
from detente.web.sessions import COOKIE
from tests.web.client import TestClient, csrf, found, opened, parsed, sign_in
from tests.web.conftest import People

EACH = 6


class Person:
    """Somebody in a browser of their own."""

    def __init__(self, client: TestClient, token: str) -> None:
        self.client = client
        client.cookies.clear()
        assert sign_in(client, token).status_code == 303
        self.cookie = client.cookies[COOKIE]
        self.csrf = csrf(client)
        client.cookies.clear()

    def get(self, address: str) -> httpx.Response:
        return self.client.get(address, headers={"Cookie": f"{COOKIE}={self.cookie}"})

    def post(self, address: str, **form: str) -> httpx.Response:
        return self.client.post(address, data={"csrf": self.csrf, **form}, headers={"Cookie": f"{COOKIE}={self.cookie}"})

    def asked(self) -> tuple[str, str]:
        """The question on the page, and its first answer."""
        page = parsed(self.get("/review"))
        return found(page, "//input[@name='name']/@value")[0], found(page, "//button[@name='choice']/@value")[0]


@pytest.fixture(params=[desk.PAUSE_S, 0.0], ids=["facts follow later", "facts follow at once"])
def two(path: Path, people: People, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Person, Person]]:
    monkeypatch.setattr(desk, "PAUSE_S", request.param)
    tokens = [Accounts(people.file).add(name, Role.REVIEWER) for name in ("Ana", "Ben")]
    with opened(path, accounts=people.file) as client:
        one, other = (Person(client, token) for token in tokens)
        yield one, other


def facts(path: Path) -> list[str]:
    with open_record(path) as record:
        return sorted(fact.id for fact in record.facts() if fact.kind not in ("visit", "state_visit"))


def whys(path: Path) -> list[tuple[str, str]]:
    with open_record(path) as record:
        assert check_log(record) == ()
        return [(one.ruling.who, one.ruling.why) for one in log(record)]


def test_what_three_decide_at_once_is_all_in_the_log(path: Path, two: tuple[Person, Person]) -> None:
    before, names = whys(path), facts(path)
    terminal = [sys.executable, "-m", "detente", "rule", "accept", names[-1], "--why", "terminal", "--by", "Cai", "--record", str(path)]
    beside = subprocess.Popen(terminal, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def decide(number: int) -> int:
        person = two[number % 2]
        return person.post("/rule", action="accept", names=names[number], why=f"why {number}", back="/").status_code

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(decide, range(2 * EACH)))
    told, _ = beside.communicate(timeout=60)
    assert beside.returncode == 0, told
    assert answers == [303] * 2 * EACH
    added = whys(path)[len(before) :]
    wanted = [(("Ana", "Ben")[number % 2], f"why {number}") for number in range(2 * EACH)] + [("Cai", "terminal")]
    assert sorted(added) == sorted(wanted)
    for person in two:
        for number in range(2 * EACH):
            page = person.get(f"/event/{names[number]}").text
            assert f"why {number}" in page
            assert "accepted by a person" in page
        assert "terminal" in person.get(f"/event/{names[-1]}").text


def test_what_somebody_else_answered_is_not_asked_again_and_nothing_is_lost(path: Path, two: tuple[Person, Person]) -> None:
    ana, ben = two
    before = len(whys(path))
    name, choice = ana.asked()
    assert ben.asked() == (name, choice)
    assert ana.post("/review", name=name, choice=choice, why="by Ana").status_code == 303
    late = ben.post("/review", name=name, choice=choice, why="by Ben")
    assert late.status_code == 200
    assert "question has changed" in late.text
    (following,) = found(parsed(late), "//input[@name='name']/@value")
    assert following != name
    assert ben.post("/review", name=following, choice=ben.asked()[1], why="by Ben").status_code == 303
    assert whys(path)[before:] == [("Ana", "by Ana"), ("Ben", "by Ben")]


def test_both_go_through_the_queue_and_neither_is_asked_what_the_other_decided(path: Path, two: tuple[Person, Person]) -> None:
    before = len(whys(path))
    asked: list[str] = []
    for turn in range(10):
        person = two[turn % 2]
        name, choice = person.asked()
        asked.append(name)
        assert person.post("/review", name=name, choice=choice, why=str(turn)).status_code == 303
    assert len(set(asked)) == len(asked)
    assert [why for _, why in whys(path)[before:]] == [str(turn) for turn in range(10)]


def test_each_takes_back_their_own_step(path: Path, two: tuple[Person, Person]) -> None:
    ana, ben = two
    first, choice = ana.asked()
    ana.post("/review", name=first, choice=choice, why="by Ana")
    second, choice = ben.asked()
    ben.post("/review", name=second, choice=choice, why="by Ben")
    ana.post("/review", choice="undo")
    with open_record(path) as record:
        undone = {one.ruling.why for one in log(record) if one.undone_by}
    assert undone == {"by Ana"}
    assert ana.asked()[0] == first


def test_what_a_terminal_decided_meanwhile_is_not_asked(path: Path, two: tuple[Person, Person]) -> None:
    ana, _ = two
    name, _ = ana.asked()
    with open_record(path) as record:
        what = record.identifiers(name)[0][0]
        from detente.ask.rulings import rule
        from detente.model.ruling import Action

        if what == "discrepancy":
            rule(record, Action.SETTLE, [name], value="both", who="Cai")
        else:
            rule(record, Action.ACCEPT, [name], who="Cai")
    assert ana.asked()[0] != name


def test_what_is_decided_in_a_review_is_on_the_pages_when_the_server_ends(path: Path, people: People) -> None:
    token = Accounts(people.file).add("Ana", Role.REVIEWER)
    with opened(path, accounts=people.file) as client:
        person = Person(client, token)
        name, choice = person.asked()
        person.post("/review", name=name, choice=choice, why="kept")
    with open_record(path) as record:
        last, followed = record.last_rulings()
        assert last == followed
