"""Pages laid out in tables, with line breaks, captions and date headings, come out as a reader sees them."""

from __future__ import annotations

import pytest

from detente.model.document import BlockKind
from detente.read.html import read_html
from detente.read.page import BREAK_MARK, lines

K = BlockKind
MINISTRY = b"""<html><head><title>Ministry</title></head><body><table><tr><td><a href=/>Home</a><br><a href=/n>News</a></td><td>
<b>Meeting of the Foreign Ministers of Armenia and Georgia</b><br>12 March 2014<br><br>
On March 12 Foreign Minister Edward Nalbandian received his Georgian counterpart Maia Panjikidze in Yerevan.<br><br>
The Ministers discussed the Upper Lars checkpoint, the Black Sea ring road and the next session of the commission.<br><br>
At the end of the meeting they signed a plan of consultations<br>between the ministries.</td></tr></table></body></html>"""
TIMELINE = """<html><head><meta charset=utf-8><title>Timeline: Colombia and Venezuela | Caribe Hoy</title></head><body><main>
<h1>Timeline: Colombia and Venezuela</h1><h3>11 August 2010</h3><p>Presidents Santos and Chávez restore relations in Santa Marta.</p>
<h3>26 September 2022</h3><p>The border is reopened to lorries.</p></main></body></html>"""
BLOG = b"""<html><body><h1>Embassies reopen</h1><div class="entry-content">
<div>Iran reopened its embassy in Riyadh on Tuesday, seven years after it was closed, in the presence of a deputy minister.</div>
<div class="wp-caption"><img src=a.png><p class="wp-caption-text">The flag is raised over the embassy.</p></div>
<div>The two countries had agreed in Beijing on March 10 to restore relations, which Riyadh cut in 2016.</div></div></body></html>"""


def words(raw: bytes) -> list[tuple[BlockKind, str]]:
    content = read_html(raw, "x")
    return [(block.kind, block.span.of(content.text)) for block in content.blocks]


def test_a_table_for_the_looks_is_prose() -> None:
    found = words(MINISTRY)
    assert all(kind is not K.TABLE_ROW for kind, _ in found)
    assert [text for _, text in found][1:3] == ["Meeting of the Foreign Ministers of Armenia and Georgia", "12 March 2014"]
    assert found[-1][1] == "At the end of the meeting they signed a plan of consultations between the ministries."


def test_headings_that_are_dates_stay_headings() -> None:
    content = read_html(TIMELINE.encode(), "x")
    assert [b.span.of(content.text) for b in content.blocks if b.kind is K.HEADING] == ["11 August 2010", "26 September 2022"]


def test_the_outlet_is_taken_from_the_title_where_nothing_states_it() -> None:
    content = read_html(TIMELINE.encode(), "x")
    assert (content.title, content.outlet) == ("Timeline: Colombia and Venezuela", "Caribe Hoy")


def test_captions_by_class() -> None:
    assert (K.CAPTION, "The flag is raised over the embassy.") in words(BLOG)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One|two", ["One two"]),
        ("They met.|They left.", ["They met.", "They left."]),
        ("A head||The text", ["A head", "The text"]),
        ("They met and|left.", ["They met and left."]),
        ("||", []),
    ],
)
def test_line_breaks(text: str, expected: list[str]) -> None:
    assert lines(text.replace("|", BREAK_MARK)) == expected
