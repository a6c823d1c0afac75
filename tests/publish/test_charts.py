from __future__ import annotations

from dataclasses import replace

import pytest

from detente.model.mention import Bound
from detente.publish.charts import HEIGHT, Chart, chart
from tests.publish.sample import REPORT, WIRE, point, series


@pytest.fixture(scope="module")
def drawn() -> Chart:
    made = chart(series()[0])
    assert made is not None
    return made


def test_every_point_is_drawn_inside(drawn: Chart) -> None:
    assert len(drawn.marks) == 6
    assert all(0 < mark.at < 100 and 0 < mark.height < HEIGHT for mark in drawn.marks)


def test_higher_figures_stand_higher(drawn: Chart) -> None:
    by_value = sorted(drawn.marks, key=lambda mark: mark.point.fact.value or 0)
    assert [mark.height for mark in by_value] == sorted((mark.height for mark in drawn.marks), reverse=True)


def test_bounds_are_drawn(drawn: Chart) -> None:
    assert [mark.whisker for mark in drawn.marks] == ["down", "", "both", "up", "up", "down"]


def test_each_reporter_has_a_shape_and_nobody_has_a_ring(drawn: Chart) -> None:
    assert drawn.legend == (("circle", "US Census Bureau"), ("square", "Vietnam Customs"), ("ring", "reporter not named"))
    assert [mark.shape for mark in drawn.marks] == ["circle"] * 3 + ["square"] * 2 + ["ring"]


def test_only_figures_of_one_named_reporter_are_joined(drawn: Chart) -> None:
    assert [link.shape for link in drawn.links] == ["circle", "circle", "square"]


def test_points_say_what_they_are(drawn: Chart) -> None:
    assert drawn.marks[4].title == "2024: more than 134 billion USD (Vietnam Customs)"


def test_labels_do_not_run_into_each_other(drawn: Chart) -> None:
    def box(number: int) -> tuple[float, float, float, float]:
        mark = drawn.marks[number]
        width = len(mark.label) * 7.2
        left = mark.at * 4.4 + mark.dx - {"start": 0, "middle": width / 2, "end": width}[mark.anchor]
        return left, left + width, mark.height + mark.dy - 10, mark.height + mark.dy

    boxes = [box(number) for number in range(len(drawn.marks))]
    for number, (left, right, top, bottom) in enumerate(boxes):
        for other in boxes[number + 1 :]:
            assert left >= other[1] or other[0] >= right or top >= other[3] or other[2] >= bottom


def test_one_period_makes_no_chart() -> None:
    view = series()[0]
    assert chart(series()[1]) is None
    assert chart(replace(view, points=view.points[4:])) is None


def test_a_full_chart_leaves_its_figures_to_the_table() -> None:
    many = tuple(point(REPORT, str(1990 + n), 1e9 * n, f"{n} billion dollars", bound=Bound.EXACT, reporter="Customs") for n in range(1, 20))
    made = chart(replace(series()[0], points=many, reporters=("Customs",)))
    assert made is not None
    assert not any(mark.label for mark in made.marks)


def test_an_undated_point_is_left_to_the_table() -> None:
    view = series()[0]
    made = chart(replace(view, points=(*view.points, point(WIRE, None, 1e9, "a billion dollars"))))
    assert made is not None
    assert len(made.marks) == 6
