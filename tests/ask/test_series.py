from __future__ import annotations

from pathlib import Path

from detente.ask import series
from detente.pipeline import build
from detente.store.base import Record
from detente.store.sqlite import open_sqlite


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


def test_two_reporters_who_give_one_number_have_a_line_each(tmp_path: Path) -> None:
    said = "trade between Kenya and Uganda was worth $673 million in 2020."
    for name, reporter in (("a", "the Kenya National Bureau of Statistics"), ("b", "the Bank of Uganda")):
        (tmp_path / f"{name}.txt").write_text(f"Nairobi, 3 May 2021\n\nAccording to {reporter}, {said}\n", encoding="utf-8")
    build([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")], record=tmp_path / "r.detente", between=("KEN", "UGA"), workers=1)
    with open_sqlite(tmp_path / "r.detente") as opened:
        (trade,) = series(opened)
    assert len({point.fact.id for point in trade.points}) == 1
    assert [point.fact.value for point in trade.points] == [673e6, 673e6]
    assert len(trade.reporters) == 2
