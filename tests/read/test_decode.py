"""Text in any encoding comes out as it was written; what is no text is refused."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.model.errors import ReadError
from detente.read.decode import decode

SENTENCE = "“Pháp và Việt Nam”: the ministers — Jean-Noël Barrot among them — met in Hà Nội for €1.5 million.\r\n"
WESTERN = "Les ministres se sont réunis à Bruxelles, où ils ont évoqué la coopération – “un nouveau départ”, a dit M. Léotard.\n" * 3
RUSSIAN = "Министры иностранных дел двух стран встретились в Москве и подписали соглашение о торговле и границе.\n" * 5


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_with_and_without_a_mark(encoding: str) -> None:
    assert decode(SENTENCE.encode(encoding), "x") == SENTENCE


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(encoding: str) -> None:
    words = "The ministers met in Oslo.\r\n" * 4
    assert decode(words.encode(encoding), "x") == words


def test_west_european_bytes() -> None:
    assert decode(WESTERN.encode("cp1252"), "x") == WESTERN


def test_other_alphabets_are_detected() -> None:
    assert decode(RUSSIAN.encode("cp1251"), "x") == RUSSIAN


def test_broken_utf_8_is_mended_in_place() -> None:
    raw = SENTENCE.encode() * 5
    broken = raw.replace("Việt".encode(), "Vi\u1ec7".encode()[:3] + b"t", 1)
    assert decode(broken, "x").count("\ufffd") == 1
    assert decode(broken, "x").endswith(SENTENCE * 4)


@pytest.mark.parametrize("raw", [bytes(range(256)) * 20, b"text with \x00 zeros \x00 in it and no plan", b"\x01\x02\x03\x04" * 50])
def test_what_is_no_text_is_refused(raw: bytes) -> None:
    with pytest.raises(ReadError, match="binary"):
        decode(raw, "x")


@given(st.text())
def test_utf_8_always_comes_back(text: str) -> None:
    raw = text.encode()
    try:
        assert decode(raw, "x") == text.removeprefix("\ufeff")
    except ReadError:
        assert any(character < " " for character in text)


@given(st.binary(max_size=300))
def test_any_bytes_decode_or_are_refused(raw: bytes) -> None:
    with contextlib.suppress(ReadError):
        decode(raw, "x").encode()
