from __future__ import annotations

from pathlib import Path

import pytest

from detente.ask.diff import diff, diff_records
from detente.ask.record import open_record
from detente.ask.show import show
from detente.model.errors import UsageError
from detente.model.reading import Extraction
from detente.pipeline.reconciling import bring_up_to_date
from detente.reconcile.copies import sketch
from detente.store.base import FileEntry, Outcome, Run, TakenFile
from detente.store.sqlite import create_sqlite
from tests.factory import document, extraction, statement

FIRST, SECOND, THIRD = "2024-01-10T08:00:00Z", "2024-02-20T08:00:00Z", "2024-03-20T08:00:00Z"
DYAD = ("ERI", "ETH")


def told(number: int, kind: str, date: str, quote: str, **more: object) -> Extraction:
    doc = document(f"{number}. {quote} at length, as paper {number} wrote it in its own words.", f"{number}.txt", "2020-01-01")
    return extraction(doc, statement(doc, quote, kind, "ERI>ETH", date, **more))


def build(path: Path, at: str, *extracted: Extraction, gone: tuple[str, ...] = ()) -> None:
    with create_sqlite(path, DYAD) as record, record.together():
        record.put_run(Run(at, "0", "c1", DYAD))
        for one in extracted:
            doc = one.document
            entry = FileEntry(doc.path or "", doc.sha256, "c1", Outcome.USED, documents=(doc.sha256,))
            record.put_file(TakenFile(entry, (one,), (sketch(doc.text),)), at)
        for name in gone:
            record.put_file(TakenFile(FileEntry(name, None, "c1", Outcome.REFUSED, "gone", "-")), at)
        bring_up_to_date(record, at)


VISIT = told(1, "visit", "2018-07-14", "Isaias Afwerki flew to Addis Ababa", persons=["Isaias Afwerki/ERI"])
AGAIN = told(2, "visit", "2018-07-14", "Isaias Afwerki flew to Addis Ababa", persons=["Isaias Afwerki/ERI"])
LATER = told(3, "visit", "2018-07-16", "Isaias Afwerki flew to Addis Ababa", persons=["Isaias Afwerki/ERI"])
OTHER = told(4, "embassy_closed", "1998-05-12", "closed its embassy", fact="event")
REST = [told(n, "agreement_signed", f"20{n}-01-0{n % 9 + 1}", f"signed treaty number{n}x") for n in range(10, 20)]


def test_the_last_build_is_told_apart_from_what_was_there_before(tmp_path: Path) -> None:
    path = tmp_path / "r.detente"
    build(path, FIRST, VISIT, *REST)
    build(path, SECOND, AGAIN, OTHER)
    with open_record(path) as record:
        found = diff(record)
        assert [c.fact.kind for c in found.new] == ["embassy_closed"]
        assert [(c.fact.kind, c.fact.sources, c.before[0].sources) for c in found.confirmed] == [("visit", 2, 1)]
        assert (found.contradicted, found.changed, found.gone, found.renamed) == ((), (), (), ())
        assert diff(record, "2024-01-31") == diff(record, SECOND).__class__(
            since="2024-01-31T23:59:59Z", new=found.new, confirmed=found.confirmed
        )
        assert len(diff(record, FIRST).new) == len(list(record.facts()))


def test_a_contradiction_that_came_is_shown_with_both_quotes(tmp_path: Path) -> None:
    path = tmp_path / "r.detente"
    build(path, FIRST, VISIT, *REST)
    build(path, SECOND, LATER)
    with open_record(path) as record:
        found = diff(record)
        (change,) = found.contradicted
        (conflict,) = change.conflicts
        assert {conflict.left.statement.document, conflict.right.statement.document} == {VISIT.document.sha256, LATER.document.sha256}
        assert diff(record, FIRST).contradicted[0].conflicts == change.conflicts


def test_what_went_away_is_named_and_its_identifier_is_noted(tmp_path: Path) -> None:
    path = tmp_path / "r.detente"
    build(path, FIRST, VISIT, OTHER, *REST)
    with open_record(path) as record:
        old = next(fact for fact in record.facts() if fact.kind == "embassy_closed")
    build(path, SECOND, gone=("4.txt",))
    with open_record(path) as record:
        found = diff(record)
        assert [c.fact.id for c in found.gone] == [old.id]
        assert found.gone[0].evidence[0].quote == "closed its embassy"
        assert found.renamed == ((old.id, ""),)
        assert list(record.renamed()) == [(old.id, "", SECOND)]


def test_an_identifier_outlives_its_founder_and_the_old_one_still_shows_the_fact(tmp_path: Path) -> None:
    path = tmp_path / "r.detente"
    vague = told(5, "visit", "2018-07", "Afwerki flew to Addis Ababa", persons=["Isaias Afwerki/ERI"])
    build(path, FIRST, vague, *REST)
    with open_record(path) as record:
        old = next(fact for fact in record.facts() if fact.kind == "visit").id
    build(path, SECOND, VISIT)
    with open_record(path) as record:
        assert next(fact for fact in record.facts() if fact.kind == "visit").id == old
    build(path, THIRD, gone=("5.txt",))
    with open_record(path) as record:
        (fact,) = (fact for fact in record.facts() if fact.kind == "visit")
        assert fact.id != old
        shown = show(record, old)
        assert shown.fact == fact
        assert diff(record).renamed == ((old, fact.id),)


def test_two_records_are_compared(tmp_path: Path) -> None:
    build(tmp_path / "old.detente", FIRST, VISIT, OTHER)
    build(tmp_path / "new.detente", FIRST, VISIT, AGAIN)
    with open_record(tmp_path / "old.detente") as old, open_record(tmp_path / "new.detente") as new:
        found = diff_records(old, new)
        assert [c.fact.kind for c in found.gone] == ["embassy_closed"]
        assert [c.fact.kind for c in found.confirmed] == ["visit"]
        assert diff_records(new, new).new == ()


def test_what_is_no_build_and_no_date_is_refused(tmp_path: Path) -> None:
    build(tmp_path / "r.detente", FIRST, VISIT)
    with open_record(tmp_path / "r.detente") as record:
        with pytest.raises(UsageError, match="no build took place"):
            diff(record, "2020-01-01T00:00:00Z")
        with pytest.raises(UsageError, match="is no date"):
            diff(record, "lately")


def test_what_is_new_comes_the_most_important_first(tmp_path: Path) -> None:
    path = tmp_path / "r.detente"
    build(path, FIRST, VISIT)
    build(path, SECOND, *REST, OTHER, LATER)
    with open_record(path) as record:
        weights = [change.fact.importance for change in diff(record).new]
    assert weights == sorted(weights, reverse=True)
    assert len(set(weights)) > 1
