from __future__ import annotations

import pytest

from detente.model.errors import UsageError
from detente.model.mention import Bound
from detente.model.statement import Status
from detente.reconcile.edits import BASIS, CHANGES, edited
from tests.factory import document, statement

DOC = document("Abiy Ahmed flew to Asmara on 8 July 2018 with about 30 aides.")
SAID = statement(DOC, "flew to Asmara on 8 July 2018", "visit", "ETH>ERI", "2018-07-08", persons=["Abiy Ahmed/ETH/prime minister"])


def test_each_field_is_read_as_ruled() -> None:
    read = edited(
        SAID,
        [
            ("date", "2018-07-09"),
            ("kind", "state_visit"),
            ("status", "planned"),
            ("source", "eri, eth"),
            ("target", "ETH"),
            ("persons", "Abiy Ahmed; Isaias Afwerki"),
            ("places", "Asmara"),
            ("object", "peace"),
            ("value", "30"),
            ("bound", "~"),
            ("due", "../2020"),
        ],
    )
    assert read.date is not None
    assert (str(read.date.edtf), read.date.basis) == ("2018-07-09", BASIS)
    assert (read.kind, read.status) == ("state_visit", Status.PLANNED)
    assert [p.party.country for p in read.source] == ["ERI", "ETH"]
    assert [p.party.office for p in read.persons] == ["prime minister", None]
    assert [p.name for p in read.places] == ["Asmara"]
    assert (read.object, read.value, read.bound, str(read.due)) == ("peace", 30.0, Bound.ABOUT, "../2020")
    assert (read.id, read.quote, read.span) == (SAID.id, SAID.quote, SAID.span)


def test_the_later_edit_holds_and_an_empty_one_takes_away() -> None:
    assert edited(SAID, [("object", "war"), ("object", "peace")]).object == "peace"
    assert edited(SAID, [("date", None)]).date is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("date", "soon"),
        ("kind", "tea_party"),
        ("kind", None),
        ("status", "maybe"),
        ("source", "XYZ"),
        ("source", None),
        ("value", "many"),
        ("bound", "?"),
        ("colour", "red"),
        ("id", "x"),
    ],
)
def test_what_makes_no_sense_is_refused(field: str, value: str | None) -> None:
    with pytest.raises(UsageError):
        edited(SAID, [(field, value)])


def test_every_field_that_can_be_edited_is_one_of_a_statement() -> None:
    assert all(hasattr(SAID, name) for name in CHANGES)
