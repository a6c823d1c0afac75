from __future__ import annotations

import pytest

from detente.extract.commitments.scene import scenes
from detente.extract.commitments.told import Told, end_told, is_made, is_unread, makers_told, parsed_scene, receiver_told, told
from detente.extract.syntax import parse
from detente.model.span import Span
from tests.extract.marked import reading


def promise(marked: str, words: str) -> Told:
    (scene,) = scenes(reading(marked))
    (doc,) = parse([scene.span.of(scene.text)])
    start = scene.text.index(words)
    found = told(parsed_scene(scene, doc), Span(start, start + len(words)))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("marked", "words", "made"),
    [
        ("[BOL|Bolivia] promised to pay.", "promised to", True),
        ("[BOL|Bolivia] might promise to pay.", "promise to", False),
        ("[BOL|Bolivia] had never promised to pay.", "promised to", False),
        ("The bank expects [BOL|Bolivia] to promise to pay.", "promise to", False),
        ("[BOL|Bolivia] did promise to pay.", "promise to", True),
        ("[BOL|Bolivia] left before it promised to pay.", "promised to", False),
    ],
)
def test_a_promise_stands_only_where_it_is_told_as_made(marked: str, words: str, made: bool) -> None:
    assert is_made(promise(marked, words), future=False) is made


def test_the_subject_promises_and_the_one_bound_by_a_text() -> None:
    spoken = promise("[BOL|Bolivia] promised [PRY|Paraguay] a railway.", "promised")
    assert [p.party.country for p in makers_told(spoken)] == ["BOL"]
    assert [p.party.country for p in receiver_told(spoken, makers_told(spoken))] == ["PRY"]
    written = promise("The pact commits [BOL+PRY|both sides] to keep the peace.", "commits")
    assert [p.party.country for p in makers_told(written)] == ["BOL", "PRY"]


def test_a_promise_ends_before_the_next_deed() -> None:
    one = promise("[BOL|Bolivia] promised to pay and hoped that all would be well.", "promised to")
    text = one.scene.doc.text
    assert text[: end_told(one, len(text))] == "Bolivia promised to pay"


def test_a_headline_may_be_misread() -> None:
    (scene,) = scenes(reading("[BOL|La Paz] and [PRY|Asuncion] plan summits"))
    (doc,) = parse([scene.span.of(scene.text)])
    parsed = parsed_scene(scene, doc)
    start = scene.text.index("plan")
    assert is_unread(parsed, Span(start, start + 12))
    assert not is_unread(parsed, Span(scene.text.index("and"), scene.text.index("and") + 3))
