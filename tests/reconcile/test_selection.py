from __future__ import annotations

import pytest

from detente.reconcile.selection import concerns
from tests.factory import document, statement

DOC = document("The envoys met in the hall.")
DYAD = frozenset({"USA", "VNM"})


@pytest.mark.parametrize(
    ("kind", "sides", "expected"),
    [
        ("visit", "USA>VNM", True),
        ("summit", "USA,VNM,JPN", True),
        ("relations_normalized", "VNM>CHN", False),
        ("visit", "JPN>KOR", False),
        ("election_held", "USA", False),
        ("figure", "VNM>", True),
        ("figure", "VNM>CHN", False),
        ("commitment", "VNM>", True),
        ("commitment", ">", False),
    ],
)
def test_which_statements_a_record_takes(kind: str, sides: str, expected: bool) -> None:
    assert concerns(statement(DOC, "met in the hall", kind, sides), DYAD) is expected


def test_people_of_the_other_side_make_an_event_mutual() -> None:
    said = statement(DOC, "met in the hall", "ceremony", "VNM", persons=["Marc E. Knapper/USA"])
    assert concerns(said, DYAD)


def test_a_former_state_counts_as_the_state_of_today_unless_it_is_asked_for() -> None:
    said = statement(DOC, "met in the hall", "summit", "USA,SUN")
    assert concerns(said, frozenset({"USA", "RUS"}))
    assert concerns(said, frozenset({"USA", "SUN"}))
    assert not concerns(said, DYAD)
