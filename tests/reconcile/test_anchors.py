from __future__ import annotations

from dataclasses import replace

import pytest

from detente.model.document import Document
from detente.model.statement import Statement
from detente.reconcile.anchors import How, document_anchor, find_document, find_statement, statement_anchor
from tests.factory import document, statement

TEXT = "Abiy Ahmed flew to Asmara on 8 July 2018. Crowds lined the road.\nIsaias Afwerki flew to Addis Ababa on 14 July 2018."
FLEW = "Abiy Ahmed flew to Asmara on 8 July 2018"


def visit(doc: Document, quote: str = FLEW, kind: str = "visit", date: str = "2018-07-08") -> Statement:
    return statement(doc, quote, kind, "ETH>ERI", date, persons=["Abiy Ahmed"])


@pytest.fixture
def anchor() -> str:
    doc = document(TEXT)
    return statement_anchor(visit(doc), doc)


def found(anchor: str, *held: Statement, strict: bool = False) -> tuple[str | None, How]:
    now, how = find_statement(anchor, held, strict)
    return (now.quote if now else None), how


def test_the_same_words_at_the_same_place(anchor: str) -> None:
    changed = document(TEXT + "\nA line was added at the end.")
    assert found(anchor, visit(changed)) == (FLEW, How.PLACE)


def test_the_same_words_elsewhere_once(anchor: str) -> None:
    moved = document("Asmara, Monday. " + TEXT)
    assert found(anchor, visit(moved)) == (FLEW, How.MOVED)


def test_the_same_words_in_two_other_places_are_lost(anchor: str) -> None:
    twice = document("Asmara. " + TEXT + " " + TEXT)
    other = visit(twice)
    later = replace(other, span=replace(other.span, start=twice.text.rindex(FLEW), end=twice.text.rindex(FLEW) + len(FLEW)), id="x")
    assert found(anchor, other, later) == (None, How.LOST)


def test_nearly_the_same_words_with_the_same_numbers(anchor: str) -> None:
    quote = "Abiy Ahmed flew into Asmara on 8 July 2018"
    assert found(anchor, visit(document(TEXT.replace("to Asmara", "into Asmara")), quote)) == (quote, How.CLOSE)


@pytest.mark.parametrize("quote", ["Abiy Ahmed flew to Asmara on 9 July 2018", "The crowd that lined the road sang for hours that day"])
def test_a_ruling_never_moves_to_another_date_or_another_sentence(anchor: str, quote: str) -> None:
    assert found(anchor, visit(document(f"News. {quote}."), quote)) == (None, How.LOST)


def test_a_denial_is_not_nearly_the_same(anchor: str) -> None:
    quote = "Abiy Ahmed never flew to Asmara on 8 July 2018"
    denied = statement(document(f"{quote}."), quote, "visit", "ETH>ERI", "2018-07-08", status="denied")
    assert found(anchor, denied) == (None, How.LOST)


def test_of_two_readings_of_one_place_the_one_that_reads_the_same(anchor: str) -> None:
    doc = document(TEXT)
    assert find_statement(anchor, [visit(doc, kind="meeting"), visit(doc, date="2018"), visit(doc)])[0] == visit(doc)


def test_a_newer_program_may_cut_the_words_otherwise(anchor: str) -> None:
    longer = visit(document(TEXT), FLEW + ". Crowds")
    assert found(anchor, longer) == (longer.quote, How.CLOSE)


def test_what_was_judged_as_one_kind_says_nothing_on_another(anchor: str) -> None:
    other = visit(document(TEXT), kind="threat")
    assert found(anchor, other)[1] is How.PLACE
    assert found(anchor, other, strict=True) == (None, How.LOST)


def test_a_document_is_known_by_its_bytes_then_by_its_path() -> None:
    doc, other = document(TEXT, "a.txt"), document("Something else.", "b.txt")
    newer = document(TEXT + "!", "a.txt")
    assert find_document(document_anchor(doc), [other, newer, doc]) == (doc.sha256, How.SAME)
    assert find_document(document_anchor(doc), [other, newer]) == (newer.sha256, How.MOVED)
    assert find_document(document_anchor(doc), [other]) == (None, How.LOST)


def test_of_several_documents_in_one_file_the_one_of_the_same_name() -> None:
    first, second = (replace(document(f"Text {i}.", "all.jsonl"), id=f"line-{i}") for i in (1, 2))
    newer = [replace(document(f"Text {i}!", "all.jsonl"), id=f"line-{i}") for i in (1, 2)]
    assert find_document(document_anchor(first), newer) == (newer[0].sha256, How.MOVED)
    assert find_document(document_anchor(second), newer) == (newer[1].sha256, How.MOVED)
