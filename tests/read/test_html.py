"""A press page gives its article: no navigation, no cookie line, no related links; metadata as its tags state it."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.model.document import Block, BlockKind
from detente.read.content import Content
from detente.read.html import read_html

PARAGRAPH = (
    "<p>The presidents of Peru and Ecuador met in Lima on {} and agreed to reopen the bridge that the flood had carried away in March.</p>"
)


def page(head: str, body: str = "") -> bytes:
    paragraphs = "".join(PARAGRAPH.format(f"{day} May 2019") for day in (3, 4, 5))
    return (
        f"<!doctype html><html><head><meta charset='utf-8'>{head}</head><body><article>{body}{paragraphs}</article></body></html>".encode()
    )


def kinds(content: Content, kind: BlockKind) -> list[str]:
    return [block.span.of(content.text) for block in content.blocks if block.kind is kind]


def test_the_article_and_nothing_else(inputs: Path) -> None:
    content = read_html((inputs / "page.html").read_bytes(), "page.html")
    for strange in ("Home", "cookies", "Related articles", "Coffee prices", "All rights reserved", "Privacy"):
        assert strange not in content.text
    assert "on 26 October 1998, after a war" in content.text
    assert "private property under Peruvian sovereignty" in content.text


def test_roles_of_the_blocks(inputs: Path) -> None:
    content = read_html((inputs / "page.html").read_bytes(), "page.html")
    assert kinds(content, BlockKind.TITLE) == ["Peru and Ecuador mark 25 years of the Brasilia peace"]
    assert kinds(content, BlockKind.HEADING) == ["What the peace has changed"]
    assert kinds(content, BlockKind.CAPTION) == ["Lorries on the bridge between Huaquillas and Aguas Verdes. Photo: Andes Observer"]
    assert [item.split()[0] for item in kinds(content, BlockKind.LIST_ITEM)] == ["Trade", "Mines"]
    assert kinds(content, BlockKind.TABLE_ROW) == ["Year | Trade, million dollars", "1998 | 300", "2022 | 2,570"]


def test_metadata(inputs: Path) -> None:
    content = read_html((inputs / "page.html").read_bytes(), "page.html")
    assert content.title == "Peru and Ecuador mark 25 years of the Brasilia peace"
    assert content.title_span is not None
    assert content.title_span.of(content.text) == content.title
    assert content.outlet == "Andes Observer"
    assert str(content.published) == "2023-10-27"


def test_the_date_in_a_script_of_linked_data() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2019-05-06T10:00:00Z"}</script>'
    assert str(read_html(page(head), "x").published) == "2019-05-06"


def test_a_date_in_the_prose_is_not_the_publication_date() -> None:
    assert read_html(page("<title>Bridge</title>"), "x").published is None


def test_a_title_that_the_text_does_not_repeat_is_set_before_it() -> None:
    content = read_html(page('<meta property="og:title" content="Bridge to reopen">'), "x")
    assert content.text.startswith("Bridge to reopen\n\nThe presidents")


def test_the_stated_encoding_is_used() -> None:
    raw = page("<title>Año</title>").decode().replace("utf-8", "iso-8859-1").replace("Peru", "Perú").encode("iso-8859-1")
    assert "Perú and Ecuador" in read_html(raw, "x").text


def test_a_page_without_an_article_gives_its_words() -> None:
    content = read_html(b"<html><body><p>Talks resume.<p>In Lima.<nav>Home</nav><script>x()</script></body></html>", "x")
    assert content.text == "Talks resume.\n\nIn Lima."


def true_spans(content: Content) -> bool:
    ends = 0
    for block in content.blocks:
        assert isinstance(block, Block)
        assert ends <= block.span.start < block.span.end <= len(content.text)
        ends = block.span.end
    return True


TAGS = "<p>|</p>|<div>|<table><tr><td>|</table>|<li>|<h2>|</h2>|<figure>|<figcaption>|</figure>"
MORE_TAGS = "<script>|</script>|<br>|<!--|-->|<blockquote>|<a href=x>"
WORDS = ["&nbsp;", "&#xD800;", "&#0;", "&shy;", "Việt Nam", "🤝", "The ministers met in Lima on 3 May 2019."]
FRAGMENTS = st.lists(st.sampled_from([*TAGS.split("|"), *MORE_TAGS.split("|"), *WORDS]), max_size=40)


@settings(max_examples=60, deadline=None)
@given(FRAGMENTS)
def test_no_page_breaks_the_reader(pieces: list[str]) -> None:
    content = read_html("".join(pieces).encode(), "x")
    assert true_spans(content)
    content.text.encode()


def test_deep_nesting_does_not_break_the_reader() -> None:
    raw = b"<html><body>" + b"<div>" * 5000 + b"The ministers met in Lima." + b"</div>" * 5000
    assert true_spans(read_html(raw, "x"))
