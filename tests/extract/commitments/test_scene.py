from detente.extract.commitments.scene import scenes
from detente.model.document import BlockKind
from tests.extract.marked import reading


def test_a_scene_holds_what_its_sentence_names() -> None:
    first, second = scenes(reading("[KEN|Kenya] owes 3 million euros since {2019|2019}.\n[UGA|Uganda] pays 5 million."))
    assert [len(x) for x in (first.actors, first.times, first.frames)] == [1, 1, 1]
    assert (first.money, second.money) == (None, "EUR")
    assert [a.parties[0].country for a in second.actors] == ["UGA"]


def test_what_is_no_prose_makes_no_scene() -> None:
    assert list(scenes(reading("[KEN|Kenya] pays.", kind=BlockKind.CREDIT))) == []
