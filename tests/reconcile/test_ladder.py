from __future__ import annotations

from typing import Any

from detente.model.edtf import Edtf
from detente.model.fact import Fact
from detente.model.statement import FactKind, Status
from detente.reconcile.ladder import Rung, rungs, standing

CP, CSP = "Comprehensive Partnership", "Comprehensive Strategic Partnership"


def fact(kind: str, date: str | None, level: str | None = None, status: str = "happened") -> Fact:
    fields: dict[str, Any] = {
        "source": ("USA", "VNM"),
        "target": ("USA", "VNM"),
        "persons": (),
        "places": (),
        "date_basis": "stated",
        "title": kind,
    }
    of = FactKind.PARTNERSHIP if kind.startswith("partnership") else FactKind.EVENT
    when = Edtf.parse(date) if date else None
    return Fact(id=f"{kind}{date}{level}", fact=of, kind=kind, date=when, status=Status(status), level=level, **fields)


def levels(*facts: Fact) -> list[str]:
    return [rung.level for rung in rungs(facts)]


def on(climbed: list[Rung], day: str) -> str:
    date = Edtf.parse(day).latest
    assert date is not None
    return climbed[standing(climbed, date.ordinal())].level


def test_levels_are_climbed_in_order_of_time_whatever_the_order_of_facts() -> None:
    climbed = rungs(
        [fact("partnership_elevated", "2023", CSP), fact("relations_normalized", "1995"), fact("partnership_established", "2013", CP)]
    )
    assert [rung.level for rung in climbed] == ["none", "normalized", CP, CSP]
    assert [on(climbed, day) for day in ("1994-01-01", "2000-01-01", "2014-06-01", "2024-01-01")] == ["none", "normalized", CP, CSP]
    assert [rung.rank for rung in climbed] == [0, 3, 4, 5]


def test_a_level_known_by_its_year_stands_from_the_end_of_that_year() -> None:
    climbed = rungs([fact("partnership_established", "2013", CP)])
    assert on(climbed, "2013-06-30") == "none"
    assert on(climbed, "2013-12-31") == CP


def test_a_level_told_of_again_or_by_a_longer_name_is_not_reached_again() -> None:
    longer = fact("partnership_elevated", "2024-09", f"{CSP} for Peace")
    assert levels(fact("partnership_established", "2013", CP), fact("partnership_elevated", "2023", CSP), longer) == ["none", CP, CSP]
    past = fact("partnership_established", "2024", CP)
    assert levels(fact("partnership_established", "2013", CP), fact("partnership_elevated", "2023", CSP), past) == ["none", CP, CSP]


def test_the_ladder_shows_a_partnerships_name_without_what_it_is_for() -> None:
    assert levels(fact("partnership_elevated", "2023", f"{CSP} for Peace, Cooperation and Sustainable Development")) == ["none", CSP]


def test_relations_severed_and_restored() -> None:
    cuba = [fact("recognition", "1959-01-07"), fact("relations_severed", "1961-01-03"), fact("relations_restored", "2015-07-20")]
    assert levels(*cuba) == ["none", "recognition", "severed", "diplomatic relations"]


def test_a_downgrade_without_a_name_falls_to_the_level_below() -> None:
    found = levels(
        fact("relations_established", "1990"), fact("partnership_established", "2013", CP), fact("partnership_downgraded", "2020")
    )
    assert found == ["none", "diplomatic relations", CP, "diplomatic relations"]


def test_what_is_planned_denied_or_undated_changes_nothing() -> None:
    assert levels(
        fact("partnership_elevated", "2030", CSP, "planned"),
        fact("relations_severed", "1999", status="denied"),
        fact("relations_normalized", None),
    ) == ["none"]
