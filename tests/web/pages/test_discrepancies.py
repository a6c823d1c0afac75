from __future__ import annotations

from dataclasses import replace

from detente.ask.conflicts import EXPLAINED
from detente.web.page import View
from detente.web.pages import discrepancies
from detente.web.selection import Selection


def body(view: View, **values: tuple[str, ...]) -> discrepancies.Discrepancies:
    made = discrepancies.page(replace(view, selection=Selection(values=values))).body
    assert isinstance(made, discrepancies.Discrepancies)
    return made


def test_what_explains_itself_waits_to_be_asked_for(view: View) -> None:
    told = body(view)
    assert told.total == len(view.snapshot.open_discrepancies) > 0
    assert not any(conflict.discrepancy.grade in EXPLAINED for conflict in told.conflicts)
    assert told.total + told.explained == len(view.snapshot.discrepancies)


def test_grades_and_types_narrow(view: View) -> None:
    told = body(view)
    for option in told.grades:
        assert body(view, grade=(option.value,)).total == option.number
    assert sum(option.number for option in told.types) == len(view.snapshot.discrepancies)


def test_a_day_before_it_all_has_none(view: View) -> None:
    made = discrepancies.page(replace(view, selection=Selection(asof="1900-01-01"))).body
    assert isinstance(made, discrepancies.Discrepancies)
    assert made.total == 0
