"""The labels of promises, and what is stated by them."""

from __future__ import annotations

from detente.rules.commitments import KNOWN, confidence
from quality.promises.score import labels, shares


def test_every_label_points_to_a_place_once() -> None:
    found = labels()
    assert len(found) > 100
    assert all(0 <= start < end for _, start, end in found)


def test_few_labels_state_less_than_many() -> None:
    many = shares([("named", True)] * 90 + [("named", False)] * 10)
    few = shares([("named", True)] * 9 + [("named", False)])
    assert few["named"] < many["named"] < 0.9


def test_what_nobody_read_counts_for_nothing() -> None:
    assert shares([("pair", None), ("named", True)]).keys() == {"named"}


def test_a_named_maker_is_surest() -> None:
    assert max(KNOWN, key=confidence) == "named"
    assert all(0 < confidence(how) < 1 for how in KNOWN)
