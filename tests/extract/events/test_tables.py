"""Visits that a table lists, one a row."""

from __future__ import annotations

from dataclasses import replace

import pytest

from detente.extract.actors import find_actors
from detente.extract.events import find_events
from detente.extract.places import find_places
from detente.extract.times import find_times
from detente.model.document import Block, BlockKind, Document
from detente.model.edtf import Edtf
from detente.model.reading import Reading
from detente.model.span import Span
from detente.model.statement import Statement
from detente.resolve.actors import resolve_actors
from detente.resolve.times import resolve_times
from detente.segment.layout import segment
from tests.extract.events.told import sides

_BEFORE = "Kenya and Ethiopia have met often, and the table lists it."
_HEAD = "Date | Visitor | Place | Purpose"
_ROW = "5-6 March 2019 | President Uhuru Kenyatta of Kenya | Addis Ababa | Opening of the road"


def read(*rows: str) -> list[Statement]:
    """The events of a text that ends with a table, published in June 2019."""
    text = "\n\n".join((_BEFORE, *rows))
    blocks, start = [], 0
    for number, part in enumerate((_BEFORE, *rows)):
        blocks.append(Block(Span(start, start + len(part)), BlockKind.TABLE_ROW if number else BlockKind.PARAGRAPH))
        start += len(part) + 2
    document = Document("t", None, "t" * 64, text, published=Edtf.parse("2019-06-01"), blocks=tuple(blocks))
    layout = segment(document)
    times = resolve_times(document, layout, find_times(document, layout))
    actors = resolve_actors(document, layout, find_actors(document, layout))
    reading = Reading(document, layout, times, actors)
    return list(find_events(replace(reading, places=find_places(document, layout, actors))))


def visits(*rows: str) -> list[tuple[str, str, str, str]]:
    return [(s.quote, s.date.edtf.text if s.date else "", sides(s), str(s.status)) for s in read(*rows) if s.rule == "visit.table_row"]


def test_a_row_is_a_visit() -> None:
    assert visits(_HEAD, _ROW) == [(_ROW.rpartition(" | ")[0], "2019-03-05/2019-03-06", "KEN>ETH", "happened")]


@pytest.mark.parametrize(
    "head", ["When | Who | Where | Remarks", "Dates | Guest | Host country | Occasion", "Date of visit | Visitor | Destination | Notes"]
)
def test_the_heads_may_be_worded_otherwise(head: str) -> None:
    assert len(visits(head, _ROW)) == 1


@pytest.mark.parametrize(
    "head", ["Date | Winner | Place | Prize", "Goods | Visitor | Place | Purpose", "5 May 2018 | Abiy Ahmed | Nairobi | Talks"]
)
def test_a_table_of_something_else_tells_no_visits(head: str) -> None:
    assert visits(head, _ROW) == []


@pytest.mark.parametrize(
    "row",
    [
        "5-6 March 2019 | President Uhuru Kenyatta of Kenya | Nairobi | Opening of the road",
        "5-6 March 2019 | The band of the year | Addis Ababa | Opening of the road",
        "some day | President Uhuru Kenyatta of Kenya | Addis Ababa | Opening of the road",
        "5-6 March 2019 | President Uhuru Kenyatta of Kenya | Opening of the road",
    ],
)
def test_a_row_that_does_not_tell_who_went_where_when_is_left_out(row: str) -> None:
    assert visits(_HEAD, row) == []


def test_a_row_may_be_of_a_visit_to_come_or_put_off() -> None:
    later = "9 September 2019 | President Uhuru Kenyatta of Kenya | Addis Ababa | Talks"
    off = "9 May 2018 | President Uhuru Kenyatta of Kenya | Addis Ababa | Postponed"
    assert [status for *_, status in visits(_HEAD, later, off)] == ["planned", "denied"]


def test_two_tables_do_not_share_their_heads() -> None:
    assert visits("Year | Goods", "2019 | Coffee") == []
