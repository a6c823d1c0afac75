from __future__ import annotations

from dataclasses import replace

from detente.web.page import View
from detente.web.pages import overview
from detente.web.selection import Selection


def body(view: View, asof: str = "") -> overview.Overlook:
    made = overview.page(replace(view, selection=Selection(asof=asof))).body
    assert isinstance(made, overview.Overlook)
    return made


def test_what_there_is_is_counted(view: View) -> None:
    told = body(view)
    assert told.discrepancies == len(view.snapshot.open_discrepancies)
    assert told.documents == len(view.snapshot.documents)
    assert told.standing is not None
    assert len(told.disputed) <= overview.OPEN


def test_a_day_leaves_out_what_began_later(view: View) -> None:
    before, after = body(view, "1960-12-31"), body(view)
    assert 0 < before.events < after.events
    assert before.span == (1960, 1960)
    assert body(view, "1900-01-01").standing is None or not body(view, "1900-01-01").events
