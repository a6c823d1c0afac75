from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from detente.model.edtf import Edtf
from detente.model.statement import FactKind
from detente.reconcile.cases import Case, DocumentInfo, case
from detente.reconcile.checks import MERGE, VETO, compare
from tests.factory import document, statement

QUOTES = {
    "a": "what the envoys did there",
    "b": "their doings in the hall",
    "c": "a third account",
    "1": "one evening",
    "2": "next morning",
}
"""Wording that shares nothing, so that a test shows what the other checks do."""


def told(kind: str, sides: str, date: str | None = None, published: str = "2024-05-06", path: str = "a", **more: Any) -> Case:
    quote = more.pop("quote", QUOTES[path])
    doc = document(f"{path}: {quote}.", path)
    info = DocumentInfo(doc.sha256, Edtf.parse(published), "2024-06-01T00:00:00Z", doc.sha256)
    return case(statement(doc, quote, kind, sides, date, **more), info)


def same(a: Case, b: Case) -> bool:
    one, other = compare(a, b)[0], compare(b, a)[0]
    assert one == other
    return one >= MERGE


def test_a_year_and_a_day_in_it_agree() -> None:
    assert same(
        told("visit", "ERI>ETH", "2018", persons=["Isaias Afwerki"]),
        told("official_visit", "ERI>ETH", "2018-07-14/2018-07-16", path="b", persons=["Isaias Afwerki"]),
    )


def test_names_in_either_order_and_spelling_are_one_person() -> None:
    assert same(
        told("visit", "JPN>KOR", "2023-05", persons=["Fumio Kishida"]),
        told("visit", "JPN>KOR", "2023-05-07", path="b", persons=["KISHIDA Fumio"]),
    )


def test_two_announcements_in_two_capitals_are_two_events() -> None:
    washington = told("normalization_announced", "USA>VNM", "1995-07-11", persons=["Bill Clinton"])
    hanoi = told("normalization_announced", "VNM>USA", "1995-07-12", path="b", persons=["Vo Van Kiet"])
    assert compare(washington, hanoi)[0] <= VETO
    both = [
        told("normalization_announced", "USA,VNM", f"1995-07-1{i}", path=str(i), persons=[name])
        for i, name in ((1, "Clinton"), (2, "Kiet"))
    ]
    assert not same(*both)


def test_the_same_yearly_dialogue_in_different_years_stays_apart() -> None:
    assert not same(told("dialogue_held", "USA,VNM", "2021-07"), told("dialogue_held", "USA,VNM", "2022-07", path="b"))


def test_an_anniversary_is_not_the_event_it_recalls() -> None:
    assert not same(told("anniversary", "USA,VNM", "1995-07-11"), told("relations_normalized", "USA,VNM", "1995-07-11", path="b"))


def test_a_visit_misdated_by_days_is_one_visit_and_one_months_later_is_two() -> None:
    def trip(date: str, path: str) -> Case:
        return told("visit", "KOR>JPN", date, path=path, persons=["Yoon Suk-yeol"], places=["Tokyo"])

    assert same(trip("2023-03-16/2023-03-17", "a"), trip("2023-03-12", "b"))
    assert not same(trip("2023-03-16", "a"), trip("2023-05-16", "b"))


def test_two_dates_in_one_document_are_two_events_however_near() -> None:
    one = told("sanction_lifted", "USA>VNM", "1994-02-03")
    assert same(one, told("sanction_lifted", "USA>VNM", "1994-02-03", path="b"))
    doc = document("a list: lifted on the third, urged on the first.", "list")
    info = DocumentInfo(doc.sha256, None, "2024-06-01T00:00:00Z", doc.sha256)
    third = case(statement(doc, "lifted on the third", "sanction_lifted", "USA>VNM", "1994-02-03"), info)
    first = case(statement(doc, "urged on the first", "sanction_lifted", "USA>VNM", "1994-02-01"), info)
    assert compare(third, first)[0] <= VETO


def test_two_calls_in_one_month_by_the_same_people_are_two() -> None:
    people = ["To Lam", "Donald Trump"]
    assert not same(
        told("phone_call", "USA,VNM", "2025-04-04", persons=people), told("phone_call", "USA,VNM", "2025-04-11", path="b", persons=people)
    )


def test_meetings_of_one_day_with_different_hosts_are_different() -> None:
    assert not same(
        told("meeting", "CHN,VNM", "2023-12-13", persons=["Xi Jinping", "Pham Minh Chinh"]),
        told("meeting", "CHN,VNM", "2023-12-13", path="b", persons=["Xi Jinping", "Vo Van Thuong"]),
    )


