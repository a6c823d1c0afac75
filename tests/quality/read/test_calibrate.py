from __future__ import annotations

from dataclasses import replace
from math import log

import pytest

from detente.extract.events.confidence import Evidence, confidence
from detente.rules.codebook import codebook
from quality.read.calibrate import bins, error, fit, report, rows_of, seen
from quality.read.labelled import TRIED, Labelled
from tests.extract.events.told import events

BARE = Evidence("words", False, True, False, True, True, True)
NAMED = replace(BARE, named=True)


def test_bins_hold_what_was_stated_beside_what_was_right() -> None:
    found = bins([(0.62, True), (0.68, False), (0.9, True)])
    assert [(b.low, b.high, b.number, b.right) for b in found] == [(0.6, 0.7, 2, 0.5), (0.8, 1.0, 1, 1.0)]
    assert found[0].stated == pytest.approx(0.65)


def test_the_error_weighs_each_bin_by_its_statements() -> None:
    assert error([(0.65, True), (0.65, False), (0.9, True), (0.9, True)]) == pytest.approx(12.5)
    assert error([]) == 0


def test_evidence_that_speaks_for_a_statement_gets_no_negative_weight() -> None:
    against = [(NAMED, False)] * 8 + [(NAMED, True)] * 2 + [(BARE, True)] * 9 + [(BARE, False)]
    assert fit(against)["named"] == 0


def test_weights_follow_the_labels() -> None:
    rows = [(NAMED, True)] * 9 + [(NAMED, False)] + [(BARE, True)] * 5 + [(BARE, False)] * 5
    assert 1.0 < fit(rows)["named"] < log(9)


def test_statements_that_no_frame_found_are_not_fitted_on() -> None:
    frame = next(frame.name for frame in codebook().frames() if frame.kind == "recognition")
    said: dict[str, object] = {"rule": f"{frame}+pair", "date": None, "status": "happened", "source": [], "target": [], "confidence": 0.7}
    labelled = [Labelled("a", TRIED, said, True)] * 4 + [Labelled("b", TRIED, said, False)]
    assert [right for _, right in rows_of(labelled)] == [True] * 4 + [False]
    assert seen({**said, "rule": "a table"}) is None
    assert list(report(labelled))[-1] == "  0.70 to 0.80  stated 70 %, right 80 %  (5 statements)"


@pytest.mark.parametrize(
    "text",
    [
        "Peru signed a treaty with Chile in 1929.",
        "Peru and Chile are neighbours. They will hold talks in Lima.",
        "Norway condemned the attack. The visit of Norway's prime minister to Finland in May 1930 was short.",
    ],
)
def test_the_evidence_as_printed_is_that_which_the_statement_was_given_its_confidence_for(text: str) -> None:
    for said in events(text):
        printed = {
            "rule": said.rule,
            "date": {"basis": said.date.basis} if said.date else None,
            "status": said.status.value,
            "target": said.target,
        }
        found = seen(printed)
        assert found is not None
        assert confidence(found) == said.confidence
