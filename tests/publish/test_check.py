from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from detente.ask import open_record
from detente.ask.check import ArticleCheck, check
from detente.publish.check import check_html
from detente.publish.check_markdown import check_markdown
from detente.publish.check_page import rows
from detente.publish.check_words import VERDICT_MARKS, VERDICT_WORDS, lede, scope_words, title_of
from detente.publish.plain import one_line
from tests.ask.check.conftest import MARCH, article, press, wire
from tests.factory import keep

TEXT = (
    "A 26-year journey\n\n"
    "Joe Biden was in Hanoi on 13-14 September 2023, <script>alert(1)</script> & more \u202e.\n\n"
    "All US presidents after the war have visited Vietnam. Nothing here.\n\n"
    "A last word."
)
VISIT = ("Joe Biden was in Hanoi on 13-14 September 2023", "visit", "USA>VNM", "2023-09-13/2023-09-14", {"persons": ["Joe Biden/USA"]})


@pytest.fixture(scope="module")
def answer(tmp_path_factory: pytest.TempPathFactory) -> ArticleCheck:
    path: Path = keep(tmp_path_factory.mktemp("page") / "vn.detente", ("USA", "VNM"), (press(), MARCH), (wire(), MARCH))
    with open_record(path) as record:
        return check(record, article(TEXT, VISIT))


@pytest.fixture(scope="module")
def source(answer: ArticleCheck) -> str:
    return check_html(answer)


def test_the_page_needs_nothing_else_and_runs_nothing(source: str) -> None:
    page: Any = html.document_fromstring(source)
    assert not re.search(r"https?:|//[a-z]|url\(|@import", source)
    assert not page.xpath("//script | //link | //img | //iframe | //@style")
    assert "<script>alert" not in source
    assert "\u202e" not in source


def test_links_lead_somewhere_and_every_claim_stands_once(source: str, answer: ArticleCheck) -> None:
    page: Any = html.document_fromstring(source)
    targets = page.xpath("//@id")
    assert len(targets) == len(set(targets))
    assert {link[1:] for link in page.xpath("//@href")} <= set(targets)
    assert [card.get("id") for card in page.xpath("//article")] == [f"c-{f.number}" for f in answer.findings]


def test_the_whole_article_stands_in_the_rows_unchanged(answer: ArticleCheck) -> None:
    for row, passage in zip(rows(answer), answer.passages, strict=True):
        assert "".join(piece.text for piece in row.stretches) == passage.span.of(answer.text)
    assert sum(len(row.findings) for row in rows(answer)) == len(answer.findings)


def test_a_verdict_is_told_in_words_and_by_a_shape(source: str) -> None:
    page: Any = html.document_fromstring(source)
    (card,) = page.xpath("//article[contains(@class, 'v-contradicted')][.//blockquote]")[:1]
    assert "✗ contradicted" in one_line(card.text_content())
    assert card.xpath(".//details/@open") != []
    assert len(set(VERDICT_MARKS.values())) == len(VERDICT_MARKS) == len(VERDICT_WORDS)


def test_markdown_names_what_is_contradicted_first(answer: ArticleCheck) -> None:
    text = check_markdown(answer)
    assert text.startswith("# Checked: An article\n")
    assert "**Contradicted: " in text
    assert text.index("**Contradicted") < text.index("## 1.")
    assert text.count("\n## ") == len(answer.findings)
    assert "<script>" not in text


def test_the_tally_and_the_scope_are_said(answer: ArticleCheck) -> None:
    assert lede(answer).startswith(f"{len(answer.findings)} claims: ")
    assert scope_words(answer) == "Set against the record of United States and Vietnam: 2 documents, telling of 1995 to 2025."
    assert any(title_of(f).startswith("a length of time: 26 years") for f in answer.findings)
