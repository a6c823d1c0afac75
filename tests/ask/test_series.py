from __future__ import annotations

from detente.ask import series
from detente.store.base import Record


def test_two_reporters_stand_in_one_series_and_neither_is_dropped(record: Record) -> None:
    (trade,) = series(record)
    assert trade.label == "bilateral trade turnover"
    assert trade.parties == ("ERI", "ETH")
    assert [(str(p.fact.date), p.fact.value, p.fact.reporter) for p in trade.points] in (
        [("2019", 3e6, None), ("2019", 3.4e6, "customs")],
        [("2019", 3.4e6, "customs"), ("2019", 3e6, None)],
    )
    assert trade.reporters == ("customs", None)
    assert all(p.evidence and p.discrepancies for p in trade.points)


def test_series_as_known_on_a_day(record: Record) -> None:
    (trade,) = series(record, known_on="2024-01-31")
    assert [p.fact.value for p in trade.points] == [3e6]
