from __future__ import annotations

from pathlib import Path

from detente.publish.page import chronology_html
from tests.publish.sample import chronicle
from tools.make_pictures import SHOTS, most_quoted, scrolled


def test_the_line_with_most_quotes_is_found_and_opened() -> None:
    page = chronology_html(chronicle())
    told = max(chronicle().lines, key=lambda line: len(line.evidence))
    assert most_quoted(page) == f"f-{told.fact.id}"
    shown = scrolled(page, f"f-{told.fact.id}")
    assert shown.count("<details open ") == 1
    assert "Content-Security-Policy" not in shown


def test_every_picture_is_there(root: Path) -> None:
    for name in SHOTS:
        assert (root / "docs" / "images" / name).read_bytes().startswith(b"\x89PNG")
