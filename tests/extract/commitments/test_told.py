from __future__ import annotations

import pytest

from detente.extract.commitments.scene import scenes
from detente.extract.commitments.told import (
    Told,
    end_told,
    is_a_threat,
    is_future,
    is_made,
    is_private,
    is_unread,
    makers_told,
    parsed_scene,
    receiver_told,
    told,
)
from detente.extract.syntax import parse
from detente.model.span import Span
from detente.rules.commitments import Clause
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
        ("It would pay as long as [BOL|Bolivia] promised to pay.", "promised to", False),
        ("The clerk thought [BOL|Bolivia] had promised to pay.", "promised to", False),
        ("Rumours that [BOL|Bolivia] had promised to pay spread.", "promised to", False),
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


@pytest.mark.parametrize(
    ("marked", "words", "who"),
    [
        ("[~BOL|Bolivian] and [PRY|Paraguayan negotiators] agreed to meet.", "agreed to", ["BOL", "PRY"]),
        ("[BOL|Bolivia], [PRY|Paraguay], [URY|Uruguay], and [CHL|Chile] all agreed to meet.", "agreed to", ["BOL", "PRY", "URY", "CHL"]),
        ("They left [BOL|Bolivia], and later [PRY|Paraguay] and [CHL|Chile] agreed to meet.", "agreed to", ["PRY", "CHL"]),
        ("[BOL|Bolivia], which helped [PRY|Paraguay] and [CHL|Chile], agreed to meet.", "agreed to", ["BOL"]),
        ("In the pact, [BOL|Bolivia], [PRY|Paraguay], and [CHL|Chile] agreed to meet.", "agreed to", ["BOL", "PRY", "CHL"]),
        ("The post-[~SUN|Soviet] states agreed to meet.", "agreed to", []),
    ],
)
def test_a_row_of_states_promises_together(marked: str, words: str, who: list[str]) -> None:
    assert [p.party.country for p in makers_told(promise(marked, words))] == who


def test_threats_votes_and_errands_bind_nobody() -> None:
    threat = promise("[BOL|Bolivia] vowed to crush [PRY|Paraguay].", "vowed to")
    assert is_a_threat(threat)
    errand = promise("[@BOL;Ambassador|Ms. Paz] promised to supply me with a copy.", "promised to")
    assert is_private(errand, makers_told(errand))
    deed = promise("[@BOL;President|Ms. Paz] promised to supply wheat.", "promised to")
    assert not is_private(deed, makers_told(deed))


def test_a_clause_in_the_future_is_promised() -> None:
    own = promise("[BOL|Bolivia] agreed that it would pay.", "agreed")
    assert is_future(own, Clause.OWN, makers_told(own))
    passive = promise("[BOL|Bolivia] agreed that the debt would be paid.", "agreed")
    assert is_future(passive, Clause.OWN, makers_told(passive))
    foretold = promise("[BOL|Bolivia] agreed that the price would fall.", "agreed")
    assert not is_future(foretold, Clause.OWN, makers_told(foretold))
    view = promise("[BOL|Bolivia] agreed that it was late.", "agreed")
    assert not is_future(view, Clause.ANY, makers_told(view))
