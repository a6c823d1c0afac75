from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TEXT = "On 4 May 2019 the ministers met in Athens. They will meet again in June 2020. 🤝\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two small documents in the current folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.txt").write_text("Trade came to 5 billion euros in 2018.\n", encoding="utf-8")
    return tmp_path


def given(monkeypatch: pytest.MonkeyPatch, raw: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))


def test_one_line_a_document_in_the_order_named(detente: Run, folder: Path) -> None:
    ran = detente("extract", "--only", "times", "b.txt", "a.txt")
    assert (ran.code, ran.err) == (0, "")
    told = [json.loads(line) for line in ran.out.splitlines()]
    assert [document["path"] for document in told] == ["b.txt", "a.txt"]
    assert [time["edtf"] for time in told[0]["times"]] == ["2019-05-04", "2020-06"]
    assert told[0]["statements"] == []
    assert "text" not in told[0]


def test_offsets_refer_to_the_text_that_is_printed(detente: Run, folder: Path) -> None:
    (told,) = (json.loads(line) for line in detente("extract", "--only", "times", "--with-text", "b.txt").out.splitlines())
    assert told["text"] == TEXT
    assert all(told["text"][time["start"] : time["end"]] == time["text"] for time in told["times"])


def test_a_bad_file_is_named_and_the_rest_are_read(detente: Run, folder: Path) -> None:
    (folder / "empty.txt").touch()
    ran = detente("extract", "--only", "times", "missing.txt", "empty.txt", "a.txt")
    assert ran.code == 1
    assert len(ran.out.splitlines()) == 1
    first, second, last = ran.err.splitlines()
    assert first.startswith("missing.txt: missing: ")
    assert second.startswith("empty.txt: empty: ")
    assert last == "2 could not be read"


def test_workers_change_nothing(detente: Run, folder: Path) -> None:
    for number in range(12):
        (folder / f"c{number:02}.txt").write_text(f"They met on {number + 1} May 2019.\n", encoding="utf-8")
    assert (
        detente("extract", "--only", "times", ".", "--workers", "2").out == detente("extract", "--only", "times", ".", "--workers", "1").out
    )


def test_json_lines_from_stdin(detente: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ['{"id": "x", "text": "They met on Tuesday.", "published": "2019-05-03"}', "", "not json", '{"id": "y", "text": "In 1995."}']
    given(monkeypatch, "\n".join(lines).encode())
    ran = detente("extract", "--jsonl", "--only", "times")
    assert ran.code == 1
    told = [json.loads(line) for line in ran.out.splitlines()]
    assert [document["id"] for document in told] == ["x", "y"]
    assert (told[0]["published"], told[0]["published_basis"]) == ("2019-05-03", "given")
    assert told[0]["times"][0]["edtf"] == "2019-04-30"
    assert ran.err.startswith("-:3: not_json: ")


def test_json_lines_that_are_not_utf8_keep_their_offsets(detente: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, b'\xef\xbb\xbf{"id": "x", "text": "caf\xe9, 4 May 2019"}\n')
    (told,) = (json.loads(line) for line in detente("extract", "--jsonl", "-", "--only", "times", "--with-text").out.splitlines())
    assert told["text"] == "caf\N{REPLACEMENT CHARACTER}, 4 May 2019"
    assert told["times"][0]["start"] == 6


def test_json_lines_from_a_file(detente: Run, folder: Path) -> None:
    (folder / "lines.jsonl").write_text('{"id": "x", "text": "In 1995."}\n', encoding="utf-8")
    assert json.loads(detente("extract", "--jsonl", "lines.jsonl", "--only", "times", "--workers", "1").out)["id"] == "x"


def test_a_text_from_stdin(detente: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, b"They met on 4 May 2019.")
    assert json.loads(detente("extract", "-", "--only", "times").out)["times"][0]["edtf"] == "2019-05-04"


def test_nothing_named_could_not_run(detente: Run) -> None:
    ran = detente("extract")
    assert ran.code == 2
    assert "name the files or folders to read" in ran.err
