from __future__ import annotations

import json
from dataclasses import replace

import pytest

from detente.model.ruling import Action, Ruling, anchor_text, from_line, in_force, is_sealed, sealed, to_line, undone_by


def made(action: Action, *subjects: str, after: str = "", why: str = "") -> Ruling:
    return sealed(Ruling(at="2024-05-06T07:08:09Z", who="Anna", action=action, subjects=subjects, why=why), after)


def test_an_identifier_follows_from_all_the_rest_and_from_the_ruling_before() -> None:
    first = made(Action.ACCEPT, "s1")
    assert first == made(Action.ACCEPT, "s1")
    assert is_sealed(first)
    assert made(Action.ACCEPT, "s1", after=first.id).id != first.id
    assert not is_sealed(replace(first, why="because"))
    assert not is_sealed(replace(first, who="Boris"))


def test_what_is_undone_does_not_hold_and_an_undo_can_be_undone() -> None:
    ruling = made(Action.REJECT, "s1")
    undo = made(Action.UNDO, ruling.id, after=ruling.id)
    redo = made(Action.UNDO, undo.id, after=undo.id)
    assert in_force([ruling]) == (ruling,)
    assert in_force([ruling, undo]) == ()
    assert in_force([ruling, undo, redo]) == (ruling,)
    assert undone_by([ruling, undo, redo]) == {undo.id: redo.id}


def test_two_undos_of_one_ruling_must_both_be_taken_back() -> None:
    ruling = made(Action.REJECT, "s1")
    one = made(Action.UNDO, ruling.id, after=ruling.id)
    two = made(Action.UNDO, ruling.id, after=one.id)
    assert in_force([ruling, one, two, made(Action.UNDO, two.id, after=two.id)]) == ()


def test_a_line_comes_back_as_the_ruling_it_was() -> None:
    anchor = anchor_text({"quote": "Vi\u1ec7t Nam \U0001f600", "start": 3})
    ruling = sealed(
        Ruling(
            at="2024-05-06T07:08:09Z", who="Anna", action=Action.EDIT, subjects=("s1",), field="date", value="2018-07", anchors=(anchor,)
        ),
        "",
    )
    assert from_line(to_line(ruling)) == ruling
    assert json.loads(to_line(ruling))["anchors"][0]["start"] == 3


@pytest.mark.parametrize("line", ["[]", "{}", "nonsense", '{"id": 1}'])
def test_what_is_no_ruling_is_refused(line: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - json and our own check both raise it
        from_line(line)


def test_a_line_that_was_changed_is_refused() -> None:
    line = to_line(made(Action.REJECT, "s1", why="misread"))
    with pytest.raises(ValueError, match="changed"):
        from_line(line.replace("misread", "right"))
