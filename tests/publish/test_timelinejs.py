from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest

from detente.model.edtf import Edtf
from detente.publish.timelinejs import chronology_timelinejs
from tests.publish import sample
from tests.publish.attacks import ATTACKS, poisoned

SLIDE = {"unique_id", "group", "display_date", "start_date", "text"}
"""What every slide has; an end is all that may come besides."""


def made(**changes: Any) -> dict[str, Any]:
    """What is written of the sample, read back."""
    read: dict[str, Any] = json.loads(chronology_timelinejs(sample.chronicle(**changes)))
    return read


def dated(text: str) -> dict[str, Any]:
    """The slide of an event with that date."""
    line = sample.lines()[0]
    date = Edtf.parse(text)
    (slide,) = made(lines=(replace(line, fact=replace(line.fact, date=date)),))["events"]
    read: dict[str, Any] = slide
    return read


def test_the_shape_is_what_the_loader_reads() -> None:
    told = made()
    assert set(told) == {"scale", "title", "events"}
    assert told["scale"] == "human"
    assert set(told["title"]) == {"text"}
    for slide in told["events"]:
        assert set(slide) - {"end_date"} == SLIDE
        assert set(slide["text"]) == {"headline", "text"}
        for date in (slide["start_date"], slide.get("end_date", {"year": 0})):
            assert list(date) == ["year", "month", "day"][: len(date)]
            assert all(type(part) is int for part in date.values())
            assert 1 <= date.get("month", 1) <= 12
    names = [slide["unique_id"] for slide in told["events"]]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[a-z][a-z0-9-]+", name) for name in names)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2018-07-09", (2018, 7, 9), None),
        ("2018-07", (2018, 7), None),
        ("2018", (2018,), None),
        ("2018~", (2018,), None),
        ("2018-07-09~", (2018, 7, 9), None),
        ("2018-XX", (2018,), None),
        ("197X", (1970,), (1979,)),
        ("1998-05/2000-06-18", (1998, 5), (2000, 6, 18)),
        ("1998/2000", (1998,), (2000,)),
        ("../2030", (2030,), None),
        ("2018-07-09/..", (2018, 7, 9), None),
        ("2018-21", (2018, 3), (2018, 5)),
        ("[2018-07-08,2018-07-09]", (2018, 7, 8), (2018, 7, 9)),
        ("-0043-03-15", (-43, 3, 15), None),
        ("0000", (0,), None),
    ],
)
def test_a_slide_begins_and_ends_no_finer_than_its_date_says(text: str, start: tuple[int, ...], end: tuple[int, ...] | None) -> None:
    slide = dated(text)
    assert tuple(slide["start_date"].values()) == start
    assert tuple(slide["end_date"].values()) == end if end else "end_date" not in slide


def test_undated_lines_are_counted_and_not_placed() -> None:
    told, chronicle = made(), sample.chronicle()
    without = [line for line in chronicle.lines if line.fact.date is None]
    assert without
    assert len(told["events"]) == len(chronicle.lines) - len(without)
    assert f"{len(without)} without a date are not shown" in told["title"]["text"]["text"]


def test_a_slide_shows_its_first_quote_with_the_document() -> None:
    slide = made()["events"][1]
    assert "“On 11 July 1995 President Bill Clinton announced" in slide["text"]["text"]
    assert "Thirty years on: two ministries look back, Foreign Ministry" in slide["text"]["text"]
    assert "2 independent sources" in slide["text"]["text"]


def test_nothing_told_is_still_a_title() -> None:
    told = made(lines=())
    assert told["events"] == []
    assert told["title"]["text"]["headline"] == "United States – Vietnam"


@pytest.mark.parametrize("attack", [*ATTACKS, "\ud800", "\ufffe"])
def test_hostile_words_stay_words(attack: str) -> None:
    told = json.loads(chronology_timelinejs(poisoned(sample.chronicle(), attack)))
    for slide in (told["title"], *told["events"]):
        shown = [
            slide["text"]["headline"],
            slide["text"]["text"],
            unescape(slide.get("group", "")),
            unescape(slide.get("display_date", "")),
        ]
        assert {tag for text in shown for tag in re.findall(r"<[^>]*>?", text)} <= {"<p>", "</p>", "<blockquote>", "</blockquote>"}
