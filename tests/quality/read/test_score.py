from __future__ import annotations

import pytest

from quality.read.score import FIELDS, Reading, causes, readings, report, wilson


@pytest.mark.parametrize(("right", "of", "low", "high"), [(81, 263, 25.5, 36.6), (10, 10, 72.2, 100.0), (0, 0, 0.0, 100.0)])
def test_the_interval_of_a_share(right: int, of: int, low: float, high: float) -> None:
    assert list(wilson(right, of)) == pytest.approx([low, high], abs=0.1)


def test_a_statement_without_an_event_counts_against_its_kind_alone() -> None:
    read = [
        Reading("a", dict.fromkeys(FIELDS, "right"), ""),
        Reading("a", {"kind": "wrong", "parties": "-", "date": "-", "status": "-"}, "another sense"),
    ]
    lines = list(report(read))
    assert "1 of   2" in lines[0]
    assert [line.split("(")[0].split()[1:5] for line in lines[1:3]] == [["kind", "1", "of", "2"], ["parties", "1", "of", "1"]]
    assert list(causes(read)) == ["a              1  another sense"]


def test_every_label_has_a_verdict_for_each_field_and_a_cause_where_something_is_wrong() -> None:
    for reading in readings():
        assert set(reading.verdicts.values()) <= {"right", "wrong", "-"}
        assert bool(reading.cause) is not reading.all_right