def test_what_both_do_and_what_one_does_can_be_one_event_but_roles_the_other_way_round_cannot() -> None:
    assert same(told("relations_severed", "USA>CUB", "1961-01-03"), told("relations_severed", "CUB,USA", "1961-01-03", path="b"))
    assert (
        compare(told("sanction_imposed", "USA>CUB", "1962-02-03"), told("sanction_imposed", "CUB>USA", "1962-02-03", path="b"))[0] <= VETO
    )


def test_someone_known_only_by_an_office_is_nobody_else() -> None:
    named = told("visit", "GBR>IRL", "2024-09-07", persons=["Keir Starmer"])
    assert same(named, told("visit", "GBR>IRL", "2024-09-07", path="b", persons=["Labour leader"]))


def test_a_plan_and_what_came_of_it_are_one_event_when_dates_agree() -> None:
    plan = told("summit", "GBR,IRL", "2025-03", "2024-09-08", status="planned")
    held = told("summit", "GBR,IRL", "2025-03-06", "2025-03-09", path="b", places=["Liverpool"])
    assert same(plan, held)


def test_what_was_told_as_past_cannot_be_what_came_later() -> None:
    early = told("visit", "VNM>CHN", None, "2023-12-14", persons=["Nguyen Phu Trong"])
    later = told("visit", "VNM>CHN", "2024-08-18", "2024-09-01", path="b", persons=["Nguyen Phu Trong"])
    assert compare(early, later)[0] <= VETO
    ahead = told("visit", "VNM>CHN", None, "2023-12-14", status="planned", persons=["Nguyen Phu Trong"])
    past = told("visit", "VNM>CHN", "2022-10-30", "2023-12-15", path="b", persons=["Nguyen Phu Trong"])
    assert compare(ahead, past)[0] <= VETO


def test_a_plan_told_days_after_the_event_is_sloppy_and_not_another_event() -> None:
    done = told("sanction_lifted", "JPN>KOR", "2023-03-16", quote="scrapped the export restrictions on chips")
    late = told("sanction_lifted", "JPN>KOR", None, "2023-03-17", path="b", status="planned", quote="lift the export restrictions on chips")
    assert compare(done, late)[0] > VETO


def test_undated_reports_of_different_times_are_of_different_events() -> None:
    quote = "the president would go to the Kremlin in the near future"
    one = told("visit", "USA>RUS", None, "1972-03-01", status="planned", quote=quote)
    assert same(one, told("visit", "USA>RUS", None, "1972-04-01", path="b", status="planned", quote=quote))
    assert not same(one, told("visit", "USA>RUS", None, "1977-04-01", path="b", status="planned", quote=quote))


def test_what_is_denied_is_not_what_happened_to_others_that_day() -> None:
    assert not same(
        told("meeting", "CUB,USA", "2015-08-14", status="denied", persons=["John Kerry"]),
        told("meeting", "CUB,USA", "2015-08-14", path="b", persons=["John Kerry", "Bruno Rodriguez"]),
    )


def test_promises_of_one_day_are_one_only_if_they_say_the_same() -> None:
    fruit = told("pledge", "CHN>VNM", "2023-12-13", fact=FactKind.COMMITMENT, quote="open the market wider to fruit")
    again = told("pledge", "CHN>VNM", "2023-12-13", fact=FactKind.COMMITMENT, path="b", quote="a wider market for Vietnamese fruit to open")
    sea = told("pledge", "CHN>VNM", "2023-12-13", fact=FactKind.COMMITMENT, path="c", quote="keep calm at sea")
    assert same(fruit, again)
    assert not same(fruit, sea)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Comprehensive Strategic Partnership", "comprehensive strategic partnership for peace", True),
        ("Comprehensive Partnership", "Comprehensive Strategic Partnership", False),
    ],
)
def test_a_level_in_full_and_shortened_is_one_and_two_levels_are_two(one: str, other: str, expected: bool) -> None:
    a = told("partnership_established", "USA,VNM", "2023", level=one)
    b = told("partnership_elevated", "USA,VNM", "2023-09-10", path="b", level=other)
    assert same(a, b) is expected


def test_objects_by_name_tell_signings_of_one_day_apart() -> None:
    a = told("agreement_signed", "ETH,ERI", "2018-07-09", object="Joint Declaration of Peace and Friendship")
    assert same(a, told("agreement_signed", "ETH,ERI", "2018-07-09", path="b", object="Declaration of Peace and Friendship"))
    assert not same(a, told("agreement_signed", "ETH,ERI", "2018-07-09", path="c", object="Air Services Protocol"))


