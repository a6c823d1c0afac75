from __future__ import annotations

from detente.extract.commitments.scene import scenes
from detente.extract.commitments.worded import LONGEST, taken_back, worded
from tests.extract.marked import reading


def hits(text: str) -> list[str]:
    (scene,) = scenes(reading(text))
    return [hit.span.of(scene.text) for hit in worded(scene)]


def test_wording_reaches_to_the_end_of_its_clause() -> None:
    assert hits("Chile agreed to pay the U.S. firm, while Peru waited.") == ["agreed to pay the U.S. firm"]
    assert hits("Chile agreed to go, leaving the rest to Peru.") == ["agreed to go"]


def test_wording_that_promises_nothing_is_left_out() -> None:
    assert hits("They agreed to disagree.") == []
    assert hits("Rain fell.") == []


def test_wording_is_not_read_for_ever() -> None:
    (found,) = hits("Chile agreed to " + "pay and " * 60 + "go.")
    assert len(found) <= LONGEST + len("agreed to ")


def test_what_stands_before_may_take_it_back() -> None:
    (scene,) = scenes(reading("Chile refused to pledge to pay."))
    assert [taken_back(scene, hit) for hit in worded(scene)] == [True, True][: len(worded(scene))]
