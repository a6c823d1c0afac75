from __future__ import annotations

from typing import Any

from detente.model.edtf import Edtf
from detente.model.statement import Status
from detente.reconcile.cases import Case, DocumentInfo, case
from detente.reconcile.importance import MILESTONE, importance
from tests.factory import document, statement


def told(kind: str, number: int = 0, group: str | None = None, quote: str = "so it was told", **more: Any) -> Case:
    doc = document(f"{number}: {quote}.", f"{number}.txt")
    info = DocumentInfo(doc.sha256, Edtf.parse("2024-05-06"), "2024-06-01T00:00:00Z", group or doc.sha256)
    return case(statement(doc, quote, kind, "USA>VNM", "2016-05-22", **more), info)


def weighed(*cases: Case, status: Status = Status.HAPPENED, dated: bool = True) -> float:
    return importance(cases, cases[0].statement.kind, status, dated)


def test_a_change_of_the_relationship_outweighs_a_visit_and_a_visit_outweighs_words() -> None:
    assert weighed(told("relations_established")) >= MILESTONE > weighed(told("visit")) > weighed(told("criticism"))


def test_who_leads_a_state_makes_a_visit_greater_and_a_deputy_does_not() -> None:
    plain = weighed(told("visit", persons=["John Kerry/USA/Secretary of State"]))
    assert weighed(told("visit", persons=["Barack Obama/USA/President"])) > plain
    assert weighed(told("visit", persons=["Nguyen Phu Trong/VNM/Party General Secretary"])) > plain
    assert weighed(told("visit", persons=["Joe Biden/USA/Vice President"])) == plain
    assert weighed(told("visit", persons=["Emmanuel Macron/FRA/President"])) == plain


def test_the_first_of_its_kind_matters_more_and_the_first_half_of_a_year_does_not() -> None:
    plain = weighed(told("visit"))
    assert weighed(told("visit", quote="the first visit since the war")) > plain
    assert weighed(told("visit", quote="a visit in the first half of the year")) == plain


def test_another_source_counts_for_more_than_a_copy_and_a_copy_for_something() -> None:
    one, two, copy = told("visit"), told("visit", 1), told("visit", 2, group=told("visit").document.group)
    assert weighed(one, two) > weighed(one, copy) > weighed(one)


def test_what_did_not_come_about_or_cannot_be_placed_matters_less_but_never_less_than_nothing() -> None:
    deed = told("relations_normalized")
    assert (
        weighed(deed)
        > weighed(deed, status=Status.PLANNED)
        > weighed(deed, status=Status.DENIED)
        > weighed(deed, status=Status.HYPOTHETICAL)
    )
    assert weighed(deed, dated=False) < weighed(deed)
    assert weighed(told("criticism"), status=Status.HYPOTHETICAL) == 0
