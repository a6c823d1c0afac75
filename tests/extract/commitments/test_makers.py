from __future__ import annotations

import pytest

from detente.extract.commitments.makers import coordinated, makers_of, receiver_of
from detente.extract.commitments.scene import scenes
from detente.model.mention import ActorKind, ActorMention
from detente.model.span import Span
from tests.extract.marked import reading


def makers(marked: str, verb: str) -> list[str | None]:
    (scene,) = scenes(reading(marked))
    return [maker.party.country for maker in makers_of(scene, scene.text.index(verb))]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("[KEN|Kenya] pledged it.", ["KEN"]),
        ("[KEN|Kenya] and [UGA|Uganda] pledged it.", ["KEN", "UGA"]),
        ("[KEN+UGA|Both sides] pledged it.", ["KEN", "UGA"]),
        ("[KEN|Kenya] wept; [UGA|Uganda] pledged it.", ["UGA"]),
        ("[KEN|Kenya], in talks with [UGA|Uganda], pledged it.", ["KEN"]),
        ("[@KEN;President|William Ruto] pledged it.", ["KEN"]),
        ("[@KEN;|A farmer] pledged it.", []),
        ("The [~KEN|Kenyan] plan pledged it.", []),
    ],
)
def test_who_makes_a_promise(marked: str, wanted: list[str]) -> None:
    assert makers(marked, "pledged") == wanted


def test_towards_whom_it_is_made() -> None:
    (scene,) = scenes(reading("[KEN|Kenya] pledged to trade with [UGA|Uganda]."))
    span = Span(scene.text.index("pledged"), len(scene.text))
    assert [p.party.country for p in receiver_of(scene, span, makers_of(scene, span.start))] == ["UGA"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mali, Niger and the Ivory Coast", ["Mali", "Niger", "Ivory Coast"]),
        ("Mali, which left, and the Ivory Coast", ["Ivory Coast"]),
        ("Mali, Niger", ["Niger"]),
    ],
)
def test_a_row_is_joined_by_and(text: str, wanted: list[str]) -> None:
    names = [
        ActorMention(Span(text.index(n), text.index(n) + len(n)), ActorKind.COUNTRY, (), "name")
        for n in ("Mali", "Niger", "Ivory Coast")
        if n in text
    ]
    assert [m.span.of(text) for m in coordinated(text, 0, names)] == wanted
