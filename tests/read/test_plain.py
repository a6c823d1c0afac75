"""A plain text is stored as it stands, and its layout is left to segmenting."""

from __future__ import annotations

from pathlib import Path

from detente.read.plain import read_plain


def test_the_text_is_the_files_own(inputs: Path) -> None:
    raw = (inputs / "offsets.txt").read_bytes()
    content = read_plain(raw, "offsets.txt")
    assert content.text == raw.decode("utf-8-sig")
    assert "\r\n" in content.text
    assert content.blocks == ()
    assert content.title is None
