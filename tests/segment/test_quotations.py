"""Quotations in every kind of marks, never across blocks."""

from __future__ import annotations

import pytest

from detente.model.document import Document
from detente.segment.layout import segment


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("“We agree,” he said. “It is done.”", ["“We agree,”", "“It is done.”"]),
        ('He called it "a new page" and left.', ['"a new page"']),
        ("The ship «Oruc Reis» sailed.", ["«Oruc Reis»"]),
        ("He spoke of ‘a people’s peace’ there.", ["‘a people’s peace’"]),
        ("The people’s choice and the ministers’ plan.", []),
        ("“It began here.\n\nIt ended there.”", []),
    ],
)
def test_quotations(text: str, quotes: list[str]) -> None:
    layout = segment(Document(id="x", path=None, sha256="x", text=text))
    assert [span.of(text) for span in layout.quotations] == quotes
