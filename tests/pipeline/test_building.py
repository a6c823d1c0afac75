from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from detente.ask import open_record, sources, verify
from detente.model.document import Document
from detente.model.errors import RecordError, UsageError
from detente.model.reading import Extraction
from detente.pipeline import BuildReport, Progress, build, building
from detente.pipeline.building import arrival

AT = "2025-01-02T03:04:05Z"

TEXTS = {
    "a.txt": "ADDIS ABABA, July 16, 2018. Eritrean President Isaias Afwerki visited Ethiopia on July 14-16, 2018.\n"
    "Trade between Ethiopia and Eritrea was about 3 million dollars in 2019.\n",
    "b.md": "# Peace at last\n\nEthiopia and Eritrea signed a joint declaration of peace on 9 July 2018.\r\n\r\n"
    "Caf\u00e9 \U0001f600 part\xadner\tend.\n",
    "deep/c.txt": "Ethiopia and Eritrea severed relations in May 1998. Eritrea opened its embassy in Addis Ababa on 16 July 2018.\n",
    "d.txt": "Ethiopia promised to withdraw its troops from Badme by the end of 2020.\n",
    "copy of d.txt": "Ethiopia promised to withdraw its troops from Badme by the end of 2020.\n",
    "empty.txt": "   \n",
    "broken.pdf": "%PDF-1.7 this is no document",
}

SCRIPT = """
import os, signal, sys
from pathlib import Path
from detente.pipeline import build, building

building.fingerprint = lambda: "the program"

def killer(progress):
    if progress.stage == "read" and progress.subject and progress.done == int(stop):
        os.kill(os.getpid(), signal.SIGKILL)

if __name__ == "__main__":
    record, workers, stop, *paths = sys.argv[1:]
    build(paths, record=Path(record), between=("Ethiopia", "Eritrea"), workers=int(workers), at="2025-01-02T03:04:05Z", progress=killer)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "in"
    for name, text in TEXTS.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(text.encode())
    return place


@pytest.fixture(autouse=True)
def _one_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that builds twice must not notice that someone edits a data file meanwhile."""
    monkeypatch.setattr(building, "fingerprint", lambda: "the program")


def made(folder: Path, record: Path, at: str = AT, progress: Callable[[Progress], None] | None = None) -> BuildReport:
    return build([str(folder)], record=record, between=("ETH", "ERI"), workers=1, at=at, progress=progress)


def in_process(record: Path, *paths: str, workers: int = 1, stop: int = -1, seed: int = 0) -> int:
    script = record.with_suffix(".py")
    script.write_text(SCRIPT)
    command = [sys.executable, str(script), str(record), str(workers), str(stop), *paths]
    return subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": str(seed)}, timeout=120, check=False).returncode


def test_every_file_is_counted_once_and_refused_ones_say_why(folder: Path, tmp_path: Path) -> None:
    seen: list[Progress] = []
    report = made(folder, tmp_path / "r.detente", progress=seen.append)
    assert (report.files, report.used, report.documents) == (7, 5, 4)
    assert {Path(e.path).name: e.reason for e in report.refused} == {"empty.txt": "empty", "broken.pdf": "damaged"} or len(
        report.refused
    ) == 2
    assert all(entry.reason and entry.advice for entry in report.refused)
    assert report.failed == ()
    assert report.parties == ("ERI", "ETH")
    assert [p.done for p in seen if p.stage == "read"] == list(range(8))
    with open_record(tmp_path / "r.detente") as record:
        assert verify(record).problems == ()
        held = sources(record)
        assert (held.files, held.used, held.duplicates, len(held.refused)) == (7, 4, 1, 2)


def test_a_second_build_reads_nothing_again_and_changes_nothing(folder: Path, tmp_path: Path) -> None:
    record = tmp_path / "r.detente"
    first = made(folder, record)
    before = record.read_bytes()
    second = made(folder, record)
    assert second.unchanged == first.used
    assert record.read_bytes() == before


def test_a_changed_file_is_read_again_and_the_old_version_is_still_known_on_its_day(folder: Path, tmp_path: Path) -> None:
    record = tmp_path / "r.detente"
    made(folder, record)
    with open_record(record) as held:
        before = tuple(held.statements())
    (folder / "d.txt").write_text("Ethiopia promised to withdraw its troops from Badme by the end of 2021.\n")
    report = made(folder, record, at="2025-03-01")
    assert report.used - report.unchanged == 1
    with open_record(record) as held:
        assert tuple(held.statements("2025-01-31")) == before
        assert tuple(held.statements()) != before
        assert verify(held).problems == ()


def test_adding_a_file_and_building_at_once_come_to_the_same_digest(folder: Path, tmp_path: Path) -> None:
    later = tmp_path / "later.txt"
    shutil.move(folder / "a.txt", later)
    made(folder, tmp_path / "one.detente")
    shutil.move(later, folder / "a.txt")
    made(folder, tmp_path / "one.detente")
    made(folder, tmp_path / "two.detente")
    assert (tmp_path / "one.detente").read_bytes() == (tmp_path / "two.detente").read_bytes()


