from __future__ import annotations

import pytest

from detente.ask.views import LadderRung
from detente.model.edtf import Edtf
from detente.publish.ribbon import GROUND, HEIGHT, Overview, overview, tally
from detente.rules.tone import Tone
from tests.publish.sample import ladder, lines


@pytest.fixture(scope="module")
def drawn() -> Overview:
    made = overview(ladder(), tally(lines()))
    assert made is not None
    return made


def test_every_rung_is_a_step_higher_than_the_last(drawn: Overview) -> None:
    tops = [step.top for step in drawn.steps]
    assert tops == sorted(tops, reverse=True)
    assert len(set(tops)) == len(tops) == 4
    assert (tops[0], tops[-1]) == (HEIGHT - GROUND, 0.0)
    assert [step.shade for step in drawn.steps] == [0, 3, 4, 5]


def test_steps_follow_each_other_without_a_gap(drawn: Overview) -> None:
    for before, after in zip(drawn.steps, drawn.steps[1:], strict=False):
        assert before.corners[3][0] >= after.corners[0][0]


def test_an_uncertain_start_is_a_slope() -> None:
    rungs = (
        LadderRung("none", None, Edtf.parse("1995")),
        LadderRung("normalized", Edtf.parse("1995"), Edtf.parse("2013-07-25"), None, (), 3),
        LadderRung("Partnership", Edtf.parse("2013-07-25"), None, None, (), 4),
    )
    made = overview(rungs, tally(lines()))
    assert made is not None
    widths = [step.corners[1][0] - step.corners[0][0] for step in made.steps]
    year = (99.5 - 0.5) / (2026 - 1993)
    assert widths[1] == pytest.approx(year, rel=0.05)
    assert widths[2] < year / 100


def test_a_name_longer_than_its_step_runs_out_to_the_left(drawn: Overview) -> None:
    assert [step.anchor for step in drawn.steps][1:] == ["start", "start", "end"]


def test_conflict_hangs_below_the_axis(drawn: Overview) -> None:
    bars = {bar.year: bar for bar in drawn.bars}
    assert all(top < 0 for _, top, _ in bars[2023].parts)
    assert [(tone, top) for tone, top, _ in bars[2012].parts] == [(Tone.VERBAL_CONFLICT, 0.0)]
    assert bars[2025].title == "2025: 2 events, 1 of conflict"


def test_what_has_not_happened_is_not_counted(drawn: Overview) -> None:
    years = [bar.year for bar in drawn.bars]
    assert 2026 not in years
    assert 2019 not in years


def test_no_year_is_cut_off_at_the_edge(drawn: Overview) -> None:
    assert all(0 <= tick.at <= 95 for tick in drawn.ticks)


def test_nothing_dated_draws_nothing() -> None:
    assert overview((), tally(lines()[-1:])) is None


def test_recognition_alone_does_not_look_like_the_top() -> None:
    made = overview((LadderRung("recognition", Edtf.parse("1778"), None, None, (), 1),), tally(lines()))
    assert made is not None
    assert made.steps[0].top > HEIGHT / 2
