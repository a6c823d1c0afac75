from __future__ import annotations

from dataclasses import replace

import pytest

from detente.ask.views import Sources
from detente.model.edtf import Edtf
from detente.model.statement import Status
from detente.publish.sheet import Sheet
from detente.rules.tone import Tone
from tests.publish.sample import ANNIVERSARY, WIRE, chronicle, event, ladder, line, lines


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    return Sheet(chronicle())


def test_lines_lie_by_year_in_the_order_they_came(sheet: Sheet) -> None:
    assert [year.label for year in sheet.years] == ["1994", "1995", "2006", "2012", "2013", "2018", "2019", "2023", "2025", "2026"]
    assert [row.line.fact.title for year in sheet.years for row in year.rows] == [told.fact.title for told in lines()[:-1]]
    assert sheet.dated + len(sheet.undated) == len(sheet.rows) == 14


def test_years_before_christ_have_their_name() -> None:
    old = event(WIRE, "agreement_signed", "-0445", "a peace for thirty years")
    assert [year.label for year in Sheet(chronicle(lines=(line("Thirty Years' Peace", old),))).years] == ["446 BC"]


def test_counts_add_up(sheet: Sheet) -> None:
    assert sum(number for _, number in sheet.families) == sum(number for _, number in sheet.statuses) == 14
    assert sheet.statuses[0] == (Status.HAPPENED, 11)
    assert sheet.tones == list(Tone)
    assert sheet.lede == "5 documents tell of 14 events from 1994 to 2026, 7 figures and 2 discrepancies."
    assert sheet.accounts == "7 files: 5 read, 1 the same as another, 1 refused."


def test_an_empty_record_has_its_sentence() -> None:
    nothing = chronicle(lines=(), ladder=(), series=(), conflicts=(), commitments=(), sources=Sources((), 0, 0, 0))
    assert Sheet(nothing).lede == "Nothing about the two was found in 0 documents."
    assert Sheet(nothing).overview is None


def test_copies_are_told_from_sources(sheet: Sheet) -> None:
    twice = line(
        "A visit", event(WIRE, "state_visit", "2023", "a visit"), event(ANNIVERSARY, "state_visit", "2023", "the visit"), sources=1
    )
    (year,) = Sheet(chronicle(lines=(twice,))).years
    assert year.rows[0].by == "1 source of 2"
    assert sheet.years[1].rows[0].by == "2 sources"


def test_a_commitment_shows_when_it_is_due(sheet: Sheet) -> None:
    assert [row.when for row in sheet.commitments] == ["up to 2030", "no date given"]


def test_rungs_say_from_when_to_when(sheet: Sheet) -> None:
    assert [sheet.rung_dates(rung) for rung in ladder()] == [
        "until 11 July 1995",
        "11 July 1995 – 25 July 2013",
        "25 July 2013 – 10 September 2023",
        "since 10 September 2023",
    ]


def test_a_series_with_one_period_is_told_and_not_drawn(sheet: Sheet) -> None:
    assert [chart.view.key for chart in sheet.charts] == ["trade"]
    assert [view.key for view in sheet.lone] == ["students"]


def test_a_filtered_page_says_when_it_was_built_and_that_it_is_a_part() -> None:
    colophon = Sheet(chronicle(filtered=True)).colophon
    assert colophon.startswith("Built by detente 0.1.0 on 5 January 2026 from the documents above")
    assert colophon.endswith("a part of the record, as it was asked for.")
    assert Sheet(chronicle(built=None, version=None)).colophon.startswith("Built by detente from")


def test_a_date_that_is_open_on_both_sides_is_no_date() -> None:
    lost = line("A visit", event(WIRE, "state_visit", "2023", "a visit"))
    lost = replace(lost, fact=replace(lost.fact, date=Edtf.parse("../..")))
    told = chronicle(lines=(lost,))
    assert told.dated == ()
    assert told.undated == (lost,)
