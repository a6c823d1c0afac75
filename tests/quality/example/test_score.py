from __future__ import annotations

from typing import Any

import pytest

from quality.example.score import EXAMPLE, TRAP, Label, checks, labels

KINDS = {label.kind for label in labels() if label.status != TRAP}


def said(**fields: Any) -> dict[str, Any]:
    actor = {"country": "USA"}, {"country": "VNM"}
    date = {"earliest": "2013-07-24", "latest": "2013-07-26"}
    return {"kind": "visit", "date": date, "source": [actor[1]], "target": [actor[0]], "status": "happened"} | fields


VISIT = Label("a.txt", "Sang came", "official_visit", "2013-07-24/2013-07-26", frozenset({"VNM"}), frozenset({"USA"}), "happened")


def test_a_statement_agrees_by_family_days_parties_and_status() -> None:
    assert checks(VISIT, said()) == {"kind": True, "date": True, "parties": True, "status": True}


@pytest.mark.parametrize(
    ("field", "value", "part"),
    [
        ("kind", "meeting", "kind"),
        ("date", None, "date"),
        ("date", {"earliest": "2013-07-24", "latest": "2013-07-24"}, "date"),
        ("source", [{"country": "USA"}], "parties"),
        ("status", "planned", "status"),
    ],
)
def test_each_part_can_be_wrong(field: str, value: Any, part: str) -> None:
    assert [name for name, right in checks(VISIT, said(**{field: value})).items() if not right] == [part]


def test_the_sides_of_a_mutual_event_may_be_told_either_way() -> None:
    both = frozenset({"USA", "VNM"})
    meeting = Label("a.txt", "met", "meeting", "2013-07-25", both, both, "happened")
    assert checks(meeting, said(kind="meeting"))["parties"]


def test_every_label_is_of_a_file_and_kind_that_exist() -> None:
    names = {p.name for p in EXAMPLE.iterdir()}
    assert [label.file for label in labels() if label.file.partition("!")[0] not in names] == []
    from detente.rules.codebook import codebook

    assert KINDS - set(codebook().kinds) == set()


def test_a_quote_is_found_over_a_broken_line_and_missed_with_a_reason() -> None:
    assert VISIT.place("In July Sang\n came.") == (8, 18)
    with pytest.raises(ValueError, match="0 times"):
        VISIT.place("Nobody came.")
