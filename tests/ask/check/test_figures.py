from __future__ import annotations

from typing import Any

import pytest

from detente.ask.check import Stance, Verdict
from detente.model.statement import FactKind
from tests.ask.check.conftest import Say, only

TEXT = "Trade was worth much."


def trade(value: float, date: str | None, **more: Any) -> tuple[object, ...]:
    series = {"fact": FactKind.INDICATOR, "series": "bilateral trade turnover", "unit": "USD", "bound": "=", **more}
    return (TEXT[:-1], "trade_turnover", "USA,VNM", date, {"value": value, **series})


@pytest.mark.parametrize(
    ("value", "date", "more", "verdict"),
    [
        (134e9, "2024", {}, Verdict.SUPPORTED),
        (130e9, "2024", {"bound": ">"}, Verdict.SUPPORTED),
        (134.4e9, "2024", {}, Verdict.SUPPORTED),
        (90e9, "2024", {}, Verdict.CONTRADICTED),
        (120e9, "2024", {"reporter": "US Census Bureau"}, Verdict.PARTLY),
        (134e9, "2020", {}, Verdict.NO_RECORD),
    ],
)
def test_a_figure(say: Say, value: float, date: str, more: dict[str, Any], verdict: Verdict) -> None:
    assert only(say(TEXT, trade(value, date, **more)), "trade_turnover").verdict is verdict


def test_no_figure_for_the_period_shows_the_nearest_points(say: Say) -> None:
    found = only(say(TEXT, trade(80e9, "2020")), "trade_turnover")
    assert [w.stance for w in found.witnesses] == [Stance.NEAR, Stance.NEAR]
    assert found.witnesses[0].why == "the series in 2019"


def test_another_series_is_no_record(say: Say) -> None:
    said = ("Trade was worth much", "students", "VNM>USA", "2020", {"value": 30000.0, "fact": FactKind.INDICATOR, "series": "students"})
    found = only(say(TEXT, said), "students")
    assert (found.verdict, found.witnesses) == (Verdict.NO_RECORD, ())


def test_a_figure_without_a_number_cannot_be_checked(say: Say) -> None:
    said = ("Trade was worth much", "trade_turnover", "USA,VNM", "2020", {"fact": FactKind.INDICATOR, "series": "bilateral trade turnover"})
    assert only(say(TEXT, said), "trade_turnover").verdict is Verdict.UNCHECKABLE
