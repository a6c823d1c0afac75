from __future__ import annotations

from pathlib import Path

from detente.ask import open_record
from detente.ask.review import Sitting
from detente.web.pages import review


def test_a_question_comes_with_its_quotes_and_keys(path: Path) -> None:
    with open_record(path) as record:
        asked = review.question(Sitting(record, 50, "Ana"), "a message")
    assert asked.proposal is not None
    assert asked.evidence
    assert asked.message == "a message"
    keys = [choice.key for choice in (*asked.choices, *asked.always)]
    assert len(keys) == len(set(keys))


def test_when_nothing_waits_only_the_last_step_can_be_taken_back(path: Path) -> None:
    with open_record(path) as record:
        sitting = Sitting(record, 50, "Ana")
        while sitting.current():
            sitting.skip()
        asked = review.question(sitting)
    assert asked.proposal is None
    assert [choice.name for choice in asked.always] == ["undo"]
