from __future__ import annotations

import pytest

from detente.extract.figures.frame import frames
from detente.extract.figures.naming import Measure, Naming, name_series
from tests.extract.marked import reading


def named(marked: str) -> list[Naming | None]:
    found: list[Naming | None] = []
    for group in frames(reading(marked)):
        previous: Naming | None = None
        for frame in group:
            naming = name_series(frame, previous)
            previous = naming or previous
            found.append(naming)
    return found


@pytest.mark.parametrize(
    ("marked", "rule", "measure"),
    [
        ("Trade of [IND|India] was $3bn.", "worded_before", Measure.LEVEL),
        ("[JPN|Japan] gave $300m in grants.", "worded_after", Measure.LEVEL),
        ("[FRA|France] paid $300m.", "amount", Measure.LEVEL),
        ("Exports of [IND|India] rose by 4 per cent.", "change", Measure.CHANGE),
        ("Exports of [IND|India] rose by $2bn.", "worded_before_change", Measure.CHANGE),
        ("A fifth of the exports of [SRB|Serbia] are cars.", "share", Measure.SHARE),
        ("The reliance of [KOR|Seoul] on fluoride stood at 7.7 per cent.", "share", Measure.SHARE),
        ("[USA|Washington] set a tariff of 25 per cent.", "rate", Measure.LEVEL),
        ("[IND|India] is the second-largest investor.", "rank", Measure.LEVEL),
        ("[IND|India] sent 50 students.", "noun", Measure.LEVEL),
        ("12 people of [IND|India] were killed.", "verb", Measure.LEVEL),
        ("Students of [IND|India] numbered 40,000.", "numbered", Measure.LEVEL),
        ("[GRC|Greece] gave 2 million doses.", "unit", Measure.LEVEL),
        ("[GRC|Greece] opened 40 kiosks.", "counted", Measure.LEVEL),
    ],
)
def test_each_rule_names_what_it_is_for(marked: str, rule: str, measure: Measure) -> None:
    (naming,) = named(marked)
    assert naming is not None
    assert (naming.rule, naming.measure) == (rule, measure)


def test_a_figure_goes_on_with_the_series_of_the_one_before() -> None:
    first, second = named("Trade of [IND|India] fell from $3bn to $2bn.")
    assert first is not None
    assert second is not None
    assert second.series is first.series
    assert second.rule == "carried"


def test_soldiers_who_cross_are_troops_and_soldiers_who_fall_are_dead() -> None:
    (crossed,) = named("Some 200,000 [~CHN|Chinese] soldiers crossed into the hills.")
    (died,) = named("Some 200 [~CHN|Chinese] soldiers died in the hills.")
    assert crossed is not None
    assert died is not None
    assert [n.series.key for n in (crossed, died) if n.series is not None] == ["troops", "killed"]


@pytest.mark.parametrize(
    "marked",
    ["A bus cost $3bn.", "[IND|India] sent two students.", "A dozen firms came to [IND|India].", "The [IND|Indian] plan has 12 points."],
)
def test_small_talk_is_not_named(marked: str) -> None:
    assert named(marked) == [None]
