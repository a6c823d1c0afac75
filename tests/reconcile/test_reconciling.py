from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.model.document import Document
from detente.model.edtf import Edtf
from detente.model.fact import Fact
from detente.model.statement import Statement, Status
from detente.reconcile.cases import DocumentInfo
from detente.reconcile.reconciling import Reconciled, reconcile
from tests.factory import document, statement

Given = tuple[list[Statement], dict[str, DocumentInfo]]
DYAD = ("ERI", "ETH")
KINDS = ("visit", "official_visit", "meeting", "summit", "agreement_signed", "relations_restored", "phone_call", "accusation")
DATES = (None, "2018", "2018-07", "2018-07-08", "2018-07-09", "2018-07-14/2018-07-16", "2000-12-12", "2018-09-16", "1998~")
PEOPLE = ((), ("Isaias Afwerki",), ("Abiy Ahmed",), ("Abiy Ahmed", "Isaias Afwerki"), ("Afwerki",))
SIDES = ("ERI>ETH", "ETH>ERI", "ERI,ETH")


def info(doc: Document, received: str = "2024-06-01T00:00:00Z", group: str | None = None) -> DocumentInfo:
    return DocumentInfo(doc.sha256, doc.published, received, group or doc.sha256)


def infos(docs: Sequence[Document]) -> dict[str, DocumentInfo]:
    return {doc.sha256: info(doc) for doc in docs}


def only(result: Reconciled) -> Fact:
    (fact,) = result.facts
    return fact


def test_one_event_told_by_three_documents_is_one_fact_with_the_date_most_agree_on() -> None:
    docs = [document(f"{i}. The president flew to Addis Ababa.", f"{i}.txt") for i in range(3)]
    dates = ("2018", "2018-07-14/2018-07-16", "2018-07")
    said = [
        statement(doc, "flew to Addis Ababa", "visit", "ERI>ETH", date, persons=["Isaias Afwerki"])
        for doc, date in zip(docs, dates, strict=True)
    ]
    fact = only(reconcile(said, infos(docs), DYAD))
    assert str(fact.date) == "2018-07-14/2018-07-16"
    assert fact.sources == 3
    assert len(fact.supports) == 3
    assert fact.supports[0].reasons == ()
    assert all(support.reasons for support in fact.supports[1:])
    assert fact.title == "Isaias Afwerki (Eritrea): visit to Ethiopia"


@pytest.mark.parametrize(
    ("kind", "dates", "stands"),
    [
        ("visit", ("2018-07-14", "2018-07-14/2018-07-16"), "2018-07-14/2018-07-16"),
        ("visit", ("2018-07-14", "2018-07-14/2018-12-16"), "2018-07-14"),
        ("meeting", ("2018-07-14", "2018-07-14/2018-07-16"), "2018-07-14"),
    ],
)
def test_a_stay_of_some_days_stands_before_one_of_them(kind: str, dates: tuple[str, ...], stands: str) -> None:
    docs = [document(f"{i}. The president flew to Addis Ababa.", f"{i}.txt") for i in range(2)]
    sides = "ERI>ETH" if kind == "visit" else "ERI,ETH"
    said = [statement(d, "flew to Addis Ababa", kind, sides, on, persons=["Isaias Afwerki"]) for d, on in zip(docs, dates, strict=True)]
    assert str(only(reconcile(said, infos(docs), DYAD)).date) == stands


def test_last_week_is_no_stay() -> None:
    docs = [document(f"{i}. The president flew to Addis Ababa.", f"{i}.txt") for i in range(2)]
    on_the_day, last_week = (
        statement(d, "flew to Addis Ababa", "visit", "ERI>ETH", on, persons=["Isaias Afwerki"])
        for d, on in zip(docs, ("2018-07-14", "2018-07-09/2018-07-15"), strict=True)
    )
    assert last_week.date is not None
    last_week = replace(last_week, date=replace(last_week.date, basis="relative"))
    assert str(only(reconcile([on_the_day, last_week], infos(docs), DYAD)).date) == "2018-07-14"


def test_a_more_telling_kind_and_the_fullest_name_stand() -> None:
    docs = [document(f"{i}. The president flew to Addis Ababa.", f"{i}.txt") for i in range(2)]
    plain = statement(docs[0], "flew to Addis Ababa", "visit", "ERI>ETH", "2018-07", persons=["Afwerki"])
    full = statement(docs[1], "flew to Addis Ababa", "official_visit", "ERI>ETH", "2018-07-14", persons=["Isaias Afwerki"])
    fact = only(reconcile([plain, full], infos(docs), DYAD))
    assert (fact.kind, fact.persons) == ("official_visit", ("Isaias Afwerki",))


def test_copies_count_as_one_source() -> None:
    docs = [document(f"{i}. The president flew to Addis Ababa.", f"{i}.txt") for i in range(3)]
    said = [statement(doc, "flew to Addis Ababa", "visit", "ERI>ETH", "2018-07-14") for doc in docs]
    lead = docs[0].sha256
    grouped = {doc.sha256: info(doc, group=lead) for doc in docs[:2]} | {docs[2].sha256: info(docs[2])}
    assert only(reconcile(said, grouped, DYAD)).sources == 2


