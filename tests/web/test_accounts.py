from __future__ import annotations

import json
import os
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from detente.model.errors import UsageError
from detente.web import accounts as module
from detente.web.accounts import Accounts, Role


@pytest.fixture
def accounts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Accounts:
    monkeypatch.setitem(module._SCRYPT, "n", 2)
    return Accounts(tmp_path / "people.json")


def test_a_token_is_known_by_its_hash_alone(accounts: Accounts) -> None:
    token = accounts.add("Ana Reyes", Role.REVIEWER)
    assert token not in accounts.path.read_text(encoding="utf-8")
    found = accounts.signed_in(token)
    assert found is not None
    assert (found.name, found.role) == ("Ana Reyes", Role.REVIEWER)


def test_every_token_is_another(accounts: Accounts) -> None:
    assert len({accounts.add(name, Role.READER) for name in ("a", "b", "a")}) == 3


@pytest.mark.parametrize("token", ["", ".", "x", "\u00e9", "\ud800", "0" * 8, "00000000.x", "\0" * 10_000])
def test_any_other_token_is_nobodys(accounts: Accounts, token: str) -> None:
    right = accounts.add("Ana", Role.OWNER)
    assert accounts.signed_in(token) is None
    assert accounts.signed_in(right[:-1]) is None
    assert accounts.signed_in(right + "x") is None


def test_one_hash_is_worked_out_whoever_sends_what(accounts: Accounts, monkeypatch: pytest.MonkeyPatch) -> None:
    right = [accounts.add(name, Role.READER) for name in ("a", "b", "c")][1]
    worked: list[str] = []
    hashed = module._hash

    def counting(token: str, salt: str) -> str:
        worked.append(token)
        return hashed(token, salt)

    monkeypatch.setattr(module, "_hash", counting)
    for token in (right, right[:9] + "wrong", "wrong", ""):
        worked.clear()
        accounts.signed_in(token)
        assert len(worked) == 1


def test_only_their_owner_reads_the_file(accounts: Accounts) -> None:
    accounts.add("Ana", Role.OWNER)
    assert accounts.path.stat().st_mode & 0o777 == 0o600
    accounts.path.chmod(0o644)
    accounts.add("Ben", Role.READER)
    assert accounts.path.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in accounts.path.parent.iterdir()] == ["people.json"]


def test_a_write_that_fails_leaves_the_file_as_it_was(accounts: Accounts, monkeypatch: pytest.MonkeyPatch) -> None:
    accounts.add("Ana", Role.OWNER)
    before = accounts.path.read_bytes()

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        accounts.add("Ben", Role.READER)
    assert accounts.path.read_bytes() == before
    assert [path.name for path in accounts.path.parent.iterdir()] == ["people.json"]


def test_two_who_add_at_once_lose_nobody(accounts: Accounts) -> None:
    names = [f"person {number}" for number in range(12)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda name: Accounts(accounts.path).add(name, Role.READER), names))
    assert sorted(one.name for one in accounts.all()) == sorted(names)


def test_a_name_is_one_however_its_letters_are_composed(accounts: Accounts) -> None:
    accounts.add("Nguy\u1ec5n", Role.READER)
    accounts.add(unicodedata.normalize("NFD", "Nguy\u1ec5n"), Role.OWNER)
    assert [(one.name, one.role) for one in accounts.all()] == [("Nguy\u1ec5n", Role.OWNER)]


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "a\x1b[31m", "\u202eab", "x" * 101])
def test_a_name_can_be_printed(accounts: Accounts, name: str) -> None:
    with pytest.raises(UsageError, match="a name that can be printed"):
        accounts.add(name, Role.READER)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"accounts": 3}',
        '{"accounts": [{}]}',
        '{"accounts": [{"name": "a", "role": "king", "salt": "00", "hashed": "00"}]}',
        '{"accounts": [{"name": 1, "role": "owner", "salt": "00", "hashed": "00"}]}',
        '{"accounts": [{"name": "a", "role": "owner", "salt": "no", "hashed": "00"}]}',
        '{"accounts": [{"name": "a", "role": "owner", "salt": "00", "hashed": "\u00e9"}]}',
        "[" * 100_000,
    ],
)
def test_a_file_that_is_none_is_told(accounts: Accounts, text: str) -> None:
    accounts.path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match="is no file of accounts"):
        accounts.all()
    with pytest.raises(UsageError, match="is no file of accounts"):
        accounts.add("Ana", Role.OWNER)
    assert accounts.path.read_text(encoding="utf-8") == text


def test_a_file_that_cannot_be_read_is_told(accounts: Accounts) -> None:
    accounts.path.mkdir()
    with pytest.raises(UsageError, match="cannot be read"):
        accounts.all()


def test_somebody_is_taken_off(accounts: Accounts) -> None:
    token = accounts.add("Ana", Role.OWNER)
    accounts.remove("Ana")
    assert accounts.signed_in(token) is None
    assert accounts.named("Ana") is None
    with pytest.raises(UsageError, match="no account 'Ana'"):
        accounts.remove("Ana")


def test_no_file_is_nobody(accounts: Accounts) -> None:
    assert accounts.all() == ()


def test_the_file_is_json_by_name(accounts: Accounts) -> None:
    for name in ("b", "a"):
        accounts.add(name, Role.READER)
    assert [one["name"] for one in json.loads(accounts.path.read_text())["accounts"]] == ["a", "b"]
