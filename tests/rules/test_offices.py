"""Who held which office when: the table by office and day, by person, and by title and name together."""

from __future__ import annotations

import itertools
import re

import pytest

from detente.rules.offices import office_key, table, tenure, tenures, who


@pytest.mark.parametrize(
    ("office", "country", "day", "holder"),
    [
        ("prime minister", "VNM", "2017-05-31", "Nguyen Xuan Phuc"),
        ("Party General Secretary", "VNM", "2015-07-07", "Nguyen Phu Trong"),
        ("president", "USA", "1995-07-11", "Bill Clinton"),
        ("Secretary of State", "USA", "1972-02-21", "William P. Rogers"),
        ("Taoiseach", "IRL", "1985-11-15", "Garret FitzGerald"),
        ("chancellor", "DEU", "1990-10-03", "Helmut Kohl"),
        ("prime minister", "ETH", "2018-07-09", "Abiy Ahmed"),
        ("president", "ERI", "2018-07-09", "Isaias Afwerki"),
        ("president", "SRB", "2023-03-18", "Aleksandar Vučić"),
        ("prime minister", "XKX", "2023-03-18", "Albin Kurti"),
        ("leader", "CHN", "2020-01-01", "Xi Jinping"),
        ("general secretary", "SUN", "1985-11-19", "Mikhail Gorbachev"),
    ],
)
def test_who_held_it(office: str, country: str, day: str, holder: str) -> None:
    found = who(office, country, day)
    assert found is not None
    assert found.holder == holder


def test_on_the_day_of_the_change_the_new_holder_counts() -> None:
    assert (found := who("president", "USA", "2021-01-20")) is not None
    assert found.holder == "Joe Biden"


def test_unknown_stays_unknown() -> None:
    assert who("president", "USA", "1700-01-01") is None
    assert who("president", "ZZZ", "2000-01-01") is None
    assert who("astronomer", "USA", "2000-01-01") is None


def test_two_holders_in_a_year_are_not_one() -> None:
    assert who("prime minister", "GBR", "2022") is None
    assert (found := who("prime minister", "GBR", "2018")) is not None
    assert found.holder == "Theresa May"


def test_tenure_by_title_and_name() -> None:
    assert tenure("President Trump") == [("2017-01-20", "2021-01-20"), ("2025-01-20", None)]
    assert tenure("Donald Trump", "president") == tenure("President Trump")
    assert tenure("John F. Kennedy") == [("1961-01-20", "1963-11-22")]
    assert tenure("Nguyễn Xuân Phúc", "prime minister") == [("2016-04-07", "2021-04-05")]
    assert tenure("Thatcher") == [("1979-05-04", "1990-11-28")]


def test_a_name_that_fits_two_persons_gives_no_tenure() -> None:
    assert tenure("President Bush") == []
    assert tenure("George W. Bush") == [("2001-01-20", "2009-01-20")]
    assert tenure("Nobody at All") == []


def test_persons_are_found_in_any_spelling() -> None:
    assert {t.country for t in tenures("Recep Tayyip Erdogan")} == {"TUR"}
    assert {t.holder for t in tenures("Raúl Castro", "CUB")} == {"Raúl Castro"}


def test_office_keys() -> None:
    assert office_key("US Deputy Secretary of State") == "foreign_minister"
    assert office_key("Party General Secretary") == "party_leader"
    assert office_key("gardener") is None


def test_every_row_is_a_stretch_of_days() -> None:
    day = re.compile(r"\d{4}-\d\d-\d\d")
    for row in table():
        assert day.fullmatch(row.since), row
        assert row.until is None or (day.fullmatch(row.until) and row.since <= row.until), row
        assert row.holder
        assert all(row.short), row


def test_own_rows_of_one_office_do_not_overlap() -> None:
    own: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for row in table():
        if row.source == "own":
            own.setdefault((row.country, row.office), []).append((row.since, row.until or "9999"))
    for office, spans in own.items():
        spans.sort()
        for (_, end), (start, _) in itertools.pairwise(spans):
            assert end <= start, office
