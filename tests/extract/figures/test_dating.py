from __future__ import annotations

import pytest

from detente.extract.figures import find_figures
from detente.model.document import BlockKind
from tests.extract.marked import reading


def dates(marked: str, published: str | None = None, kind: BlockKind = BlockKind.PARAGRAPH) -> list[str | None]:
    return [s.date.edtf.text if s.date else None for s in find_figures(reading(marked, published, kind))]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("In {2020|2020}, trade of [IND|India] exceeded 90 billion USD.", ["2020"]),
        ("In {1995|1995} trade of [IND|India] was $3bn, in {2020|2020} it was $7bn.", ["1995", "2020"]),
        ("Trade of [IND|India] rose from $3bn in {1995|1995} to $7bn in {2020|2020}.", ["1995", "2020"]),
        ("Trade of [IND|India] was $7bn in {2022|2022}, 5 per cent more than in {2021|2021}.", ["2022", "2022"]),
        ("Exports of [CHL|Chile] were $3bn in {2019|2019}, up 12 per cent on {2018|the year before}.", ["2019", "2019"]),
        (
            "Boycotted in {2019|2019}, Japan drew 2 million [~KOR|Korean] tourists {2023-01/2023-05|between January and May}.",
            ["2023-01/2023-05"],
        ),
        ("The session, the first {2016/..|since 2016}, saw 15 agreements of [GRC|Greece].", [None]),
        ("{1994/..|Since 1994} more than 500 [~USA|American] prisoners were found.", ["1994/.."]),
        ("After the revolution of {1959|1959} came claims of [USA|America]; with interest the sum was $8 billion.", [None]),
        ("Trade of [IND|India] was $7bn in {2022|2022}, against $6bn.", ["2022", None]),
        ("[ISL|Iceland] owes $3bn under the {2008|2008} accord.", [None]),
        ("[NOR|Oslo] sent 40 jeeps before it joined the pact in {1999|1999}.", [None]),
        (
            "[CZE|Prague] freed 12 prisoners {2021-04|in April}, a week after it had sent home 18 [~RUS|Russian] diplomats.",
            ["2021-04", None],
        ),
        ("Remittances to [TJK|Dushanbe] fell by 15 per cent to $2bn {2020|in 2020}.", ["2020", "2020"]),
        ("[MKD|Skopje]'s imports were $6bn and its exports $4bn {2023|in 2023}.", ["2023", "2023"]),
        ("Exports of [NOR|Norway] were $3bn {2023|in 2023}, 19 per cent more than in the same period of {2022|2022}.", ["2023", "2023"]),
        ("Trade of [GHA|Ghana] came to $3bn, the ministry said {2021-02-09|on Tuesday}.", [None]),
        ("[JPN|Japan] will put 100 million yen into a fund announced at the summit {2023-03|in March}.", [None]),
    ],
)
def test_a_figure_is_dated_by_its_own_clause(marked: str, wanted: list[str | None]) -> None:
    assert dates(marked) == wanted


def test_what_is_counted_by_the_year_holds_for_the_year_of_the_document() -> None:
    assert dates("Trade of [TUR|Turkey] is now worth $5 billion a year.", "2023-12-07") == ["2023"]
    assert dates("Current trade volume of [TUR|Turkey] is 5 billion euros.", "2023-12-07") == ["2023"]


def test_what_stands_on_a_day_holds_on_the_document_s_day() -> None:
    assert dates("[~CHN|Chinese] firms have a registered capital of $26 billion.", "2023-12-13") == ["2023-12-13"]


def test_the_present_of_an_undated_document_is_not_guessed() -> None:
    assert dates("Trade of [VNM|Vietnam] rose from $3bn in {1995|1995} to $7bn today.") == ["1995", None]


def test_the_first_to_pass_a_mark_is_not_dated_by_the_present() -> None:
    assert dates("[USA|America] is currently the first export market to surpass $100 billion.", "2025-07-08") == [None]


def test_the_story_s_last_day_dates_what_was_done() -> None:
    assert dates("They met {2023-12-12|on Tuesday}.\n[VNM+CHN|The two] signed 36 documents.") == ["2023-12-12"]


def test_an_entry_s_own_date_dates_all_of_it() -> None:
    entry = "{1965-06-22|22 June 1965}: the treaty is signed.\n[JPN|Japan] gives $300 million in grants."
    assert dates(entry, kind=BlockKind.LIST_ITEM) == ["1965-06-22"]


def test_a_perfect_tells_of_no_day() -> None:
    met = "They met {2015-08-14|on Friday}.\n"
    assert dates(met + "[USA|Washington] has for its part certified 5,913 claims.", "2015-08-15") == [None]
    assert dates(met + "[USA|Washington] certified 5,913 claims.", "2015-08-15") == ["2015-08-14"]


def test_a_figure_in_brackets_is_dated_by_what_stands_before_them() -> None:
    found = dates("The scheme begun {2024-03-30|on 30 March} in [GRC|Greece] (11 islands in all) filled the ferries {2024-04|in April}.")
    assert found == ["2024-03-30"]


def test_the_date_in_a_name_gives_way_to_a_plain_one() -> None:
    assert dates("{2025-01-14|On 14 January}, in the spirit of the Jubilee of {2025|2025}, [CUB|Havana] freed 553 prisoners.") == [
        "2025-01-14"
    ]


def test_trade_under_an_entry_is_that_of_its_year() -> None:
    entry = "{2018-10-20|20 October 2018}: Trade of [PER|Peru] reaches $3bn."
    assert dates(entry, "2023-05-04") == ["2018"]
    entry = "{2011-03-12|12 March 2011}: the pact is signed.\nTrade of [PER|Peru] stands at $3bn."
    assert dates(entry, "2023-05-04") == ["2011"]
    entry = "{2011-03-12|12 March 2011}: the pact is signed.\n[PER|Peru] gives a loan of $3bn."
    assert dates(entry, "2023-05-04") == ["2011-03-12"]


def test_what_a_figure_was_compared_with_dates_no_later_one() -> None:
    text = "Trade of [SRB|Serbia] grew 11 per cent on {2016|the year before}.\nThe debt of [SRB|Serbia] was $2bn."
    assert dates(text)[-1] is None
