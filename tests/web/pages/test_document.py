from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from detente.model.span import Span
from detente.web.page import View
from detente.web.pages import document
from detente.web.pages.document import paragraphs
from tests.factory import document as made
from tests.factory import statement

TEXT = "\U0001f600 Vie\u0323\u0302t Nam.\n\nKenya met the United States in May 1961. They parted.\n \n\nThe end."


def test_marks_are_the_statements_own_characters(view: View) -> None:
    for sha, summary in view.snapshot.documents.items():
        if summary.path is None or not summary.path.endswith(".txt"):
            continue
        body = document.page(view, sha).body
        assert isinstance(body, document.Reading)
        for said in body.said:
            pieces = [piece for paragraph in body.paragraphs for piece in paragraph.pieces if said.statement.id in piece.statements]
            assert "".join(piece.text for piece in pieces) == said.statement.quote
            assert [said.statement.id in piece.begins for piece in pieces] == [True, *[False] * (len(pieces) - 1)]
        assert [said.number for said in body.said] == list(range(1, len(body.said) + 1))


def test_statements_that_overlap_share_their_characters() -> None:
    doc = made(TEXT)
    whole = statement(doc, "Kenya met the United States in May 1961", "meeting", "KEN,USA", "1961-05")
    part = statement(doc, "United States in May 1961. They parted", "criticism", "KEN>USA", "1961-05")
    pieces = paragraphs(TEXT, [whole, part])[1].pieces
    assert [(piece.text, len(piece.statements)) for piece in pieces] == [
        ("Kenya met the ", 1),
        ("United States in May 1961", 2),
        (". They parted", 1),
        (".", 0),
    ]


def test_a_page_is_named_where_it_begins() -> None:
    found = paragraphs("a\n\nb\n\nc", [], {0: 1, 6: 2})
    assert [paragraph.page for paragraph in found] == [1, None, 2]


@given(st.text(alphabet="ab \n\t\r\u0302\U0001f600", max_size=60), st.lists(st.tuples(st.integers(0, 59), st.integers(1, 20)), max_size=4))
def test_no_character_but_blank_lines_is_lost(text: str, spans: list[tuple[int, int]]) -> None:
    doc = made("Kenya met. " + "x" * 80)
    base = statement(doc, "Kenya met", "meeting", "KEN,USA")
    from dataclasses import replace

    held = [replace(base, id=str(n), span=Span(start, start + size)) for n, (start, size) in enumerate(spans) if start + size <= len(text)]
    shown = "\n".join("".join(piece.text for piece in paragraph.pieces) for paragraph in paragraphs(text, held))
    assert shown.split() == text.split()
