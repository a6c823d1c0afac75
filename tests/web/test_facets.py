from __future__ import annotations

from dataclasses import replace

import pytest

from detente.web.facets import MOST, chosen_values, facet_label, facets
from detente.web.page import View
from detente.web.pages.chronology import told
from detente.web.selection import Selection


def test_each_value_gives_as_many_as_it_says(view: View) -> None:
    for facet in facets(view, told(view.selection).choice):
        assert len(facet.values) <= MOST
        for value in facet.values:
            assert view.snapshot.catalog.select(told(value.selection).choice).bit_count() == value.number, (facet.name, value.value)


def test_what_is_chosen_can_be_taken_away_even_where_nothing_answers(view: View) -> None:
    chosen = replace(view, selection=Selection(values={"kind": ("nothing",), "grade": ("scope",)}))
    ((heading, value),) = chosen_values(chosen)
    assert (heading, value.value, value.selection.has("kind", "nothing")) == ("Kind", "nothing", False)


@pytest.mark.parametrize(
    ("facet", "value", "label"), [("year", "", "undated"), ("party", "KEN", "Kenya"), ("status", "planned", "planned")]
)
def test_a_value_is_called_by_its_words(facet: str, value: str, label: str) -> None:
    assert facet_label(facet, value) == label
