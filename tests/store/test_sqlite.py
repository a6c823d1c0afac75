from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest

from detente.model.edtf import Edtf
from detente.model.errors import RecordError, UsageError
from detente.model.fact import Discrepancy, DiscrepancyType, Fact, Grade, Reason, Support
from detente.model.reading import Extraction
from detente.model.statement import FactKind, Statement, Status
from detente.store import schema
from detente.store.base import FileEntry, Outcome, Run, TakenFile
from detente.store.sqlite import SqliteRecord, create_sqlite, open_sqlite
from tests.factory import document, extraction, moved, statement

FIRST, SECOND = "2024-01-10T08:00:00Z", "2024-02-20T08:00:00Z"
HOSTILE = "caf\u00e9 \U0001f600\r\nVie\u0323\u0302t Nam part\xadner\ttab \x00 end. Isaias Afwerki flew to Addis Ababa in July 2018."


def entry(extracted: Extraction, path: str | None = None) -> FileEntry:
    doc = extracted.document
    return FileEntry(path or doc.path or "", doc.sha256, "c1", Outcome.USED, documents=(doc.sha256,))


def put(record: SqliteRecord, extracted: Extraction, at: str = FIRST, path: str | None = None) -> None:
    record.put_file(TakenFile(entry(extracted, path), (extracted,), ((1, 2),)), at)


def visit(text: str = "Isaias Afwerki flew to Addis Ababa in July 2018.", path: str = "a.txt") -> Extraction:
    doc = document(text, path)
    said = statement(
        doc,
        "flew to Addis Ababa",
        "official_visit",
        "ERI>ETH",
        "2018-07",
        persons=["Isaias Afwerki/ERI"],
        by="Addis Ababa",
        detail=(("a", "b"),),
    )
    return extraction(doc, said)


def a_fact(held: Statement) -> Fact:
    return Fact(
        id="f1",
        fact=FactKind.EVENT,
        kind="official_visit",
        source=("ERI",),
        target=("ETH",),
        persons=("Isaias Afwerki",),
        places=(),
        date=Edtf.parse("2018-07-14/2018-07-16"),
        date_basis="stated",
        status=Status.HAPPENED,
        title="Isaias Afwerki (ERI): official visit to Ethiopia",
        supports=(Support(held.id, (Reason("date", 0.5, "same month"),)),),
    )


@pytest.fixture
def record(tmp_path: Path) -> Iterator[SqliteRecord]:
    with create_sqlite(tmp_path / "r.detente", ("ETH", "ERI")) as made:
        yield made


def test_a_document_and_its_statements_come_back_as_they_were(record: SqliteRecord) -> None:
    extracted = visit(HOSTILE)
    put(record, extracted)
    assert record.document(extracted.document.sha256) == extracted.document
    assert tuple(record.statements()) == extracted.statements
    assert record.get_statements([extracted.statements[0].id, "nothing"]) == {extracted.statements[0].id: extracted.statements[0]}
    assert record.quotes([extracted.statements[0].id, "nothing"]) == {extracted.statements[0].id: extracted.statements[0].quote}
    assert record.parties == ("ERI", "ETH")


def test_facts_and_discrepancies_come_back_as_they_were(record: SqliteRecord) -> None:
    extracted = visit()
    put(record, extracted)
    said = extracted.statements[0]
    fact = a_fact(said)
    disagreement = Discrepancy("d1", DiscrepancyType.DATE, Grade.PRECISION, said.id, said.id, ("f1",), "a month and a day in it")
    record.replace_facts([fact], [disagreement], [(extracted.document.sha256,)])
    assert list(record.facts()) == [fact]
    assert record.facts_of([said.id]) == (fact,)
    assert list(record.discrepancies()) == [disagreement]
    assert list(record.problems()) == []
    record.replace_facts([], [], [])
    assert list(record.facts()) == []
    assert record.groups() == ()


