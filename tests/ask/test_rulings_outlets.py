"""Grading all that an outlet brings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from detente.ask import open_record, verify
from detente.ask.rulings import export_log, history, import_log, log, rule, undo
from detente.ask.sources import sources
from detente.model.errors import UsageError
from detente.model.reading import Extraction
from detente.model.ruling import Action
from detente.pipeline.reconciling import bring_up_to_date
from detente.pipeline.rulings import Standing
from detente.publish.rulings import subject_words
from detente.reconcile.copies import sketch
from detente.store.base import FileEntry, Outcome, Record, TakenFile
from detente.store.sqlite import create_sqlite
from tests.factory import document, extraction, keep, statement

AT, LATER = "2024-01-10T08:00:00Z", "2024-02-10T08:00:00Z"


def told(number: int, outlet: str, date: str) -> Extraction:
    quote = "President Isaias Afwerki flew to Addis Ababa"
    doc = replace(document(f"{number}. {quote} that week.", f"{number}.txt"), outlet=outlet)
    return extraction(doc, statement(doc, quote, "visit", "ERI>ETH", date, persons=["Isaias Afwerki"], basis="reported"))


STORIES = (
    (told(1, "Caf\u00e9  Gazette", "2018-07-15"), AT),
    (told(2, "cafe gazette", "2018-07-15"), AT),
    (told(3, "Herald", "2018-07-14"), AT),
)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(keep(tmp_path / "r.detente", ("ERI", "ETH"), *STORIES)) as held:
        yield held


def date(record: Record) -> str:
    (fact,) = record.facts()
    return str(fact.date)


def graded(record: Record) -> list[str]:
    return [use.grade for use in sources(record).documents]


def test_all_that_a_doubted_outlet_brings_decides_nothing_where_another_speaks(record: Record) -> None:
    assert date(record) == "2018-07-15"
    made = rule(record, Action.GRADE, ["Outlet:CAFE gazette"], value="e", who="Anna", at=LATER)
    assert date(record) == "2018-07-14"
    assert graded(record) == ["E", "E", ""]
    assert subject_words(made) == "the outlet CAFE gazette"
    assert [one.ruling.id for one in history(record, "outlet:Caf\u00e9 Gazette")] == [made.id]
    assert verify(record).ok
    undo(record, who="Anna", at=LATER)
    assert (date(record), graded(record)) == ("2018-07-15", ["", "", ""])
    assert verify(record).ok


def test_a_document_of_its_own_grade_keeps_it_and_has_from_its_outlet_what_it_lacks(record: Record) -> None:
    first, second = (extracted.document.sha256 for extracted, _ in STORIES[:2])
    rule(record, Action.GRADE, [first], value="B", who="Anna", at=LATER)
    rule(record, Action.GRADE, ["outlet:cafe gazette"], value="E5", who="Anna", at=LATER)
    rule(record, Action.GRADE, [second], value="2", who="Anna", at=LATER)
    assert graded(record) == ["B5", "E2", ""]


def test_what_an_outlet_brings_later_is_graded_as_it_comes(record: Record) -> None:
    rule(record, Action.GRADE, ["outlet:herald"], value="E", who="Anna", at=LATER)
    with create_sqlite(record.path, ()) as held:
        for number in (4, 5, 6):
            late = told(number, "Herald", "2018-07-14")
            doc = late.document
            entry = FileEntry(doc.path or "", doc.sha256, "c1", Outcome.USED, documents=(doc.sha256,))
            held.put_file(TakenFile(entry, (late,), (sketch(doc.text),)), LATER)
        bring_up_to_date(held, LATER)
        assert date(held) == "2018-07-15"
    assert graded(record)[2:] == ["E"] * 4
    assert verify(record).ok


def test_the_grade_of_an_outlet_goes_with_the_log_and_waits_where_it_brought_nothing(record: Record, tmp_path: Path) -> None:
    rule(record, Action.GRADE, ["outlet:cafe gazette"], value="E", who="Anna", at=LATER)
    lines = list(export_log(record))
    with open_record(keep(tmp_path / "same.detente", ("ERI", "ETH"), *STORIES)) as same:
        assert import_log(same, lines) == 1
        assert date(same) == "2018-07-14"
    with open_record(keep(tmp_path / "other.detente", ("ERI", "ETH"), *STORIES[2:])) as other:
        assert import_log(other, lines) == 1
        assert [one.standing for one in log(other)] == [Standing.ORPHANED]
        assert list(export_log(other)) == lines


def test_only_an_outlet_that_is_there_is_graded_and_nothing_else_is_done_to_it(record: Record) -> None:
    for name in ("outlet:Nobody", "outlet:"):
        with pytest.raises(UsageError, match="no document of the record is by an outlet"):
            rule(record, Action.GRADE, [name], value="B", who="Anna")
    with pytest.raises(UsageError, match="no grade"):
        rule(record, Action.GRADE, ["outlet:Herald"], value="Z", who="Anna")
    with pytest.raises(UsageError, match="nothing whose identifier"):
        rule(record, Action.REJECT, ["outlet:Herald"], who="Anna")
