from __future__ import annotations

from typing import Any

import pytest

from detente.model.edtf import Edtf
from detente.model.statement import FactKind
from detente.reconcile.cases import Case, DocumentInfo, case
from detente.reconcile.checks import MERGE
from detente.reconcile.figures import compare_figures
from tests.factory import document, statement


def figure(number: int, value: float = 5913, bound: str = "=", date: str | None = "2015", kind: str = "claims", **more: Any) -> Case:
    doc = document(f"{number}: some {value} claims were certified")
    info = DocumentInfo(doc.sha256, Edtf.parse("2015-08-15"), "2024-06-01T00:00:00Z", doc.sha256)
    fields = {"series": "claims", "unit": "claims"} | more
    return case(
        statement(doc, "claims were certified", kind, "USA>CUB", date, fact=FactKind.INDICATOR, value=value, bound=bound, **fields), info
    )


def same(a: Case, b: Case) -> bool:
    one, other = compare_figures(a, b)[0], compare_figures(b, a)[0]
    assert one == other
    return one >= MERGE


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (figure(2, 5900, "~"), True),
        (figure(2, 5913, date=None), True),
        (figure(2, 5900, "~", date=None), True),
        (figure(2, 6500, "~", date=None), False),
        (figure(2, 7000), False),
        (figure(2, date="2016"), False),
        (figure(2, unit="cases"), True),
        (figure(2, unit="USD"), False),
        (figure(2, kind="debt"), False),
        (figure(2, kind="amount"), False),
    ],
)
def test_what_is_one_observation(other: Case, expected: bool) -> None:
    assert same(figure(1), other) is expected


def test_figures_told_of_days_a_little_apart_are_one_observation_if_they_agree() -> None:
    assert same(figure(1, date="2015-08-14"), figure(2, 5900, "~", date="2015-08-15"))
    assert not same(figure(1, date="2015-08-14"), figure(2, 6500, date="2015-08-15"))
    assert not same(figure(1, date="2015-08-14"), figure(2, date="2015-12-15"))


def test_two_reporters_who_give_one_number_tell_of_one_observation_and_of_two_where_they_differ() -> None:
    assert same(figure(1, reporter="Treasury"), figure(2, reporter="US Treasury"))
    assert same(figure(1, reporter="Treasury"), figure(2))
    assert same(figure(1, reporter="Treasury"), figure(2, reporter="Granma"))
    assert not same(figure(1, reporter="Treasury"), figure(2, 6500, reporter="Granma"))


def test_without_a_period_numbers_that_agree_must_be_told_in_like_words() -> None:
    doc = document("9: of farms and mills that were seized some 5900 are listed")
    info = DocumentInfo(doc.sha256, Edtf.parse("2015-08-15"), "2024-06-01T00:00:00Z", doc.sha256)
    other = statement(
        doc, "farms and mills that were seized", "claims", "USA>CUB", fact=FactKind.INDICATOR, value=5900, bound="~", unit="claims"
    )
    assert not same(figure(1), case(other, info))


def test_at_least_leaves_more_room_than_more_than() -> None:
    assert same(figure(1, 580, date="2015"), figure(2, 550, ">=", date="2015"))
    assert not same(figure(1, 580, date="2015"), figure(2, 500, ">", date="2015"))
