from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from detente.model.edtf import Edtf
from detente.model.fact import Discrepancy, DiscrepancyType, Grade
from detente.model.mention import PlaceMention
from detente.model.statement import FactKind, Statement
from detente.reconcile.cases import DocumentInfo
from detente.reconcile.reconciling import reconcile
from tests.factory import document, statement

DYAD = ("USA", "VNM")


def raised(*told: dict[str, Any], kind: str = "figure", sides: str = "USA,VNM") -> list[tuple[str, str]]:
    return [(d.type.value, d.grade.value) for d in found(*told, kind=kind, sides=sides)]


def found(*told: dict[str, Any], kind: str, sides: str) -> tuple[Discrepancy, ...]:
    said, known = [], {}
    for number, fields in enumerate(told):
        fields = dict(fields)
        quote = fields.pop("quote", f"so says account {number}")
        published = fields.pop("published", "2025-06-01")
        doc = document(f"{number}. {quote}.", f"{number}.txt")
        known[doc.sha256] = DocumentInfo(doc.sha256, Edtf.parse(published), "2025-07-01T00:00:00Z", doc.sha256)
        one = statement(doc, quote, kind, sides, fields.pop("date", None), **fields)
        said.append(one)
    return reconcile(said, known, DYAD).discrepancies


def trade(value: float, bound: str = "=", date: str | None = "2024", **more: Any) -> dict[str, Any]:
    return {"series": "bilateral trade", "value": value, "unit": "USD", "bound": bound, "date": date, **more}


@pytest.mark.parametrize(
    ("one", "other", "grades"),
    [
        (trade(85e9, "~"), trade(85.3e9), [("value", "rounding")]),
        (trade(134e9), trade(149e9), [("value", "contradiction")]),
        (trade(134e9, reporter="Vietnam Customs"), trade(149e9, reporter="US Census Bureau"), [("value", "reporter")]),
        (trade(85e9, "~", reporter="KITA"), trade(85.3e9, reporter="Customs"), [("value", "rounding")]),
        (trade(134e9), trade(134e9), []),
        (trade(134e9, date="2023"), trade(149e9, date="2024"), []),
        (trade(70e9, quote="70 billion in the first half"), trade(149e9), [("value", "scope")]),
        (trade(134e9, ">"), trade(149e9), [("value", "scope")]),
        (trade(5e9), trade(5e9, unit_="EUR"), [("value", "contradiction")]),
    ],
)
def test_figures_of_one_series_and_period(one: dict[str, Any], other: dict[str, Any], grades: list[tuple[str, str]]) -> None:
    other = dict(other)
    if "unit_" in other:
        other["unit"] = other.pop("unit_")
    assert raised(one, other) == grades


def test_a_figure_of_today_beside_last_years_by_another_reporter_is_flagged_and_neither_is_dropped() -> None:
    customs = trade(134e9, ">", "2024", reporter="General Department of Customs")
    today = trade(150e9, "~<", "2025-07", basis="relative")
    assert raised(customs, today) == [("value", "reporter")]
    assert raised(customs, trade(134.5e9, "~", "2025-07", basis="relative")) == []
    assert raised(customs, trade(150e9, "~<", "2025")) == []


def test_last_years_figure_is_of_another_year_than_the_one_before_and_no_discrepancy() -> None:
    assert raised(trade(111e9, date="2023"), trade(124e9, date="2022", basis="relative", published="2023-11-02")) == []


def test_dates_in_an_explanation_are_written_for_people() -> None:
    (one,) = found(dated("1995-07-11"), dated("1995-07-12"), kind="recognition", sides="USA>VNM")
    assert one.explanation == "11 July 1995 and 12 July 1995 cannot both be right"


def dated(date: str, **more: Any) -> dict[str, Any]:
    return {"date": date, **more}


@pytest.mark.parametrize(
    ("one", "other", "grades"),
    [
        (dated("1995-07-11"), dated("1995"), [("date", "precision")]),
        (dated("1995-07-11"), dated("1995-07-12"), [("date", "contradiction")]),
        (dated("1995-07-11"), dated("1995-07-12", quote="on 12 July, Hanoi time"), [("date", "clock")]),
        (dated("1995-07-11", quote="was announced"), dated("1995-07-28", quote="entered into force"), [("date", "scope")]),
        (dated("1995-07-11"), dated("1995-07-11"), []),
    ],
)
def test_dates_of_one_event(one: dict[str, Any], other: dict[str, Any], grades: list[tuple[str, str]]) -> None:
    assert raised(one, other, kind="relations_normalized") == grades


