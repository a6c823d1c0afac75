from __future__ import annotations

import socket
from pathlib import Path

import pytest
import uvicorn

from detente.model.errors import RecordError, UsageError
from detente.web.accounts import Accounts
from detente.web.serving import serve
from tests.web.conftest import People


@pytest.fixture
def configured(monkeypatch: pytest.MonkeyPatch) -> list[uvicorn.Config]:
    """What a server would run with; it ends at once."""
    seen: list[uvicorn.Config] = []

    def end(self: uvicorn.Server, sockets: list[socket.socket]) -> None:
        seen.append(self.config)
        for held in sockets:
            held.close()

    monkeypatch.setattr(uvicorn.Server, "run", end)
    return seen


def test_this_machine_alone_is_answered_without_more(held: Path, configured: list[uvicorn.Config]) -> None:
    told: list[str] = []
    serve(held, "127.0.0.1", 0, ready=told.append)
    assert told[0].startswith("http://127.0.0.1:")
    assert not configured[0].proxy_headers


@pytest.mark.parametrize(("host", "names"), [("0.0.0.0", ()), ("192.0.2.1", ()), ("::", ()), ("127.0.0.1", ("record.example.org",))])
def test_others_are_let_in_only_with_accounts(held: Path, tmp_path: Path, host: str, names: tuple[str, ...]) -> None:
    for accounts in (None, tmp_path / "none.json"):
        with pytest.raises(UsageError, match="people must sign in"):
            serve(held, host, 0, names=names, accounts=accounts)


def test_accounts_that_hold_nobody_are_told_of(held: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="people must sign in"):
        serve(held, "127.0.0.1", 0, accounts=tmp_path / "none.json")


def test_a_proxy_is_believed_only_where_it_is_named(held: Path, known: People, configured: list[uvicorn.Config]) -> None:
    serve(held, "127.0.0.1", 0, names=["Record.example.org"], accounts=known.file)
    serve(held, "127.0.0.1", 0, names=["Record.example.org"], accounts=known.file, proxy="127.0.0.1")
    assert [config.proxy_headers for config in configured] == [False, True]
    assert configured[1].forwarded_allow_ips == "127.0.0.1"
    assert Accounts(known.file).all()


def test_a_port_that_is_taken_and_a_record_that_is_not_there_are_told(held: Path, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(UsageError, match="cannot be had"):
        serve(held, "127.0.0.1", taken.getsockname()[1])
    with pytest.raises(RecordError):
        serve(tmp_path / "none.detente", "127.0.0.1", 0)
