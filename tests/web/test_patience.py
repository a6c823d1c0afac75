from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from detente.web import patience
from detente.web.patience import Patient

ASKED = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
LARGE = 30_000_000
"""More than the buffers between two programs of one machine hold."""


async def _long(request: Request) -> Response:
    return PlainTextResponse("x" * LARGE)


async def _short(request: Request) -> Response:
    return PlainTextResponse("here")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[uvicorn.Server]:
    """A server that has little patience."""
    monkeypatch.setattr(patience, "HEAD_S", 0.2)
    app = Starlette(routes=[Route("/", _short), Route("/long", _long)])
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        server = uvicorn.Server(uvicorn.Config(app, port=port, http=Patient, ws="none", log_level="critical", timeout_keep_alive=60))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        yield server
        server.should_exit = True
        thread.join()


@pytest.fixture
def port(server: uvicorn.Server) -> int:
    """Where it listens."""
    return server.config.port


@contextmanager
def connected(port: int) -> Iterator[socket.socket]:
    """A connection; waiting on it for ever would be a fault."""
    with socket.create_connection(("127.0.0.1", port), timeout=60) as held:
        yield held


def ended(held: socket.socket) -> bool:
    """Whether the other side lets go, after whatever it still has to say."""
    try:
        while held.recv(65536):
            pass
    except ConnectionResetError:
        return True
    return True


@pytest.mark.parametrize("said", [b"", ASKED[:-2], b"\r\n"])
def test_a_connection_without_a_whole_head_is_let_go(port: int, said: bytes) -> None:
    with connected(port) as held:
        held.sendall(said)
        assert ended(held)


@pytest.mark.parametrize("next_one", [b"", ASKED[:10]])
def test_so_is_one_that_asks_nothing_whole_after_an_answer(port: int, next_one: bytes) -> None:
    with connected(port) as held:
        held.sendall(ASKED)
        assert b"200 OK" in held.recv(65536)
        held.sendall(next_one)
        assert ended(held)


def test_a_drop_at_a_time_is_no_request(port: int) -> None:
    """Each byte that comes does not begin the wait anew."""
    with connected(port) as held, pytest.raises(OSError, match=r"Broken pipe|reset"):
        _drip(held)


def test_an_answer_that_nobody_reads_is_let_go(server: uvicorn.Server, port: int) -> None:
    with connected(port) as held:
        held.sendall(ASKED.replace(b"/ ", b"/long ", 1))
        assert held.recv(1)
        assert _polled(lambda: not server.server_state.connections)


def test_requests_one_after_the_other_are_answered(port: int) -> None:
    with connected(port) as held:
        for _ in range(3):
            held.sendall(ASKED + ASKED)
            told = b""
            while told.count(b"200 OK") < 2:
                told += held.recv(65536)


def _drip(held: socket.socket) -> None:
    held.sendall(ASKED[:-2])
    for number in range(1_000_000):
        held.sendall(b"X-%d: 1\r\n" % number)
        threading.Event().wait(0.01)


def _polled(true: Callable[[], bool]) -> bool:
    pause = threading.Event()
    return any(true() or pause.wait(0.05) for _ in range(400))
