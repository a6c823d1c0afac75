from __future__ import annotations

from typing import Any

import pytest

from detente.ask.views import EVERYTHING, Filters
from detente.publish import chronicle as module
from detente.publish.chronicle import gather
from detente.store.base import Run
from tests.publish import sample


class HandMade:
    """As much of a record as gathering touches itself."""

    parties = ("USA", "VNM")

    def runs(self) -> list[Run]:
        return [Run("2025-01-01T00:00:00Z", "0.0.9", "a", ("USA", "VNM")), Run("2026-01-05T09:00:00Z", "0.1.0", "b", ("USA", "VNM"))]


@pytest.fixture
def record(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A record whose questions are answered by the sample."""

    def chronology(_: Any, filters: Filters = EVERYTHING) -> Any:
        return sample.commitments() if filters.kinds == ("commitment",) else sample.lines()[: filters.top]

    monkeypatch.setattr(module, "chronology", chronology)
    monkeypatch.setattr(module, "ladder", lambda _, known_on: sample.ladder() if known_on is None else ())
    monkeypatch.setattr(module, "series", lambda _, known_on: sample.series() if known_on is None else ())
    monkeypatch.setattr(module, "conflicts", lambda _: sample.conflicts())
    monkeypatch.setattr(module, "sources", lambda _: sample.sources())
    return HandMade()


def test_everything_is_gathered_with_the_last_build(record: Any) -> None:
    assert gather(record) == sample.chronicle()
    assert gather(record).when == "5 January 2026"


def test_filters_choose_the_lines_and_are_told(record: Any) -> None:
    told = gather(record, Filters(top=3, known_on="2025-01-01"))
    assert told.filtered
    assert len(told.lines) == 3
    assert told.ladder == ()
    assert told.conflicts == sample.conflicts()


def test_dated_and_undated_are_all_there_is() -> None:
    told = sample.chronicle()
    assert told.dated + told.undated == told.lines
    assert len(told.undated) == 1