def test_what_is_held_is_counted(record: SqliteRecord) -> None:
    put(record, visit(), FIRST)
    put(record, visit("Abiy Ahmed said so. Isaias Afwerki flew to Addis Ababa in July 2018."), SECOND)
    assert record.counts() == {"document": 1, "statement": 1, "fact": 0, "discrepancy": 0, "contradiction": 0}


def test_a_changed_file_takes_the_place_of_its_older_version_from_then_on(record: SqliteRecord) -> None:
    old, new = visit(), visit("Abiy Ahmed said so. Isaias Afwerki flew to Addis Ababa in July 2018.")
    put(record, old, FIRST)
    put(record, new, SECOND)
    assert [s.document for s in record.statements()] == [new.document.sha256]
    assert [s.document for s in record.statements("2024-01-31")] == [old.document.sha256]
    assert [s.document for s in record.statements("2024-02-20")] == [new.document.sha256]
    assert list(record.statements("2023-12-31")) == []
    assert record.document(old.document.sha256).path == "a.txt"


def test_one_text_under_two_paths_is_one_document(record: SqliteRecord) -> None:
    extracted = visit(path="b.txt")
    put(record, extracted)
    put(record, Extraction(moved(extracted.document, "a.txt"), extracted.layout, (), extracted.statements), path="a.txt")
    assert len(list(record.documents())) == 1
    assert record.document(extracted.document.sha256).path == "a.txt"
    assert len(list(record.statements())) == 1


def test_reading_again_with_another_program_replaces_what_the_document_says_and_leaves_when_it_came(record: SqliteRecord) -> None:
    extracted = visit()
    put(record, extracted, FIRST)
    put(record, Extraction(extracted.document, extracted.layout, (), ()), SECOND)
    assert list(record.statements()) == []
    assert record.search_statements("Addis", 5) == ()
    assert [h.since for h in record.holdings()] == [FIRST]


def test_searching_minds_neither_case_nor_diacritics_and_no_query_raises(record: SqliteRecord) -> None:
    extracted = visit(HOSTILE)
    put(record, extracted)
    assert record.search_statements("ADDIS isaias", 5) == (extracted.statements[0].id,)
    assert record.search_documents("viet nam", 5) == (extracted.document.sha256,)
    for query in ("", '"', "AND OR NOT", "a*b(c", "\x00", "words:x"):
        record.search_documents(query, 5)


def test_identifiers_are_found_by_their_beginning_and_a_document_by_its_own_id(record: SqliteRecord) -> None:
    extracted = visit()
    put(record, extracted)
    said = extracted.statements[0].id
    assert ("statement", said) in record.identifiers(said[:9])
    assert record.identifiers(extracted.document.id)[0] == ("document", extracted.document.sha256)
    assert record.identifiers("zz") == ()


def test_the_bytes_do_not_show_in_which_order_documents_came(tmp_path: Path) -> None:
    given = [visit(path="a.txt"), visit(HOSTILE, "b.txt"), visit("Two. Isaias Afwerki flew to Addis Ababa in July 2018.", "c.txt")]
    found = []
    for number, order in enumerate(permutations(given)):
        with create_sqlite(tmp_path / f"{number}.detente", ("ERI", "ETH")) as record:
            for extracted in order:
                put(record, extracted)
            if number % 2:
                put(record, order[0])
            record.put_run(Run(FIRST, "0.1", "c1", ("ERI", "ETH")))
            before = record.digest()
            record.compact()
            assert record.digest() == before
            assert record.search_statements("addis", 9) == tuple(sorted(s.id for e in given for s in e.statements))
        found.append((tmp_path / f"{number}.detente").read_bytes())
    assert len(set(found)) == 1


def test_a_record_someone_reads_is_not_written_anew_under_their_hands(tmp_path: Path) -> None:
    path = tmp_path / "r.detente"
    with create_sqlite(path, ("ERI", "ETH")) as record:
        put(record, visit())
        with open_sqlite(path) as reader:
            statements = reader.statements()
            next(statements)
            record.compact()
            assert len(list(reader.statements())) == 1
        put(record, visit(HOSTILE, "b.txt"))
        assert len(list(record.statements())) == 2


