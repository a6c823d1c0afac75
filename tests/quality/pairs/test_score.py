from __future__ import annotations

from collections import Counter
from dataclasses import replace

from detente.model.fact import DiscrepancyType, Grade
from quality.pairs.score import NONE, Answer, answer, pairs, summed


def test_the_labelled_pairs_are_many_and_half_of_them_compatible_in_every_way_named() -> None:
    ways = Counter(pair.way for pair in pairs())
    assert len(pairs()) >= 200
    assert 2 * sum(pair.compatible for pair in pairs()) >= len(pairs())
    assert {
        "precision",
        "stay",
        "clock",
        "calendar",
        "rounding",
        "bound",
        "part_year",
        "cumulative",
        "goods",
        "goal",
        "reporter",
        "mirror",
    } <= set(ways)
    assert {"planned", "names", "announced_thing", "signing_two", "anniversary", "two_capitals", "yearly", "conversion"} <= set(ways)


def test_no_pair_stands_twice_and_every_answer_is_one_that_there_is() -> None:
    texts = [tuple(side["text"] for side in pair.sides) for pair in pairs()]
    assert len(set(texts)) == len(texts)
    known = {f"{kind}/{grade}" for kind in DiscrepancyType for grade in Grade} | {NONE}
    assert {pair.differ for pair in pairs()} <= known


def test_every_pair_is_graded_right_where_extraction_is_not_the_question() -> None:
    answers = [answer(pair, handmade=True) for pair in pairs()]
    assert [a.pair.name for a in answers if a.false] == []
    assert summed(answers)["pairs right"] >= 99


def test_a_wrong_answer_and_a_false_contradiction_count_against() -> None:
    pair = next(pair for pair in pairs() if pair.way == "precision")
    right = answer(pair, handmade=True)
    assert right.right
    wrong = Answer(replace(pair, differ=NONE), found=True, same=True, differ=right.differ, false=True)
    assert not wrong.right
    assert summed([right, wrong]) == {"pairs right": 50.0, "false contradictions": 50.0}


def test_a_pair_is_read_from_its_texts() -> None:
    pair = next(pair for pair in pairs() if pair.way == "value")
    assert answer(pair, handmade=False).differ == ("value/contradiction",)
