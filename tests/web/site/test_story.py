from __future__ import annotations

import pytest

from detente.ask.facts import is_milestone
from detente.store.base import Record
from detente.web.links import FileLinks
from detente.web.page import View
from detente.web.selection import Selection
from detente.web.site.choose import published
from detente.web.site.story import MOST, Story, chosen, page


@pytest.fixture
def view(opened: Record) -> View:
    return View(opened, published(opened), Selection(), FileLinks())


def test_a_story_is_told_in_order_of_time_and_only_of_what_came_about(view: View) -> None:
    body = page(view, view.library).body
    assert isinstance(body, Story)
    order = [view.snapshot.catalog.numbers[step.entry.fact.id] for step in body.steps]
    assert order == sorted(order)
    assert {step.entry.fact.status.value for step in body.steps} <= {"happened", "ongoing"}
    assert all(step.evidence is not None and step.year.isdigit() for step in body.steps)
    assert len(body.steps) <= MOST


def test_where_there_are_too_many_the_most_important_are_kept(view: View) -> None:
    every = chosen(view, 1000, 1000)
    kept = chosen(view, 3, 1)
    assert len(kept) == 3
    assert min(entry.fact.importance for entry in kept) >= sorted((e.fact.importance for e in every), reverse=True)[2]
    assert all(is_milestone(entry.fact) for entry in kept)


def test_where_milestones_are_few_others_join_them(view: View) -> None:
    assert len(chosen(view, 40, 12)) >= 12
    assert len(chosen(view, 40, 5)) >= 5