def test_a_record_in_a_folder_that_cannot_be_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "r.detente"
    with create_sqlite(path, ("ERI", "ETH")) as record:
        put(record, visit())
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        with open_sqlite(path) as reader:
            assert len(list(reader.statements())) == 1
    finally:
        tmp_path.chmod(0o755)


def test_what_is_no_record_is_refused_with_its_reason(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="no such file"):
        open_sqlite(tmp_path / "none.detente")
    (tmp_path / "text").write_text("Isaias Afwerki flew to Addis Ababa." * 99)
    with pytest.raises(RecordError, match="not a record"):
        open_sqlite(tmp_path / "text")
    with pytest.raises(RecordError, match="not a record"):
        create_sqlite(tmp_path / "text", ("ERI", "ETH"))
    other = sqlite3.connect(tmp_path / "other")
    other.execute("CREATE TABLE t (a)")
    other.close()
    with pytest.raises(RecordError, match="not a record"):
        open_sqlite(tmp_path / "other")
    with pytest.raises(RecordError, match="no folder"):
        create_sqlite(tmp_path / "no" / "r.detente", ("ERI", "ETH"))


def test_a_record_of_two_others_is_refused(record: SqliteRecord) -> None:
    record.close()
    with pytest.raises(RecordError, match="is about ERI and ETH"):
        create_sqlite(record.path, ("USA", "VNM"))
    create_sqlite(record.path, ()).close()


def test_a_record_of_a_newer_program_is_refused(record: SqliteRecord) -> None:
    record.connection.execute("PRAGMA user_version = 99")
    record.close()
    with pytest.raises(RecordError, match="newer"):
        open_sqlite(record.path)


def test_a_damaged_record_is_named_as_such(record: SqliteRecord) -> None:
    put(record, visit())
    record.replace_facts([a_fact(visit().statements[0])], [], [])
    record.connection.execute("DELETE FROM statement")
    assert any("fact_statement" in problem for problem in record.problems())
    assert any("word index" in problem for problem in record.problems())


def test_an_unknown_document_is_the_callers_mistake(record: SqliteRecord) -> None:
    with pytest.raises(UsageError):
        record.document("0" * 64)


def test_a_record_of_an_older_version_says_how_it_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "r.detente"
    create_sqlite(path, ("ERI", "ETH")).close()
    older = sqlite3.connect(path)
    older.execute("PRAGMA user_version = 1")
    older.close()
    with pytest.raises(RecordError, match="older detente made this record"):
        open_sqlite(path)


def test_a_copy_that_fails_leaves_the_record_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "r.detente"

    def full(_: object, to: Path) -> None:
        to.write_bytes(b"half")
        raise OSError("no space left")

    with create_sqlite(path, ("ERI", "ETH")) as record:
        with monkeypatch.context() as patched:
            patched.setattr("detente.store.canonical.copy", full)
            with pytest.raises(OSError, match="no space"):
                record.compact()
        assert record.connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert not path.with_name(path.name + ".compact").exists()
        assert record.parties == ("ERI", "ETH")


def test_two_programs_that_begin_a_record_at_once_make_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "r.detente"
    lacking = schema._lacking
    raced: list[Path] = []

    def overtaken(connection: sqlite3.Connection) -> int:
        """What is lacking when first looked at; then another program makes the record."""
        found = lacking(connection)
        if not raced:
            raced.append(path)
            create_sqlite(path, ("ERI", "ETH")).close()
        return found

    monkeypatch.setattr(schema, "_lacking", overtaken)
    with create_sqlite(path, ("ETH", "ERI")) as record:
        assert raced
        assert record.parties == ("ERI", "ETH")
        assert list(record.problems()) == []