def test_the_bytes_depend_neither_on_workers_nor_on_order_nor_on_the_hash_seed(folder: Path, tmp_path: Path) -> None:
    paths = sorted(str(folder / name) for name in TEXTS)
    assert in_process(tmp_path / "one.detente", *paths, workers=1, seed=1) == 0
    assert in_process(tmp_path / "two.detente", *reversed(paths), workers=2, seed=2) == 0
    assert (tmp_path / "one.detente").read_bytes() == (tmp_path / "two.detente").read_bytes()


def test_a_killed_build_goes_on_where_it_was(folder: Path, tmp_path: Path) -> None:
    record = tmp_path / "killed.detente"
    assert in_process(record, str(folder), stop=3) == -signal.SIGKILL
    with open_record(record) as held:
        kept = {entry.path for entry in held.files()}
        assert len(kept) >= 2
        assert list(held.problems()) == []
    seen: list[Progress] = []
    report = made(folder, record, progress=seen.append)
    assert report.unchanged >= 1
    made(folder, tmp_path / "whole.detente")
    assert record.read_bytes() == (tmp_path / "whole.detente").read_bytes()


def test_a_fault_in_one_file_is_named_and_the_others_go_on(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from detente.pipeline import extraction

    whole = extraction.analyse

    def faulty(document: Document) -> Extraction:
        if "severed" in document.text:
            raise ZeroDivisionError("a fault")
        return whole(document)

    monkeypatch.setattr(extraction, "analyse", faulty)
    report = made(folder, tmp_path / "r.detente")
    assert [(Path(e.path).name, e.advice) for e in report.failed] == [("c.txt", "ZeroDivisionError: a fault")]
    assert report.used == 4
    monkeypatch.undo()
    assert made(folder, tmp_path / "r.detente").failed == ()


def test_a_missing_path_is_refused_and_an_unknown_party_is_the_callers_mistake(folder: Path, tmp_path: Path) -> None:
    report = build([str(folder / "none.txt")], record=tmp_path / "r.detente", between=("ETH", "ERI"), at=AT)
    assert [e.reason for e in report.refused] == ["missing"]
    with pytest.raises(UsageError, match="Atlantis"):
        build([str(folder)], record=tmp_path / "s.detente", between=("Atlantis", "ERI"), at=AT)
    with pytest.raises(RecordError, match="is about"):
        build([str(folder)], record=tmp_path / "r.detente", between=("Vietnam", "USA"), at=AT)
    with pytest.raises(UsageError, match="no time"):
        build([str(folder)], record=tmp_path / "r.detente", at="yesterday")


def test_names_and_texts_that_no_table_can_hold_stop_nothing(tmp_path: Path) -> None:
    place = tmp_path / "in"
    place.mkdir()
    Path(os.fsdecode(os.fsencode(place) + b"/caf\xe9.txt")).write_text("Eritrea opened its embassy in Addis Ababa on 16 July 2018.")
    (place / "lines.jsonl").write_text('{"id": "\\ud800", "text": "Ethiopia signed \\ud83d a declaration with Eritrea on 9 July 2018."}\n')
    (place / "nul.txt").write_bytes(b"Ethiopia and Eritrea\x00 signed a declaration on 9 July 2018.")
    (place / "good.txt").write_text("Ethiopia and Eritrea signed a declaration on 9 July 2018.")
    report = made(place, tmp_path / "r.detente")
    assert report.files == report.used + len(report.refused) + len(report.failed) == 4
    assert report.used >= 1
    assert all(entry.reason and entry.advice for entry in (*report.refused, *report.failed))
    again = made(place, tmp_path / "r.detente")
    assert again.unchanged == report.used
    with open_record(tmp_path / "r.detente") as record:
        assert verify(record).problems == ()


def test_a_place_where_nothing_can_be_written_is_named(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="no folder"):
        made(folder, tmp_path / "none" / "r.detente")
    (tmp_path / "d").mkdir()
    with pytest.raises(RecordError):
        made(folder, tmp_path / "d")


def test_two_builds_at_once_do_not_write_one_record(folder: Path, tmp_path: Path) -> None:
    record = tmp_path / "r.detente"
    made(folder, record)

    def second(progress: Progress) -> None:
        with pytest.raises(RecordError, match="another build"):
            made(folder, record)

    made(folder, record, progress=second)
    assert [p.name for p in tmp_path.iterdir() if "lock" in p.name or "-wal" in p.name] == []


def test_when_documents_come_in(monkeypatch: pytest.MonkeyPatch) -> None:
    assert arrival("2024-05-06") == "2024-05-06T00:00:00Z"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert arrival(None) == "2023-11-14T22:13:20Z"
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert len(arrival(None)) == 20
