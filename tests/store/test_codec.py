from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from detente.model.edtf import Day, Edtf
from detente.model.mention import Bound, Party
from detente.model.span import Span
from detente.model.statement import Attribution, Participant, StatedDate
from detente.store.codec import cell, cell_decoder, dumps, loads

EDTF = ["1995-07-11", "2013", "197X", "../2030", "1995/..", "2023-09-10/2023-09-11", "[1995,1997]", "-0044-03-15", "2013~", "2015-22"]


@given(st.text(), st.none() | st.text(), st.integers(0, 99), st.integers(0, 99))
def test_nested_records_come_back_as_they_were(name: str, country: str | None, start: int, more: int) -> None:
    held = (Participant(Party(name, country), Span(start, start + more)),)
    assert loads(dumps(held), tuple[Participant, ...]) == held


@given(st.sampled_from(EDTF), st.sampled_from(EDTF))
def test_dates_come_back_as_they_were(one: str, two: str) -> None:
    date = StatedDate(Edtf.parse(one), "stated", None, (Edtf.parse(two),))
    assert loads(dumps(date), StatedDate) == date
    assert cell_decoder(Edtf | None)(cell(date.edtf)) == date.edtf


def test_a_date_whose_ends_do_not_follow_from_its_text_keeps_them() -> None:
    date = Edtf("1995/2021", Day(1995, 7, 11), Day(-43, 3, 15))
    assert cell_decoder(Edtf)(cell(date)) == date
    assert loads(dumps(StatedDate(date, "event")), StatedDate) == StatedDate(date, "event")


def test_scalars_stand_in_a_cell_as_themselves() -> None:
    assert cell(Bound.NEARLY) == "~<"
    assert cell_decoder(Bound | None)("~<") is Bound.NEARLY
    assert cell_decoder(Bound | None)(None) is None
    assert cell_decoder(Attribution | None)(cell(None)) is None
    assert cell(1.5e11) == 1.5e11


def test_equal_records_become_equal_text() -> None:
    assert dumps(Party("Việt Nam", "VNM")) == '["Việt Nam","VNM",null,null]'