def test_what_was_planned_and_then_happened_is_one_fact_that_happened() -> None:
    before = document("The leaders will meet in Jeddah.", "a.txt", "2018-09-01")
    after = document("They met in Jeddah at last.", "b.txt", "2018-09-20")
    said = [
        statement(before, "will meet in Jeddah", "summit", "ERI,ETH", "2018-09", status="planned"),
        statement(after, "met in Jeddah", "summit", "ERI,ETH", "2018-09-16"),
    ]
    result = reconcile(said, infos([before, after]), DYAD)
    assert only(result).status is Status.HAPPENED
    assert {(d.type, d.grade) for d in result.discrepancies} == {("date", "precision"), ("status", "precision")}


def test_a_vague_report_that_fits_two_events_equally_joins_neither() -> None:
    docs = [document(f"{i}. A call was made.", f"{i}.txt") for i in range(3)]
    people = ["Abiy Ahmed", "Isaias Afwerki"]
    dates = ("2025-02-11", "2025-04-04", "2025")
    said = [statement(doc, "A call was made", "phone_call", "ERI,ETH", date, persons=people) for doc, date in zip(docs, dates, strict=True)]
    assert len(reconcile(said, infos(docs), DYAD).facts) == 3


def test_statements_about_others_make_no_facts() -> None:
    doc = document("The minister went to Cairo.")
    said = statement(doc, "went to Cairo", "visit", "ETH>EGY", "2018-06")
    assert reconcile([said], infos([doc]), DYAD).facts == ()


@st.composite
def records(draw: st.DrawFn) -> Given:
    """Statements that often tell of the same things, in documents that came in on three days."""
    said, known = [], {}
    for number in range(draw(st.integers(1, 6))):
        doc = document(
            f"{number}: one thing, another thing, a third thing.", f"{number}.txt", draw(st.sampled_from([None, "2018-10-01", "2024"]))
        )
        known[doc.sha256] = info(doc, draw(st.sampled_from(["2024-01-01T00:00:00Z", "2024-02-01T00:00:00Z", "2024-03-01T00:00:00Z"])))
        for quote in draw(st.lists(st.sampled_from(["one thing", "another thing", "a third thing"]), unique=True)):
            kind, date, people = draw(st.sampled_from(KINDS)), draw(st.sampled_from(DATES)), draw(st.sampled_from(PEOPLE))
            status = draw(st.sampled_from(["happened", "happened", "planned", "denied"]))
            said.append(statement(doc, quote, kind, draw(st.sampled_from(SIDES)), date, persons=people, status=status))
    return said, known


@settings(max_examples=80, deadline=None)
@given(records(), st.integers())
def test_the_result_does_not_depend_on_the_order_of_the_input(given_record: Given, seed: int) -> None:
    said, known = given_record
    shuffled = list(said)
    random.Random(seed).shuffle(shuffled)
    again = dict(sorted(known.items(), key=lambda item: item[0], reverse=True))
    assert reconcile(shuffled, again, DYAD) == reconcile(said, known, DYAD)


@settings(max_examples=80, deadline=None)
@given(records())
def test_every_statement_about_the_dyad_stands_under_one_fact(given_record: Given) -> None:
    said, known = given_record
    result = reconcile(said, known, DYAD)
    held = [support.statement for fact in result.facts for support in fact.supports]
    assert sorted(held) == sorted({s.id for s in said})
    assert len({fact.id for fact in result.facts}) == len(result.facts)
    assert all(d.left != d.right for d in result.discrepancies)
    identifiers = {fact.id for fact in result.facts}
    assert all(identifiers.issuperset(d.facts) for d in result.discrepancies)


@settings(max_examples=80, deadline=None)
@given(records())
def test_a_fact_keeps_its_identifier_when_a_later_document_comes(given_record: Given) -> None:
    said, known = given_record
    before = reconcile(said, known, DYAD)
    doc = document("A late account of the peace.", "late.txt")
    late = statement(doc, "account of the peace", "death", "ERI,ETH", "2019-01")
    after = reconcile([*said, late], known | {doc.sha256: info(doc, "2025-01-01T00:00:00Z")}, DYAD)
    assert {fact.id for fact in before.facts} < {fact.id for fact in after.facts}


def test_a_later_report_of_the_same_event_joins_the_fact_without_changing_its_identifier() -> None:
    first = document("The president flew to Addis Ababa.", "a.txt")
    second = document("Afwerki was in Addis Ababa that summer.", "b.txt")
    one = statement(first, "flew to Addis Ababa", "visit", "ERI>ETH", "2018", persons=["Isaias Afwerki"])
    two = statement(second, "was in Addis Ababa", "state_visit", "ERI>ETH", "2018-07-14", persons=["Afwerki"])
    before = only(reconcile([one], infos([first]), DYAD))
    known = infos([first]) | {second.sha256: info(second, "2025-01-01T00:00:00Z")}
    after = only(reconcile([two, one], known, DYAD))
    assert before.id == after.id
    assert str(after.date) == "2018-07-14"
    assert isinstance(after.date, Edtf)
