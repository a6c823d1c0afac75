"""The first bytes decide what a file is; the name only where they leave it open."""

from __future__ import annotations

import pytest

from detente.model.errors import ReadError
from detente.read.sniff import HTML, LINES, MAIL, MARKDOWN, PDF, PLAIN, media_type


@pytest.mark.parametrize(
    ("name", "raw", "kind"),
    [
        ("a.txt", b"They met.", PLAIN),
        ("a", b"They met.", PLAIN),
        ("a.md", b"# Talks", MARKDOWN),
        ("a.txt", b"%PDF-1.7 ...", PDF),
        ("a.html", b"They met.", HTML),
        ("a", b"<!DOCTYPE html><html>", HTML),
        ("a", b"\xef\xbb\xbf  <html lang='en'>", HTML),
        ("a.txt", b"<html> is a tag", PLAIN),
        ("a.jsonl", b'{"text": "x"}', LINES),
        ("a.eml", b"Subject: x", MAIL),
        ("a", b"From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\n\r\nBody", MAIL),
        ("a", b"From: the start\nthey met.", PLAIN),
    ],
)
def test_kinds(name: str, raw: bytes, kind: str) -> None:
    assert media_type(name, raw, name) == kind


@pytest.mark.parametrize("name", ["a.xlsx", "a.zip", "a.docx"])
def test_an_archive_cut_short(name: str) -> None:
    with pytest.raises(ReadError) as caught:
        media_type(name, b"PK\x03\x04rest", name)
    assert caught.value.reason == ("damaged" if name == "a.docx" else "unsupported")