def test_a_plan_told_after_the_event_contradicts_it_and_one_told_before_does_not() -> None:
    held = dated("2023-03-16", published="2023-03-17", persons=["Yoon Suk-yeol"])
    before = dated("2023-03-16", published="2023-03-10", status="planned", persons=["Yoon Suk-yeol"])
    after = dated("2023-03-16", published="2023-03-20", status="planned", persons=["Yoon Suk-yeol"])
    assert raised(held, before, kind="visit", sides="USA>VNM") == [("status", "precision")]
    assert raised(held, after, kind="visit", sides="USA>VNM") == [("status", "contradiction")]


def test_another_name_in_the_same_office_on_the_same_day_and_place_is_a_contradiction_of_actors() -> None:
    def seen(name: str) -> dict[str, Any]:
        return dated("2017-05-31", persons=[f"{name}/VNM/Prime Minister"], places=["Washington"])

    assert raised(seen("Nguyen Xuan Phuc"), seen("Nguyen Tan Dung"), kind="visit", sides="VNM>USA") == [("actor", "contradiction")]


@pytest.mark.parametrize(
    ("office", "other", "contradicts"),
    [("Prime Minister", "Prime Minister", True), ("Prime Minister", "Deputy Prime Minister", False), ("Senator", "Senator", False)],
)
def test_two_holders_of_one_seat_on_one_journey_contradict_each_other(office: str, other: str, contradicts: bool) -> None:
    one = {"date": "2022-05-12/2022-05-13", "persons": [f"Pham Minh Chinh/VNM/{office}"]}
    two = {"date": "2022-05-12/2022-05-13", "persons": [f"Nguyen Tan Dung/VNM/{other}"]}
    assert raised(one, two, kind="visit", sides="VNM>USA") == ([("actor", "contradiction")] if contradicts else [])


def test_a_signing_by_one_minister_and_by_another_with_the_same_counterpart_is_one_signing_with_a_contradiction() -> None:
    def signed(name: str) -> dict[str, Any]:
        return dated("2000-07-13", persons=[f"{name}/VNM/Minister", "Charlene Barshefsky/USA"])

    assert raised(signed("Vu Khoan"), signed("Truong Dinh Tuyen"), kind="agreement_signed") == [("actor", "contradiction")]
    assert raised(signed("Vu Khoan"), signed("Khoan"), kind="agreement_signed") == []


def test_one_guest_who_met_two_hosts_on_one_day_contradicts_nothing() -> None:
    def met(name: str) -> dict[str, Any]:
        return dated("2000-11-17", persons=[name, "Bill Clinton/USA"])

    assert raised(met("Phan Van Khai/VNM/Prime Minister"), met("Tran Duc Luong/VNM/President"), kind="meeting") == []


def test_two_levels_reached_on_one_day_contradict_each_other() -> None:
    one, other = dated("2013-07-25", level="comprehensive partnership"), dated("2013-07-25", level="strategic alliance")
    assert raised(one, other, kind="partnership_established") == [("level", "contradiction")]


def test_identifiers_and_sides_do_not_depend_on_which_was_read_first() -> None:
    one = found(dated("1995-07-11"), dated("1995-07-12"), kind="relations_normalized", sides="USA,VNM")[0]
    assert one.left < one.right
    assert (one.type, one.grade) == (DiscrepancyType.DATE, Grade.CONTRADICTION)
    assert one.explanation


def flow(value: float, **more: Any) -> dict[str, Any]:
    return {"value": value, "unit": "USD", "bound": "=", "date": "2022", **more}


def between_sides(*told: tuple[str, dict[str, Any]]) -> list[tuple[str, str]]:
    """Discrepancies among figures of different kinds, all from Vietnam to the United States."""
    said, known = [], {}
    for number, (kind, fields) in enumerate(told):
        doc = document(f"{number}. so says account {number}.", f"{number}.txt")
        known[doc.sha256] = DocumentInfo(doc.sha256, Edtf.parse("2025-06-01"), "2025-07-01T00:00:00Z", doc.sha256)
        rest = {name: value for name, value in fields.items() if name not in ("date", "sides")}
        sides, fact = fields.get("sides", "VNM>USA"), rest.pop("fact", FactKind.INDICATOR)
        said.append(statement(doc, f"so says account {number}", kind, sides, fields.get("date"), fact=fact, **rest))
    return [(d.type.value, d.grade.value) for d in reconcile(said, known, DYAD).discrepancies]


