"""The year of a month that stands without one, in a story and in a report."""

from __future__ import annotations

import pytest

from detente.model.calendar import Day
from detente.resolve.times.clock import Clock, Mode, Moment, Tense, year_in_news, year_in_story


@pytest.mark.parametrize(
    ("month", "tense", "year"),
    [
        (2, Tense.PAST, 2020),
        (11, Tense.PAST, 2019),
        (11, Tense.FUTURE, 2020),
        (4, Tense.PAST, 2020),
        (12, Tense.UNKNOWN, 2019),
    ],
)
def test_a_report_of_march_2020_looks_back_or_ahead_by_tense(month: int, tense: Tense, year: int) -> None:
    assert year_in_news(Day(2020, 3, 20), month, None, tense) == year


@pytest.mark.parametrize(("month", "year"), [(11, 1998), (1, 1999), (9, 1998), (5, 1999)])
def test_a_story_mostly_runs_on(month: int, year: int) -> None:
    assert year_in_story([(0.0, Moment(1998, 10, 5))], month, None) == year


def test_a_story_that_has_reached_a_year_stays_in_it() -> None:
    assert [year_in_story([(0.0, Moment(1975))], month, None) for month in (1, 12)] == [1975, 1975]


def test_behind_an_aside_the_story_goes_on_from_where_it_stood() -> None:
    clock = Clock(Mode.NARRATIVE, None)
    clock.move(Moment(1998, 5))
    clock.mention(Moment(1962), told=False)
    assert clock.story == Moment(1998, 5)
    assert clock.year_for(6, 12, Tense.PAST) == 1998


def test_a_year_told_twice_is_where_the_story_has_gone() -> None:
    clock = Clock(Mode.NARRATIVE, None)
    clock.move(Moment(1998, 5))
    for _ in range(2):
        clock.mention(Moment(2000), told=True)
    assert clock.story == Moment(2000)


def test_a_text_that_counts_from_a_day_nobody_knows_has_no_now() -> None:
    clock = Clock(Mode.NEWS, None, adrift=True)
    assert clock.now() is None
    assert clock.year_for(6, 1, Tense.PAST) is None


def test_news_counts_from_its_day_and_a_story_from_itself() -> None:
    day = Day(2020, 3, 20)
    assert Clock(Mode.NEWS, day).now() == Moment(2020, 3, 20)
    told = Clock(Mode.NARRATIVE, day)
    told.move(Moment(1862))
    assert told.now() == told.here() == Moment(1862)


def test_a_moment_is_a_day_only_where_the_day_is_known() -> None:
    assert Moment(1998, 5, 6).full == Day(1998, 5, 6)
    assert Moment(1998, 5).full is None
