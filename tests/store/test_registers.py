from dataclasses import replace
from pathlib import Path

from detente.model.register import RegisterEntry, RowProblem
from detente.store.base import FileEntry, Outcome, TakenFile
from detente.store.registers import path_of
from detente.store.sqlite import create_sqlite, open_sqlite
from tests.factory import document, extraction

FIRST, SECOND, LAST = "2024-01-01T00:00:00Z", "2024-02-01T00:00:00Z", "2024-03-01T00:00:00Z"


def taken(text: str) -> tuple[RegisterEntry, TakenFile]:
    doc = document(text, path=path_of("visits"), published=None)
    entry = RegisterEntry(
        name="visits",
        kind="visits",
        path="lists/visits.jsonl",
        document=doc.sha256,
        definition="columns: {}",
        read=3,
        kept=1,
        elsewhere=1,
        problems=(RowProblem("line 3", "no party is known by the name “Atlantis”"),),
        first="1874-12-12",
        last=None,
    )
    file = FileEntry(path_of("visits"), doc.sha256, "c1", Outcome.USED, documents=(doc.sha256,))
    return entry, TakenFile(file, (extraction(doc),), ((),))


def test_a_register_is_held_from_when_it_came_until_another_came(tmp_path: Path) -> None:
    (old, old_file), (new, new_file) = taken("one"), taken("two")
    with create_sqlite(tmp_path / "r.detente", ("KEN", "USA")) as record:
        record.put_register(old, old_file, FIRST)
        assert list(record.registers()) == [replace(old, since=FIRST)]
        record.put_register(new, new_file, SECOND)
        assert list(record.registers()) == [replace(new, since=SECOND)]
        assert [entry.document for entry in record.registers("2024-01-15")] == [old.document]
        assert list(record.registers("2023-12-31")) == []
        assert record.drop_file(path_of("visits"), LAST)
        assert not record.drop_file(path_of("visits"), LAST)
        assert list(record.registers()) == []
        assert [entry.document for entry in record.registers("2024-02-15")] == [new.document]
        assert list(record.problems()) == []


def test_registers_outlast_a_rewrite_of_the_file(tmp_path: Path) -> None:
    entry, file = taken("one")
    with create_sqlite(tmp_path / "r.detente", ("KEN", "USA")) as record:
        record.put_register(entry, file, FIRST)
        before = record.digest()
        record.compact()
        assert record.digest() == before
    with open_sqlite(tmp_path / "r.detente") as record:
        assert list(record.registers()) == [replace(entry, since=FIRST)]


def test_a_record_older_than_registers_holds_none(tmp_path: Path) -> None:
    with create_sqlite(tmp_path / "r.detente", ("KEN", "USA")) as record:
        record.connection.execute("DROP TABLE register")
        assert list(record.registers()) == []
