from __future__ import annotations

from pathlib import Path

from detente.ask import open_record, sources
from detente.ask.rulings import rule
from detente.model.ruling import Action
from detente.store.base import FileEntry, Outcome, Record, TakenFile
from detente.store.sqlite import create_sqlite
from tests.ask.conftest import JANUARY, history
from tests.factory import extraction, keep, moved


def test_each_document_with_what_rests_on_it(record: Record) -> None:
    held = sources(record)
    assert [(use.document.path, use.statements, use.facts) for use in held.documents] == [("history.txt", 6, 6), ("wire.txt", 3, 3)]
    assert (held.files, held.used, held.duplicates) == (2, 2, 0)
    assert held.documents[0].document.received == JANUARY


def test_copies_superseded_and_refused_files_are_named(tmp_path: Path) -> None:
    doc = history().document
    again = extraction(moved(doc, "again.txt"), *history().statements)
    path = keep(tmp_path / "r.detente", ("ERI", "ETH"), (history(), JANUARY), (again, JANUARY))
    with create_sqlite(path, ()) as record:
        refused = FileEntry("bad.pdf", None, "c1", Outcome.REFUSED, "encrypted", "Save it without a password.")
        record.put_file(TakenFile(FileEntry("again.txt", "x", "c1", Outcome.FAILED, "error", "a fault")), JANUARY)
        record.put_file(TakenFile(refused), JANUARY)
    with open_record(path) as record:
        held = sources(record)
        assert held.files == held.used + held.duplicates + len(held.refused) + len(held.failed) == 3
        assert [(p.path, p.reason) for p in held.refused] == [("bad.pdf", "encrypted")]


def test_a_grade_stands_with_its_document(record: Record) -> None:
    graded = sources(record).documents[0].document.sha256
    rule(record, Action.GRADE, [graded], value="B", at="2024-05-06")
    rule(record, Action.GRADE, [graded], value="2", at="2024-05-06")
    assert [use.grade for use in sources(record).documents] == ["B2", ""]
