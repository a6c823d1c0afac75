"""A small record on Vietnam and the United States that articles are set against."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from detente.ask import open_record
from detente.ask.check import ArticleCheck, Finding, check
from detente.model.reading import Extraction
from detente.model.statement import FactKind, Statement
from detente.segment.layout import segment
from detente.store.base import Record
from tests.factory import document, extraction, keep, statement

MARCH = "2024-03-10T08:00:00Z"

PRESS = (
    "President Bill Clinton announced the normalization of relations with Vietnam on 11 July 1995.\n"
    "The Comprehensive Partnership was established on 25 July 2013.\n"
    "Bill Clinton visited Hanoi in November 2000 and Barack Obama in May 2016.\n"
    "Trade came to 134 billion dollars in 2024, Vietnam Customs says, after 67 billion in 2019.\n"
    "Joe Biden paid a state visit to Vietnam on 10-11 September 2023.\n"
)
WIRE = (
    "George W. Bush was in Vietnam in November 2006. Donald Trump came to Hanoi in February 2019.\n"
    "A first round of the labour dialogue was held in October 2002.\n"
)


def press() -> Extraction:
    doc = document(PRESS, "press.txt", "2025-01-20", "Thirty years on")
    money = {"fact": FactKind.INDICATOR, "series": "bilateral trade turnover", "unit": "USD"}
    return extraction(
        doc,
        statement(
            doc,
            "President Bill Clinton announced the normalization of relations with Vietnam on 11 July 1995",
            "normalization_announced",
            "USA>VNM",
            "1995-07-11",
            persons=["Bill Clinton/USA"],
        ),
        statement(
            doc,
            "The Comprehensive Partnership was established on 25 July 2013",
            "partnership_established",
            "USA,VNM",
            "2013-07-25",
            level="Comprehensive Partnership",
        ),
        statement(
            doc, "Bill Clinton visited Hanoi in November 2000", "visit", "USA>VNM", "2000-11", persons=["Bill Clinton/USA/President"]
        ),
        statement(doc, "Barack Obama in May 2016", "visit", "USA>VNM", "2016-05", persons=["Barack Obama/USA/President"]),
        statement(
            doc,
            "134 billion dollars in 2024",
            "trade_turnover",
            "USA,VNM",
            "2024",
            value=134e9,
            bound="=",
            reporter="Vietnam Customs",
            **money,
        ),
        statement(doc, "67 billion in 2019", "trade_turnover", "USA,VNM", "2019", value=67e9, bound="=", **money),
        statement(
            doc,
            "Joe Biden paid a state visit to Vietnam on 10-11 September 2023",
            "state_visit",
            "USA>VNM",
            "2023-09-10/2023-09-11",
            persons=["Joe Biden/USA/President"],
        ),
    )


def wire() -> Extraction:
    doc = document(WIRE, "wire.txt", "2020-02-02", "Visits")
    return extraction(
        doc,
        statement(
            doc, "George W. Bush was in Vietnam in November 2006", "visit", "USA>VNM", "2006-11", persons=["George W. Bush/USA/President"]
        ),
        statement(
            doc, "Donald Trump came to Hanoi in February 2019", "visit", "USA>VNM", "2019-02", persons=["Donald Trump/USA/President"]
        ),
    )


@pytest.fixture(scope="session")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return keep(tmp_path_factory.mktemp("check") / "vn.detente", ("USA", "VNM"), (press(), MARCH), (wire(), MARCH))


@pytest.fixture
def record(path: Path) -> Iterator[Record]:
    with open_record(path) as held:
        yield held


Say = Callable[..., ArticleCheck]


@pytest.fixture
def say(record: Record) -> Say:
    """Check an article given as its text and what is to be read in it: quote, kind, sides, date and more for each statement."""

    def checked(text: str, *rows: tuple[object, ...], published: str | None = "2025-07-08") -> ArticleCheck:
        return check(record, article(text, *rows, published=published))

    return checked


def article(text: str, *rows: tuple[object, ...], published: str | None = "2025-07-08") -> Extraction:
    """An article with its sentences, and statements made by hand."""
    doc = document(text, "article.txt", published, "An article")
    layout = segment(doc)
    return Extraction(doc, layout, (), tuple(sorted((_said(doc, row) for row in rows), key=lambda s: s.span)))


def _said(doc: object, row: tuple[object, ...]) -> Statement:
    *plain, more = row if isinstance(row[-1], dict) else (*row, {})
    return statement(doc, *plain, **more)  # type: ignore[arg-type]  # rows are written short, the factory says what they hold


def only(answer: ArticleCheck, kind: str) -> Finding:
    """The one finding of a kind."""
    (found,) = [finding for finding in answer.findings if finding.kind == kind]
    return found
