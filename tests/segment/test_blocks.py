"""What each piece of a text is, on short inputs as they come in life."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.model.document import PROSE, Block, BlockKind, Document
from detente.model.span import Span
from detente.segment.layout import segment

K = BlockKind


def pieces(text: str, blocks: tuple[Block, ...] = ()) -> list[tuple[BlockKind, str]]:
    layout = segment(Document(id="x", path=None, sha256="x", text=text, blocks=blocks))
    return [(block.kind, " ".join(block.span.of(text).split())) for block in layout.blocks]


def kinds(text: str) -> list[BlockKind]:
    return [kind for kind, _ in pieces(text)]


def read(inputs: Path, name: str) -> list[tuple[BlockKind, str]]:
    return pieces((inputs / name).read_bytes().decode())


PROSE_LINE = "The presidents of both countries met in the capital on Monday and agreed to open the border again before the end of the year."


def test_a_photo_story(inputs: Path) -> None:
    found = read(inputs, "photo_story.txt")
    assert found[:4] == [
        (K.PREFIX, "date 2015-06-08"),
        (K.TITLE, "India, Bangladesh swap enclaves after forty-one years"),
        (K.BOILERPLATE, "India, Bangladesh swap enclaves after forty-one years"),
        (K.DATELINE, "By our correspondent in Dhaka | 08/06/2015"),
    ]
    assert [words for kind, words in found if kind is K.CAPTION] == [
        "Narendra Modi (L) and Sheikh Hasina at the ceremony.",
        "In the photo: A family in Dasiar Chhara waits for the census takers.",
        "Residents of an enclave near Kurigram raise a flag.",
    ]
    assert [words for kind, words in found if kind is K.CREDIT] == [
        "Photo: BDN", "Photo by R. Karim/BDN", "(File photo)", "Story: Farida Noor Photos: BDN Translated by T. Sen",
    ]  # fmt: skip
    assert [words for kind, words in found if kind is K.BOILERPLATE][1:] == [
        "Read more: Two buses to Kolkata",
        "We use cookies to improve your experience. Accept all | Manage",
    ]


def test_a_chronology(inputs: Path) -> None:
    found = read(inputs, "chronology.txt")
    assert found[0][0] is K.TITLE
    assert [words.split(" ")[0] for kind, words in found if kind is K.LIST_ITEM] == [
        "10",
        "17",
        "22",
        "April",
        "•",
        "4.9.2020:",
        "September",
    ]
    assert [words for kind, words in found if kind is K.HEADING] == ["2011", "27 February 2023"]


def test_prose_stands_under_its_date_heading(inputs: Path) -> None:
    text = (inputs / "chronology.txt").read_text(encoding="utf-8")
    layout = segment(Document(id="x", path=None, sha256="x", text=text))
    ohrid = next(s for s in layout.sentences if "Ohrid" in s.span.of(text))
    assert [layout.blocks[i].span.of(text) for i in ohrid.headings] == ["27 February 2023"]


def test_a_memo(inputs: Path) -> None:
    found = read(inputs, "memo.txt")
    assert found[1:6] == [
        (K.BYLINE, "TO: Permanent Secretary"),
        (K.BYLINE, "FROM: Great Lakes Desk"),
        (K.DATELINE, "DATE: 14 March 2022"),
        (K.BYLINE, "SUBJECT:"),
        (K.TITLE, "Rwanda-Uganda: reopening of the Gatuna/Katuna crossing"),
    ]
    assert [kind for kind, _ in found[6:]] == [K.LIST_ITEM, K.LIST_ITEM, K.TABLE_ROW, K.TABLE_ROW, K.TABLE_ROW, K.LIST_ITEM]


def test_wrapped_mail(inputs: Path) -> None:
    found = read(inputs, "wrapped.txt")
    assert found[0] == (K.TITLE, "Ethiopia and Eritrea declare their state of war over as the two leaders embrace in Asmara")
    assert found[1] == (K.DATELINE, "ASMARA, July 9, 2018 (Horn Press Service) --")
    assert [kind for kind, _ in found[2:]] == [K.PARAGRAPH, K.PARAGRAPH, K.LIST_ITEM, K.LIST_ITEM, K.LIST_ITEM, K.PARAGRAPH, K.BYLINE]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Share this: Facebook X Line", K.BOILERPLATE),
        ("© 2023 Pacific Wire. All rights reserved.", K.BOILERPLATE),
        ("World | Africa | Europe | Sport", K.BOILERPLATE),
        ("(Agencies)", K.CREDIT),
        ("Translated by Selam Haile", K.CREDIT),
        ("By Tigist Alemu and Hana Bekele", K.BYLINE),
        ("Asmara, 9 July 2018", K.DATELINE),
        ("Sincerely yours,", K.BYLINE),
        ("[Here follows a discussion of other matters.]", K.BOILERPLATE),
    ],
)
def test_lines_that_state_nothing_are_outside_prose(line: str, kind: BlockKind) -> None:
    assert pieces(f"{PROSE_LINE}\n\n{line}\n\n{PROSE_LINE}")[1] == (kind, line)
    assert kind not in PROSE


@pytest.mark.parametrize(
    "line",
    [
        "Share prices rose in Asmara on Monday.",
        "Subscribers to the fund include both governments.",
        "The photo was taken at the border in 1998.",
        "By 2030 trade should reach ten billion dollars.",
        "In Asmara, 9 July is now a holiday.",
        "The AP reported on Monday that the border was open.",
        "Dear food has driven people across the border.",
    ],
)
def test_prose_that_looks_like_them_stays_prose(line: str) -> None:
    assert pieces(f"{PROSE_LINE}\n\n{line}\n\n{PROSE_LINE}")[1] == (K.PARAGRAPH, line)


def test_headings_and_their_limits() -> None:
    text = f"{PROSE_LINE}\n\nA road to the sea\n\n{PROSE_LINE}\n\nThe road, which ends in Assab,\n\n{PROSE_LINE}"
    assert kinds(text) == [K.PARAGRAPH, K.HEADING, K.PARAGRAPH, K.PARAGRAPH, K.PARAGRAPH]


def test_a_run_of_short_lines_is_a_list() -> None:
    text = f"{PROSE_LINE}\n\nMr. Tadesse, Foreign Minister\n\nMrs. Haile, Ambassador\n\nGeneral Bekele\n\n{PROSE_LINE}"
    assert kinds(text) == [K.PARAGRAPH, K.LIST_ITEM, K.LIST_ITEM, K.LIST_ITEM, K.PARAGRAPH]


def test_an_opening_sentence_is_no_title() -> None:
    assert kinds(f"{PROSE_LINE}\n\n{PROSE_LINE}") == [K.PARAGRAPH, K.PARAGRAPH]


def test_a_kicker_stands_over_the_title() -> None:
    assert pieces(f"OPINION\nWho remembers the thaw?\nDecember 17, 2024\n\n{PROSE_LINE}")[:3] == [
        (K.HEADING, "OPINION"),
        (K.TITLE, "Who remembers the thaw?"),
        (K.DATELINE, "December 17, 2024"),
    ]


def test_a_menu_copied_along_is_no_title() -> None:
    found = pieces(f"Home\nWorld\nAfrica\n\nBorder between Rwanda and Uganda reopens\n\nBy Hana Bekele\n\n{PROSE_LINE}")
    assert (K.TITLE, "Border between Rwanda and Uganda reopens") in found
    assert [kind for kind, _ in found].count(K.TITLE) == 1


def test_a_short_title_over_prose_is_a_title() -> None:
    assert kinds(f"Two friends\n\n{PROSE_LINE}\n\nThe road to the sea\n\n{PROSE_LINE}")[0] is K.TITLE


def test_what_the_format_told_is_kept_and_completed() -> None:
    text = "Border reopens\n\nThe lorries passed. Photo: ENA\n\nSubscribe to our newsletter"
    spans = [Span(0, 14), Span(16, 46), Span(48, len(text))]
    blocks = tuple(Block(span, kind, page=1) for span, kind in zip(spans, (K.TITLE, K.CAPTION, K.PARAGRAPH), strict=True))
    layout = segment(Document(id="x", path=None, sha256="x", text=text, blocks=blocks))
    assert [block.kind for block in layout.blocks] == [K.TITLE, K.CAPTION, K.CREDIT, K.BOILERPLATE]
    assert {block.page for block in layout.blocks} == {1}
