"""A record, a server for it, and people who may sign in."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from detente.web.accounts import Accounts, Role
from detente.web.links import ServerLinks
from detente.web.page import Reader, View
from detente.web.selection import Selection
from detente.web.snapshot import Keeper
from tests.web.client import TestClient, opened
from tests.web.record import made


@dataclass(frozen=True, slots=True)
class People:
    """A file of accounts and the token of each role."""

    file: Path
    tokens: dict[str, str]


@pytest.fixture(scope="session")
def held(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record that nobody changes."""
    return made(tmp_path_factory.mktemp("web") / "held.detente")


@pytest.fixture
def path(held: Path, tmp_path: Path) -> Path:
    """A record to be changed."""
    return Path(shutil.copy(held, tmp_path / "r.detente"))


@pytest.fixture(scope="session")
def shown(held: Path) -> Iterator[TestClient]:
    """A server for the record that nobody changes."""
    with opened(held) as client:
        yield client


@pytest.fixture
def client(path: Path) -> Iterator[TestClient]:
    """A server for the record that can be changed."""
    with opened(path) as held:
        yield held


@pytest.fixture(scope="session")
def known(tmp_path_factory: pytest.TempPathFactory) -> People:
    """One person of each role; the accounts stay as they are."""
    file = tmp_path_factory.mktemp("people") / "people.json"
    accounts = Accounts(file)
    return People(file, {role.value: accounts.add(f"the {role}", role) for role in Role})


@pytest.fixture
def people(known: People, tmp_path: Path) -> People:
    """The same, to be changed."""
    return People(Path(shutil.copy(known.file, tmp_path / "people.json")), known.tokens)


@pytest.fixture
def view(held: Path) -> Iterator[View]:
    """What a page may ask, nothing being chosen."""
    keeper = Keeper(held)
    yield View(keeper.record, keeper.snapshot, Selection(), ServerLinks(Selection()), Reader("", "owner", "x"))
    keeper.close()