def test_one_partys_exports_and_the_others_imports_are_one_flow_by_two_reporters() -> None:
    assert between_sides(("exports", flow(109.4e9)), ("imports", flow(127.5e9))) == [("value", "reporter")]
    assert between_sides(("exports", flow(109.4e9)), ("imports", flow(109.3e9))) == [("value", "rounding")]
    assert between_sides(("exports", flow(109.4e9)), ("imports", flow(127.5e9, date="2021"))) == []
    assert between_sides(("exports", flow(109.4e9)), ("imports", flow(127.5e9, sides="USA>VNM"))) == []


def test_ones_surplus_is_the_others_deficit() -> None:
    deficit, surplus = flow(104e9, sides="USA>VNM"), flow(81e9, sides="VNM>USA")
    assert between_sides(("trade_deficit", deficit), ("trade_surplus", surplus)) == [("value", "contradiction")]
    assert between_sides(("trade_deficit", deficit), ("trade_surplus", flow(104e9))) == []


def test_a_figure_that_leaves_the_other_party_unsaid_agrees_but_does_not_contradict() -> None:
    assert between_sides(("exports", flow(109.4e9)), ("exports", flow(371e9, sides="VNM>"))) == []


def test_a_day_and_its_year_do_not_count_the_same() -> None:
    assert between_sides(("vaccine_doses", flow(1e6, date="2022-08-25", unit="doses")), ("vaccine_doses", flow(6e6, unit="doses"))) == [
        ("value", "scope")
    ]


def test_a_goal_is_set_beside_what_was_reached_by_its_day() -> None:
    goal = {"fact": FactKind.COMMITMENT, "series": "bilateral trade turnover", "value": 200e9, "unit": "USD", "sides": "USA,VNM"}
    reached = flow(132e9, date="2024", sides="USA,VNM", series="bilateral trade turnover")
    assert between_sides(("goal", {**goal, "due": "../2024", "status": "planned"}), ("trade_turnover", reached)) == [("value", "scope")]
    assert between_sides(("goal", {**goal, "due": "../2030", "status": "planned"}), ("trade_turnover", reached)) == []
    planned = flow(200e9, date="2024", sides="USA,VNM", status="planned")
    assert between_sides(("trade_turnover", planned), ("trade_turnover", reached)) == [("value", "scope")]


def test_one_deed_in_two_cities_is_a_contradiction_of_places_and_in_a_suburb_it_is_none() -> None:
    def met(city: str, north: float, east: float) -> tuple[Statement, DocumentInfo]:
        doc = document(f"They met in {city}.", f"{city}.txt")
        said = statement(doc, f"They met in {city}", "summit", "USA,VNM", "2019-02-27", persons=["Donald Trump"])
        place = PlaceMention(said.span, city, None, north, east, "city")
        return replace(said, places=(place,)), DocumentInfo(doc.sha256, Edtf.parse("2019-03-01"), "2025-07-01T00:00:00Z", doc.sha256)

    def grades(*told: tuple[Statement, DocumentInfo]) -> list[tuple[str, str]]:
        result = reconcile([said for said, _ in told], {info.sha256: info for _, info in told}, DYAD)
        return [(d.type.value, d.grade.value) for d in result.discrepancies]

    hanoi, hue, near = met("Hanoi", 21.03, 105.85), met("Hue", 16.46, 107.6), met("Ha Dong", 20.97, 105.77)
    assert grades(hanoi, hue) == [("place", "contradiction")]
    assert grades(hanoi, near) == []


def test_another_name_for_a_post_that_one_person_fills_is_a_contradiction() -> None:
    told = [dated("2017-07-18", persons=[f"{name}/USA"]) for name in ("Jon Huntsman", "John Tefft")]
    assert raised(*told, kind="ambassador_appointed", sides="USA>VNM") == [("actor", "contradiction")]


def test_two_stays_that_follow_each_other_are_against_each_other_and_two_months_that_touch_are_not() -> None:
    def stay(date: str) -> dict[str, Any]:
        return dated(date, persons=["François Hollande"])

    assert raised(stay("2016-09-05/2016-09-07"), stay("2016-09-08/2016-09-10"), kind="visit", sides="USA>VNM") == [
        ("date", "contradiction")
    ]
    assert raised(stay("2016-09"), stay("2016-10"), kind="visit", sides="USA>VNM") == [("date", "precision")]


def test_a_day_by_the_old_calendar_is_explained() -> None:
    one, other = dated("1878-03-03"), dated("1878-02-19", quote="on 19 February (Old Style)")
    assert raised(one, other, kind="recognition", sides="USA>VNM") == [("date", "clock")]
