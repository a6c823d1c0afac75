from __future__ import annotations

import pytest

from detente.web.security import CSP, Seal, host_of, same_origin


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("localhost", "localhost"),
        ("LocalHost:8765", "localhost"),
        ("127.0.0.1:1", "127.0.0.1"),
        ("[::1]:80", "[::1]"),
        ("[::1]", "[::1]"),
        ("[::1].elsewhere.example", ""),
        ("localhost:80:80", ""),
        ("localhost:x", ""),
        ("", ""),
        ("localhost@elsewhere.example", "localhost@elsewhere.example"),
    ],
)
def test_the_name_in_a_host_header(header: str, name: str) -> None:
    assert host_of(header) == name


@pytest.mark.parametrize(
    ("origin", "same"),
    [
        ("http://localhost:8765", True),
        ("https://LOCALHOST:8765", True),
        ("http://localhost", False),
        ("http://localhost:8766", False),
        ("null", False),
        ("", False),
        ("http://[::1", False),
        ("ftp://localhost:8765", False),
        ("http://localhost:8765.elsewhere.example", False),
        ("http://user@localhost:8765", False),
    ],
)
def test_an_origin_is_this_server_or_somebody_else(origin: str, same: bool) -> None:
    assert same_origin(origin, "localhost:8765") is same


def test_no_host_and_no_origin_are_not_the_same() -> None:
    assert not same_origin("http://", "")


def test_a_token_is_of_one_session_and_of_one_start() -> None:
    seal = Seal()
    assert seal.holds("ana", seal.token("ana"))
    assert not seal.holds("ana", seal.token("ben"))
    assert not Seal().holds("ana", seal.token("ana"))


@pytest.mark.parametrize("sent", ["", "\u00e9", "\ud800", "\U0001f600", "\0", "0" * 64, "x" * 100_000])
def test_whatever_is_sent_as_a_token_is_weighed(sent: str) -> None:
    seal = Seal()
    assert not seal.holds("ana", sent)
    assert not seal.same(sent, "")


def test_the_policy_lets_nothing_in_from_elsewhere() -> None:
    assert "default-src 'none'" in CSP
    assert not {"unsafe-inline", "unsafe-eval", "*", "http:", "https:"} & set(CSP.replace(";", "").replace("'", "").split())
