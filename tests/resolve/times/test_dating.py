"""When a document says it was published, and how an undated one shows it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from detente.extract.times import find_times
from detente.model.document import Document, Layout, PublishedBasis
from detente.model.edtf import Edtf
from detente.resolve.times import date_document


def dated(text: str, given: str | None = None) -> Document:
    date = Edtf.parse(given) if given else None
    document = Document("t", None, "t", text, published=date, published_basis=PublishedBasis.METADATA if date else None)
    layout = Layout((), ())
    return date_document(document, layout, find_times(document, layout))


@pytest.mark.parametrize(
    ("text", "published", "words"),
    [
        ("HANOI, December 13, 2023 — Guests flew home on Wednesday.", "2023-12-13", "December 13, 2023"),
        ("ATHENS (Our News) Thursday, 7 December 2023, 19:42 — They signed.", "2023-12-07", None),
        (" date 2025-07-08 Thirty years of ties\n\nThe sides met.", "2025-07-08", "2025-07-08"),
        ("Ties at thirty\n\n08/07/2025\n\nThe sides met again.", "2025-07-08", "08/07/2025"),
        ("Flag raised\nPosted 15/08/2015 in World by Newsroom\n\nIt was raised yesterday.", "2015-08-15", "15/08/2015"),
        ("Money returns\n\nBy our desk | 30 June 2023, 18:05 JST | 4 min read\n\nThey met.", "2023-06-30", None),
        (
            "382. Memorandum of a Conversation, Department of State, Washington, May 10, 1957, 4:30 p.m.\n\nSUBJECT",
            "1957-05-10",
            "May 10, 1957",
        ),
        ("Statement\n\nThe Ministry condemns it.\n\nHavana, 21 January 2025\n", "2025-01-21", "21 January 2025"),
    ],
)
def test_stated(text: str, published: str, words: str | None) -> None:
    document = dated(text)
    assert str(document.published) == published
    assert document.published_basis is PublishedBasis.STATED
    assert document.published_span is not None
    assert words in (None, document.published_span.of(text))


def test_the_text_outweighs_the_file_and_the_file_outweighs_nothing() -> None:
    assert str(dated("PARIS, May 2, 2020 — They met.", "2021-01-01").published) == "2020-05-02"
    assert dated("They met in 1990.", "2021-01-01").published_basis is PublishedBasis.METADATA


@pytest.mark.parametrize(
    "text",
    [
        "They signed on 8 May 2019 in Bern, and met again.",
        "Relations began in 1878. In 1898 war came. They made peace in 1898.",
        "In a letter dated May 7, 1861, he accepted the offer.",
        "Visits\n\n- Visit of the king of Togo to Accra: 3 May 2018\n- Visit of the president to Lome: 7 May 2019\n",
        "A treaty of 24 July 1923 ended the war.\n\nIt was kept until 1955.",
    ],
)
def test_no_date_is_invented(text: str) -> None:
    assert dated(text).published is None


def test_a_length_of_time_dates_the_text() -> None:
    document = dated("Ties began in 1995. In 2021 they met twice; in 2021 trade grew.\n\nThe 26-year journey goes on.")
    assert (str(document.published), document.published_basis) == ("2021", PublishedBasis.INFERRED)
    assert document.published_span is not None
    assert document.published_span.of(document.text) == "26-year"


def test_a_chronology_is_not_dated_by_its_entries() -> None:
    days = ("July 11, 1995", "May 23, 2016", "September 10, 2023")
    text = "Ties step by step\n\n" + "\n\n".join(f"{day}\n\nA step was made." for day in days)
    assert dated(text).published is None
    entries = "\n".join(f"Hanoi, {day}: A step was made." for day in days)
    assert dated(entries).published is None


def test_a_chapter_heading_does_not_outweigh_the_given_date() -> None:
    text = "The war\n\nDecember 7, 1941\n\nPlanes came at dawn."
    date = Edtf.parse("2009-12-19")
    document = Document("t", None, "t", text, published=date, published_basis=PublishedBasis.GIVEN)
    assert date_document(document, Layout((), ()), find_times(document, Layout((), ()))).published == date
    assert str(dated(text).published) == "1941-12-07"


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("# Two years on\n\n*Letter from our man in Accra, March 2011*\n\nGhana and Togo met in May 2010.", "2011-03"),
        ("Who sat where\n\nThe first consul came in 1961.\n\n-- From a guide to the legations, June 1999\n", "1999-06"),
        ("Roads\n\nReport to the board, June 2022\n\nWork began in 2012.", "2022-06"),
        ("Roads\n\nThe road was paved.\n\nJune 2022\n", "2022-06"),
    ],
)
def test_a_month_alone_at_the_head_or_foot(text: str, published: str) -> None:
    assert str(dated(text).published) == published


@pytest.mark.parametrize(
    "text",
    [
        "The war\n\nBerlin, December 1941\n\nPlanes came. Peace was made in 1945.",
        "Visit to Lima, May 2010\n\nThe king flew home.",
        "The visits\n\nLima, May 2010\n\nThe king came.\n\nQuito, June 2011\n",
        "Roads\n\nThe road was paved. It was opened by the king in Lima, May 2010\n",
        "Roads\n\nThe road was paved,\nand it was opened in Lima, May 2010\n",
    ],
)
def test_a_month_that_dates_a_story_does_not_date_the_text(text: str) -> None:
    assert dated(text).published is None


def test_a_month_outweighs_the_file_unless_the_file_says_the_day_in_it() -> None:
    text = "Roads\n\nReport to the board, June 2022\n\nWork began in 2012."
    assert str(dated(text, "2022-06-15").published) == "2022-06-15"
    assert str(dated(text, "2023-01-09").published) == "2022-06"


def test_entries_do_not_date_a_list() -> None:
    text = "Notebook\n\n29.04.1992  Food may be sold\n14.12.1992  Firms come\n04.02.1994  Ban lifted\n26.05.1994  Offices agreed\n"
    assert dated(text).published is None


def test_a_mail_is_dated_by_its_header_and_not_by_what_it_quotes() -> None:
    text = "Here are the dates.\n\n> On 29 Jan 2014 Paul wrote:\n> When was it?"
    candidates = find_times(Document("t", None, "t", text), Layout((), ()))
    sent = Document("t", None, "t", text, published=Edtf.parse("2014-02-03"), published_basis=PublishedBasis.METADATA)
    assert str(date_document(replace(sent, media_type="message/rfc822"), Layout((), ()), candidates).published) == "2014-02-03"
    assert dated(text).published is None
