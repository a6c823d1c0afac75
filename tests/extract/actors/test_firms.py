"""Firms that are named like persons, and persons beside them."""

from __future__ import annotations

import pytest

from detente.extract.actors import find_actors
from detente.extract.actors.firms import firms_of, is_firm
from detente.extract.actors.names import name_runs
from detente.model.document import Document
from detente.model.mention import ActorKind
from detente.segment.layout import segment


@pytest.mark.parametrize(
    ("text", "name", "firm"),
    [
        ("Shares of the carmaker Olsen fell.", "Olsen", True),
        ("Toyota and Olsen fell.", "Olsen", True),
        ("Olsen and Honda Motors fell.", "Olsen", True),
        ("Olsen dealers closed.", "Olsen", True),
        ("Olsen said it would close.", "Olsen", True),
        ("Olsen said he would go.", "Olsen", False),
        ("Berg and Olsen met.", "Olsen", False),
    ],
)
def test_one_use_tells_a_firm_from_a_person(text: str, name: str, firm: bool) -> None:
    run = next(run for run in name_runs(text, []) if name in run.words)
    assert is_firm(text, run) is firm


def test_two_uses_make_a_firm_and_a_title_a_person() -> None:
    text = "Olsen dealers wept. Olsen workers struck."
    assert firms_of(text, list(name_runs(text, []))) == {("Olsen",)}
    text += " Mr. Olsen spoke."
    assert firms_of(text, list(name_runs(text, []))) == set()


def persons(text: str) -> list[str]:
    whole = Document(id="a", path=None, sha256="a", text=text)
    found = find_actors(whole, segment(whole))
    return [m.span.of(text) for m in found if m.kind is ActorKind.PERSON and m.rule != "pronoun"]


@pytest.mark.parametrize(
    "text",
    [
        "Peter Olsen founded it. Olsen dealers wept, and Olsen workers struck.",
    ],
)
def test_a_firm_is_not_its_founder(text: str) -> None:
    assert persons(text) == ["Peter Olsen"]


@pytest.mark.parametrize(
    "text",
    [
        "They climbed Mount Hansen in the rain, and Hansen was cold.",
        "Both signed the Treaty of Hansen.",
        "He was shot in the head.",
        "The Robert Hansen sailed at dawn. The Robert Hansen leaked. It was told that Robert Hansen sank.",
    ],
)
def test_what_is_called_after_someone_is_nobody(text: str) -> None:
    assert persons(text) in ([], ["Hansen"][: text.count("Hansen was")])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Commodore Robert Hansen's Voyage began.", ["Robert Hansen"]),
        ("Coroner Maria Hansen spoke.", ["Maria Hansen"]),
        ("The Maria Hansen government fell, and Maria Hansen left.", ["Maria Hansen", "Maria Hansen"]),
    ],
)
def test_a_name_is_neither_more_nor_less_than_the_persons(text: str, names: list[str]) -> None:
    assert persons(text) == names
