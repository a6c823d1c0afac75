from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Asked, Run


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[tuple[tuple[Any, ...], dict[str, Any]]]:
    """What the server was started with, in the place of a server; it says at once that it is ready."""
    calls: list[tuple[tuple[Any, ...], dict[str, Any]]] = []

    def serve(*given: Any, **named: Any) -> None:
        calls.append((given, named))
        named["ready"]("http://127.0.0.1:8765/")

    monkeypatch.setattr("detente.web.serving.serve", serve)
    return calls


def test_it_answers_this_machine_alone_unless_told_otherwise(served: list[Any], detente: Run, record: Asked) -> None:
    ran = detente("serve")
    assert ran.code == 0
    ((path, host, port), named) = served[0]
    assert (path.name, host, port) == (record.path.name, "127.0.0.1", 8765)
    assert (named["names"], named["accounts"], named["proxy"]) == ((), None, "")
    assert ran.out == ""
    assert "http://127.0.0.1:8765/" in ran.err


def test_names_accounts_and_proxy_are_passed_on(served: list[Any], detente: Run, record: Asked) -> None:
    words = "serve --host 0.0.0.0 --port 0 --name desk.example --name www.example --accounts people.json --proxy 127.0.0.1"
    assert detente(*words.split()).code == 0
    ((_, host, port), named) = served[0]
    assert (host, port, named["names"]) == ("0.0.0.0", 0, ("desk.example", "www.example"))
    assert (named["accounts"], named["proxy"]) == (Path("people.json"), "127.0.0.1")


@pytest.mark.parametrize(("words", "opened"), [(("serve",), []), (("serve", "--open"), ["http://127.0.0.1:8765/"])])
def test_the_browser_is_opened_when_asked(
    words: tuple[str, ...], opened: list[str], served: list[Any], detente: Run, record: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[str] = []
    monkeypatch.setattr("click.launch", found.append)
    assert detente(*words).code == 0
    assert found == opened


@pytest.mark.parametrize("port", ["-1", "65536", "web"])
def test_a_port_that_is_none_is_refused(port: str, served: list[Any], detente: Run, record: Asked) -> None:
    assert detente("serve", "--port", port).code == 2
    assert served == []
