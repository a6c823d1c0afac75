from __future__ import annotations

import pytest

from detente.extract.commitments.deadlines import due_of, said_on
from detente.extract.commitments.scene import scenes
from detente.model.span import Span
from tests.extract.marked import reading


@pytest.mark.parametrize(
    ("marked", "due"),
    [
        ("It ends by {2030|2030}.", "../2030"),
        ("It ends before the end of {2030|2030}.", "../2030"),
        ("It ends {../2030|by 2030}.", "../2030"),
        ("It ends within {P5Y|five years}.", "../2028"),
        ("It ends within {P999Y|999 years}.", None),
        ("It ended in {2020|2020}.", None),
        ("It ends by {1965|then}.", None),
        ("It took {P5Y|five years}.", None),
    ],
)
def test_a_deadline_is_a_time_with_its_preposition(marked: str, due: str | None) -> None:
    (scene,) = scenes(reading(marked, "2023-05-01"))
    found = due_of(scene, scene.times[0])
    assert (found.text if found is not None else None) == due


def test_within_is_not_counted_from_nowhere() -> None:
    (scene,) = scenes(reading("It ends within {P5Y|five years}."))
    assert due_of(scene, scene.times[0]) is None


def test_a_promise_is_said_at_the_head_of_the_sentence_or_in_its_clause() -> None:
    (scene,) = scenes(reading("On {2023-05-02|Tuesday}, as hoped, they agreed to build by {2030|2030}."))
    start = scene.text.index("agreed")
    date = said_on(scene, Span(start, len(scene.text)), start + len("agreed to"))
    assert date is not None
    assert date.edtf.text == "2023-05-02"


def test_a_time_in_what_is_promised_is_not_when_it_was_promised() -> None:
    (scene,) = scenes(reading("They agreed to reopen the pass in {2031|2031}."))
    start = scene.text.index("agreed")
    assert said_on(scene, Span(start, len(scene.text)), start + len("agreed to ")) is None


def test_a_time_that_owns_what_follows_is_no_deadline() -> None:
    (scene,) = scenes(reading("It is covered by {2022|last year}'s act."))
    assert due_of(scene, scene.times[0]) is None
