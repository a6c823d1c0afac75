from __future__ import annotations

from pathlib import Path

import pytest

from detente.web.accounts import Accounts, Role
from tests.cli.conftest import Run


def test_a_token_is_told_once_and_only_its_hash_is_kept(detente: Run, tmp_path: Path) -> None:
    file = tmp_path / "people.json"
    ran = detente("account", "add", "Hanh", "--role", "reviewer", "--accounts", str(file))
    token = ran.out.strip()
    assert ran.code == 0
    assert len(token) > 20
    assert "not shown again" in ran.err
    assert token not in ran.err
    assert token not in file.read_text(encoding="utf-8")
    assert [(account.name, account.role) for account in Accounts(file).all()] == [("Hanh", Role.REVIEWER)]


def test_a_new_token_takes_the_place_of_the_old_one(detente: Run, tmp_path: Path) -> None:
    file = str(tmp_path / "people.json")
    first, second = (detente("account", "add", "Hanh", "--accounts", file).out for _ in range(2))
    assert first != second
    assert [account.name for account in Accounts(Path(file)).all()] == ["Hanh"]


def test_people_are_listed_and_taken_off(detente: Run, tmp_path: Path) -> None:
    file = str(tmp_path / "people.json")
    for name, role in (("Hanh", "owner"), ("Abebe", "reader")):
        assert detente("account", "add", name, "--role", role, "--accounts", file).code == 0
    listed = detente("account", "list", "--accounts", file).out.splitlines()
    assert sorted(line.split() for line in listed) == [["owner", "Hanh"], ["reader", "Abebe"]]
    assert detente("account", "remove", "Hanh", "--accounts", file).code == 0
    assert detente("account", "list", "--accounts", file).out.split() == ["reader", "Abebe"]


@pytest.mark.parametrize("words", [("add", "Hanh", "--role", "king"), ("add",), ("add", "Hanh")])
def test_what_is_missing_or_wrong_is_said(words: tuple[str, ...], detente: Run, tmp_path: Path) -> None:
    file = ("--accounts", str(tmp_path / "people.json")) if words[-1] != "Hanh" else ()
    assert detente("account", *words, *file).code == 2
    assert list(tmp_path.iterdir()) == []


def test_nobody_can_be_taken_off_twice(detente: Run, tmp_path: Path) -> None:
    file = str(tmp_path / "people.json")
    detente("account", "add", "Hanh", "--accounts", file)
    detente("account", "remove", "Hanh", "--accounts", file)
    assert detente("account", "remove", "Hanh", "--accounts", file).code == 2
