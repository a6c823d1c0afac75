from __future__ import annotations

import re
from dataclasses import replace

import pytest

from detente.publish.evidence import is_register
from detente.web.page import View
from detente.web.pages import chronology
from detente.web.selection import Selection, read_selection
from tests.web.client import TestClient, found, parsed


def body(view: View, **chosen: str) -> chronology.Chronology:
    made = chronology.page(replace(view, selection=read_selection(chosen.items()))).body
    assert isinstance(made, chronology.Chronology)
    return made


def test_lines_stand_under_their_years_and_are_counted(view: View) -> None:
    told = body(view)
    assert told.total == sum(len(year.rows) for year in told.years) == told.last
    assert [year.label for year in told.years] == sorted(year.label for year in told.years)
    assert (told.first, told.pages) == (1, 1)


def test_the_newest_come_first_where_that_is_asked(view: View) -> None:
    assert [year.label for year in body(view, newest="1").years] == [year.label for year in body(view).years][::-1]


@pytest.mark.parametrize(("chosen", "kinds"), [({"kind": "visit"}, {"visit"}), ({"fact": "indicator"}, {"trade_turnover"})])
def test_what_is_chosen_is_all_there_is(view: View, chosen: dict[str, str], kinds: set[str]) -> None:
    told = body(view, **chosen)
    assert {row.entry.fact.kind for year in told.years for row in year.rows} == kinds
    assert told.chosen or chosen == {"fact": "indicator"}


def test_words_find_quotes(view: View) -> None:
    assert body(view, q="Bomas").total > 0
    assert body(view, q="nothing that anybody says").total == 0
    assert body(view, q="nothing that anybody says").first == 0


def test_quotes_are_shown_where_they_are_asked_for(view: View) -> None:
    assert not any(row.quotes for year in body(view).years for row in year.rows)
    assert all(row.quotes for year in body(view, quotes="1").years for row in year.rows)


def test_a_year_of_the_strip_chooses_itself(view: View) -> None:
    strip = body(view).strip
    assert [bar.year for bar in strip] == [str(year) for year in range(int(strip[0].year), int(strip[-1].year) + 1)]
    assert body(view, year="1961").total == next(bar.number for bar in strip if bar.year == "1961")
    assert all(bar.selection.has("year", bar.year) for bar in strip)
    assert max(bar.height for bar in strip) == 10


def test_a_page_beyond_the_last_is_the_last(view: View) -> None:
    assert body(view, page="99").total == body(view).total
    assert body(view, page="99").years


def test_what_a_chronology_tells_when_nobody_asks() -> None:
    assert chronology.told(Selection()).values == {"fact": chronology.TOLD}
    asked = Selection(values={"kind": ("visit",)})
    assert chronology.told(asked) is asked


def test_a_facet_takes_itself_away_again(shown: TestClient) -> None:
    page = parsed(shown.get("/chronology?kind=visit"))
    (chip,) = found(page, "//a[contains(@class, 'chip')]/@href")
    assert "kind=visit" not in chip


def test_the_row_of_a_register_is_quoted_without_its_identifiers(view: View) -> None:
    quoted = replace(view, selection=Selection(flags=frozenset({"quotes"})))
    body = chronology.page(quoted).body
    assert isinstance(body, chronology.Chronology)
    held = view.snapshot.documents
    rows = [row for year in body.years for row in year.rows if all(is_register(held[sha256]) for sha256 in row.entry.documents)]
    assert rows
    for row in rows:
        assert ": " in row.quotes[0]
        assert not re.search(r"\bid: ", row.quotes[0])
        assert "id: " in view.record.quotes([row.entry.fact.supports[0].statement])[row.entry.fact.supports[0].statement]
