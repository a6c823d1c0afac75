from __future__ import annotations

from dataclasses import replace

import pytest

from detente.ask.missions import missions
from detente.model.edtf import Edtf
from detente.model.fact import Fact
from detente.model.statement import FactKind, Status

SUDAN = Fact(
    id="f",
    fact=FactKind.EVENT,
    kind="mission_opened",
    source=("SDN",),
    target=("TCD",),
    persons=(),
    places=(),
    date=Edtf.parse("1961-03-01"),
    date_basis="stated",
    status=Status.HAPPENED,
    title="Sudan opens its embassy in Chad",
)


def fact(kind: str, date: str, *places: str, name: str | None = None) -> Fact:
    return replace(SUDAN, id=f"{kind}{date}", kind=kind, date=Edtf.parse(date), places=places, object=name)


@pytest.mark.parametrize(
    ("facts", "notes"),
    [
        ([fact("mission_opened", "1961-03-01")], ["open since 1 March 1961"]),
        ([fact("mission_opened", "1961"), fact("mission_closed", "1964-05")], ["closed since May 1964, opened 1961"]),
        ([fact("mission_closed", "1964"), fact("mission_opened", "1961"), fact("mission_reopened", "1970")], ["open since 1970"]),
        ([fact("mission_opened", "1961"), fact("mission_elevated", "1963")], ["elevated 1963, open since 1961"]),
        ([fact("mission_closed", "1964")], ["closed since 1964"]),
        ([fact("mission_opened", "1961", "Abeche"), fact("mission_opened", "1962", "Moundou")], ["open since 1961", "open since 1962"]),
        (
            [fact("mission_opened", "1961", name="embassy"), fact("mission_closed", "1962", name="consulate")],
            ["open since 1961", "closed since 1962"],
        ),
    ],
)
def test_a_mission_stands_between_its_opening_and_its_closing(facts: list[Fact], notes: list[str]) -> None:
    assert [note for _, note in missions(facts)] == notes


def test_each_side_has_its_own() -> None:
    chad = replace(SUDAN, id="g", source=("TCD",), target=("SDN",), kind="mission_closed")
    assert [note for _, note in missions([SUDAN, chad])] == ["open since 1 March 1961", "closed since 1 March 1961"]
