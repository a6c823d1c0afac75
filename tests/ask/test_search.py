from __future__ import annotations

from pathlib import Path

from detente.ask import Filters, find, open_record
from detente.ask.search import snippet
from detente.store.base import Record
from tests.factory import document, extraction, keep, statement


def test_words_of_a_quote_find_its_fact_and_the_passages_that_hold_them(record: Record) -> None:
    found = find(record, "isaias DECLARATION")
    assert found[0].fact is not None
    assert found[0].fact.kind == "agreement_signed"
    assert len(found[0].evidence) == 2
    assert {f.document.path for f in found if f.document} == {"history.txt", "wire.txt"}


def test_passages_are_unchanged_stretches_of_the_text(record: Record) -> None:
    (passage,) = [f for f in find(record, "cafe") if f.document]
    assert passage.document is not None
    assert passage.snippet in record.document(passage.document.sha256).text
    assert "\U0001f600" in passage.snippet


def test_filters_alone_choose_and_filters_narrow_a_search(record: Record) -> None:
    assert [f.fact.kind for f in find(record, filters=Filters(kinds=("indicator",))) if f.fact] == ["trade_turnover"] * 2
    assert find(record, "declaration", Filters(until="2000")) == ()
    assert len(find(record, limit=3)) == 3


def test_a_search_of_what_was_known_on_a_day(record: Record) -> None:
    early = find(record, "declaration", Filters(known_on="2024-01-31"))
    assert [len(f.evidence) for f in early] == [1]
    assert find(record, "restored", Filters(known_on="2024-01-31")) == ()


def test_filters_choose_among_all_that_hold_the_words_and_not_among_the_best_of_them(tmp_path: Path) -> None:
    """However many hold them better."""
    taken = []
    for number in range(12):
        quote = "The envoys met" + " at length and in good spirit, as both sides said afterwards" * (number == 11)
        doc = document(f"{quote}. It is story {number}.", f"{number:02}.txt")
        taken.append((extraction(doc, statement(doc, quote, "meeting", "ERI,ETH", f"20{number:02}-03-04")), "2024-01-10T08:00:00Z"))
    with open_record(keep(tmp_path / "r.detente", ("ERI", "ETH"), *taken)) as held:
        last = Filters(since="2011")
        assert [str(f.fact.date) for f in find(held, "envoys", last, limit=2) if f.fact] == ["2011-03-04"]
        assert len(find(held, "envoys", Filters(top=3))) == 3
        assert find(held, "envoys", Filters(milestones=True)) == ()
        assert [str(f.fact.date) for f in find(held, "envoys", Filters(since="2011", known_on="2024-01-31"), limit=2) if f.fact] == [
            "2011-03-04"
        ]


def test_no_query_raises(record: Record) -> None:
    for query in ('"', "NOT", "a OR", "(", "*", "\x00", "'", "--"):
        find(record, query)


def test_a_snippet_begins_near_the_word_that_matched() -> None:
    text = "x " * 500 + "Badme " + "y " * 500
    assert "Badme" in snippet(text, "badme")
    assert len(snippet(text, "badme")) < 300