def test_one_office_is_not_another() -> None:
    def held(office: str, path: str) -> Case:
        return told("tenure", "USA>", "2013/2017", path=path, fact=FactKind.TENURE, persons=[f"John Kerry/USA/{office}"])

    assert same(held("Secretary of State", "a"), held("US secretary of state", "b"))
    assert compare(held("Secretary of State", "a"), held("Senator", "b"))[0] <= VETO


def test_every_check_says_why() -> None:
    a = told("visit", "ERI>ETH", "2018-07", persons=["Isaias Afwerki"], places=["Addis Ababa"])
    b = told("visit", "ERI>ETH", "2018-07-14", path="b", persons=["Isaias Afwerki"], places=["Addis Ababa"])
    total, reasons = compare(a, b)
    assert {r.check for r in reasons} >= {"kind", "parties", "date", "persons", "place"}
    assert all(r.text for r in reasons)
    assert total == pytest.approx(sum(r.score for r in reasons))


def test_an_undated_signing_of_another_thing_is_not_the_dated_one_though_both_are_about_trade() -> None:
    dated = told("agreement_signed", "USA,VNM", "2000-07-13", object="a trade agreement")
    assert (
        compare(dated, told("agreement_signed", "USA,VNM", path="b", object="the Framework Agreement on Trade and Investment"))[0] <= VETO
    )
    assert compare(dated, told("agreement_signed", "USA,VNM", path="b", object="the trade agreement"))[0] > 0


def test_reasons_give_dates_for_people_and_one_date_once() -> None:
    one = told("agreement_signed", "USA,VNM", "2000-07-13")
    (reason,) = [r for r in compare(one, told("agreement_signed", "USA,VNM", "2000-07-13", path="b"))[1] if r.check == "date"]
    assert reason.text == "the same days (13 July 2000)"


def test_a_demand_for_what_was_done_later_in_the_year_is_not_the_deed() -> None:
    urged = told("sanction_lifted", "USA>VNM", "1994-01-27", status="hypothetical", object="the embargo")
    done = told("sanction_lifted", "USA>VNM", "1994", path="b", published="2000-07-13", object="the embargo")
    assert not same(urged, done)


def test_of_a_journey_those_who_travel_count_and_not_whom_each_report_says_they_met() -> None:
    hosts = (["Joe Biden/USA", "Nguyen Phu Trong/VNM"], ["Joe Biden/USA", "Antony Blinken/USA", "Pham Minh Chinh/VNM"])
    one, other = (told("visit", "USA>VNM", "2023-09-10", path=p, persons=names) for p, names in zip("ab", hosts, strict=True))
    assert same(one, other)
    met, also = (told("meeting", "USA,VNM", "2023-09-10", path=p, persons=names) for p, names in zip("ab", hosts, strict=True))
    assert not same(met, also)


def row(place: int, date: str, *persons: str, kind: str = "visit", **more: Any) -> Case:
    """What a row of one register says, which stands at ``place`` in it."""
    line, sides = f"row {place}: they went there", "USA>DEU"
    doc = document("row 1: they went there\nrow 2: they went there\n", "register:travels")
    info = DocumentInfo(doc.sha256, None, "2024-06-01T00:00:00Z", doc.sha256)
    said = statement(doc, line, kind, sides, date, persons=[f"{name}/USA" for name in persons], **more)
    return case(replace(said, rule="register:travels"), info)


def test_two_rows_of_one_register_on_one_person_are_two_journeys() -> None:
    assert compare(row(1, "2014-03-25", "John Kerry"), row(2, "2014-03-25/2014-03-26", "John Kerry"))[0] <= VETO


def test_stages_in_anothers_company_are_one_journey_with_that_ones_row() -> None:
    first = row(1, "1969-02-26/1969-02-27", "William Rogers", "Richard Nixon")
    assert same(first, row(2, "1969-02-27", "William Rogers", "Richard Nixon"))
    assert same(first, row(2, "1969-02-26/1969-02-27", "Richard Nixon"))


def test_one_time_in_office_listed_under_two_heads_is_one() -> None:
    said = [row(n, "2021-01-20/2025-01-02", "Joe Biden", kind="tenure", fact=FactKind.TENURE) for n in (1, 2)]
    assert not any(reason.check == "listed" for reason in compare(*said)[1])


