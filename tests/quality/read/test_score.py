from __future__ import annotations

import pytest

from quality.read.draw import Passage
from quality.read.match import Event, Judged
from quality.read.score import Reading, report, why, wilson

PASSAGE = Passage(1, "letters", "B", "doc", 0, 500)
EVENT = Event("doc", 0, 9, ("meeting",), ("FIN SWE",), ("=",), ("-",), ("happened",), True)
RIGHT = {"kind": True, "parties": True, "date": True, "status": True}


def judged(right: dict[str, bool], cause: str | None = None) -> Judged:
    says: dict[str, object] = {"kind": "meeting", "source": [], "target": [], "date": None, "status": "happened", "start": 0, "end": 9}
    return Judged(PASSAGE, says, EVENT if right["kind"] else None, right, cause)


@pytest.mark.parametrize(("right", "of", "low", "high"), [(81, 263, 25.5, 36.6), (10, 10, 72.2, 100.0), (0, 0, 0.0, 100.0)])
def test_the_interval_of_a_share(right: int, of: int, low: float, high: float) -> None:
    assert list(wilson(right, of)) == pytest.approx([low, high], abs=0.1)


def test_a_statement_without_an_event_counts_against_its_kind_alone() -> None:
    reading = Reading((judged(RIGHT), judged({"kind": False}, "another sense")), ((PASSAGE, EVENT),), 2, 1)
    lines = list(report(reading))
    assert "2 statements, 0 of them not yet read" in lines[0]
    shares = {line.split("  ")[0] + line[21:41].strip(): line[41:52].split() for line in lines[1:7]}
    assert shares["letterskind, parties, date"] == ["1", "of", "2"]
    assert shares["letterskind"] == ["1", "of", "2"]
    assert shares["lettersparties"] == ["1", "of", "1"]
    assert list(why(reading)) == ["  1  another sense", "missed: meeting 1"]


def test_a_wrong_status_leaves_the_other_three_standing() -> None:
    reading = Reading((judged({**RIGHT, "status": False}),), (), 1, 1)
    assert reading.judged[0].holds
    assert next(why(reading)) == "  1  not yet read"
