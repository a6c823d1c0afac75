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
        ("[SVK|Slovakia] gets 85 per cent of its gas from [RUS|Russia].", "share", Measure.SHARE),
        ("[NLD|Dutch] growers employ 14,000 [~GHA|Ghanaians].", "verb", Measure.LEVEL),
        ("Trade of [KAZ|Kazakhstan] fell by a third.", "change", Measure.CHANGE),
        ("About 1,230 were wounded near [TCD|Abéché].", "verb", Measure.LEVEL),
        ("[GHA|Accra] lowered its tariff by 5 per cent.", "change", Measure.CHANGE),
        ("The pact frees 97 per cent of tariff lines of [GHA|Ghana].", "share", Measure.SHARE),
        ("Some 950,000 [~TUR|Turks] visited Greece.", "verb", Measure.LEVEL),
        ("[TUR|Turkey] is home to some 60,000 [~IRN|Iranians].", "verb", Measure.LEVEL),
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


@pytest.mark.parametrize(
    ("marked", "rules"),
    [
        ("[LBN|Lebanon] hosts 900,000 [~SYR|Syrian] refugees, of whom 350,000 live in camps.", ["noun", "carried"]),
        ("[GBR|Britain] has 13,000 troops there; [DEU|Germany] sends 8,500.", ["noun", "carried"]),
        ("About 72,000 [~BOL|Bolivians] live in Chile, up from 20,200.", ["verb", "carried"]),
        ("The raid killed two [~KOR|Korean] marines and two civilians, wounding 18 others.", ["verb", "verb", "verb"]),
        ("Exports of [IND|India] rose by 12 per cent ($3bn).", ["change", "carried"]),
    ],
)
def test_a_number_goes_on_with_what_was_counted(marked: str, rules: list[str]) -> None:
    assert [naming.rule if naming else None for naming in named(marked)] == rules


def test_a_verb_right_before_the_next_count_is_said_of_that() -> None:
    found = named("The raid killed two [~KOR|Korean] marines and two civilians and wounding 18 others.")
    assert [n.series.key for n in found if n is not None and n.series is not None] == ["killed", "killed", "wounded"]


@pytest.mark.parametrize(
    "marked",
    [
        "Gas is sold to [SRB|Serbia] at $270 per thousand cubic metres.",
        "Shares of the [IRL|Irish] airline fell to $2.73.",
        "The [USA|American] plan would cost $19 per hour.",
        "Two letters were released to [GHA|Accra].",
        "[FRA|French] trade was $2 . 6 million.",
    ],
)
def test_prices_letters_and_torn_numbers_are_not_named(marked: str) -> None:
    assert named(marked) in ([None], [])


def test_it_stands_for_what_the_sentence_before_was_about() -> None:
    (naming,) = named("Trade of [GHA|Ghana] is modest.\nIn {2021|2021} it was worth $420 million.")
    assert naming is not None
    assert naming.series is not None
    assert naming.series.key == "trade_turnover"