def test_a_call_a_day_apart_is_one_where_a_clock_is_named_and_two_where_none_is() -> None:
    people = ["Joe Biden", "Fumio Kishida"]
    one = told("phone_call", "USA,JPN", "2021-10-04", persons=people, quote="they spoke on 4 October, Washington time")
    other = told("phone_call", "USA,JPN", "2021-10-05", path="b", persons=people)
    assert same(one, other)
    assert not same(told("phone_call", "USA,JPN", "2021-10-04", persons=people), other)
    assert not same(told("phone_call", "USA,JPN", "2021-10-03", persons=people, quote="on 3 October, Washington time"), other)


def test_a_day_by_the_julian_calendar_is_the_one_that_the_gregorian_names_otherwise() -> None:
    new = told("agreement_signed", "RUS,TUR", "1878-03-03", object="Treaty of San Stefano")
    old = told(
        "agreement_signed", "RUS,TUR", "1878-02-19", path="b", object="Treaty of San Stefano", quote="on 19 February 1878 (Old Style)"
    )
    plain = told("agreement_signed", "RUS,TUR", "1878-02-19", path="b", object="Treaty of San Stefano")
    assert same(new, old)
    assert not same(new, plain)


def test_two_papers_described_by_other_subjects_are_two_and_a_name_beside_a_description_can_be_one() -> None:
    water = told("agreement_signed", "CHN,KAZ", "2022-09-14", object="agreement on water use")
    visas = told("agreement_signed", "CHN,KAZ", "2022-09-14", path="b", object="agreement on visa exemption")
    assert compare(water, visas)[0] <= VETO
    named = told("agreement_signed", "HUN,ROU", "1996-09-16", object="Treaty of Understanding and Good Neighbourhood", quote="signed")
    basic = told("agreement_signed", "HUN,ROU", "1996-09-16", path="b", object="basic treaty", quote="was signed by both premiers")
    assert compare(named, basic)[0] > VETO


def test_what_lacks_a_date_is_the_event_that_it_was_news_of() -> None:
    dated = told("sanction_lifted", "JPN>KOR", "2023-03-16", quote="scrapped the curbs on shipments", published="2023-03-16")
    fresh = told("sanction_lifted", "JPN>KOR", path="b", quote="curbs on chemicals go", published="2023-03-17")
    later = told("sanction_lifted", "JPN>KOR", path="b", quote="curbs on chemicals go", published="2024-03-17")
    assert same(dated, fresh)
    assert not same(dated, later)


def test_a_month_and_the_year_it_lies_in_are_one_event_but_two_years_alone_leave_it_open() -> None:
    assert same(told("agreement_signed", "JPN,KOR", "2016-11"), told("agreement_signed", "JPN,KOR", "2016", path="b"))
    assert not same(told("agreement_signed", "JPN,KOR", "2016"), told("agreement_signed", "JPN,KOR", "2016", path="b"))


def test_what_happened_is_dated_no_later_than_it_was_told_and_a_plan_no_earlier() -> None:
    past = told("visit", "FRA>IND", "2018", published="2018-03-20")
    ahead = told("visit", "FRA>IND", "2018", published="2018-10-20", status="planned")
    assert past.statement.date is not None
    assert (past.high, ahead.low) == (Edtf.parse("2018-03-20").earliest.ordinal(), Edtf.parse("2018-10-20").earliest.ordinal())  # type: ignore[union-attr]  # both are days
    assert not same(past, replace(ahead, document=replace(ahead.document, sha256="x")))


def test_a_denial_of_the_same_deed_on_the_same_day_is_about_it() -> None:
    deed = told("border_closed", "VEN>COL", "2015-08-19", quote="closed the border on that day")
    denial = told("border_closed", "VEN>COL", "2015-08-19", path="b", status="denied", quote="did not close the border that day")
    assert same(deed, denial)


def test_an_attack_and_the_clash_it_was_are_one() -> None:
    attack = told("attack", "CHN>VNM", "1979-02-17", quote="crossed the border with an army of tanks")
    assert same(attack, told("clash", "CHN,VNM", "1979-02-17", path="b", quote="the army fought at the border"))


def test_meetings_that_each_name_another_third_party_can_be_one() -> None:
    one = told("summit", "RUS,USA,FIN", "2018-07-16", persons=["Donald Trump", "Vladimir Putin"])
    other = told("summit", "RUS,USA,AUT", "2018-07-16", path="b", persons=["Donald Trump", "Vladimir Putin"])
    assert same(one, other)
    assert compare(told("summit", "RUS,FIN", "2018-07-16"), told("summit", "RUS,AUT", "2018-07-16", path="b"))[0] <= VETO
