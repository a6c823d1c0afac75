from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from docx import Document

from detente.cli.export import FORMATS
from detente.model.statement import Status
from tests.cli.conftest import Asked, Run
from tests.publish import sample


def size(data: bytes, form: str) -> int:
    """How many lines a file of that format tells, read back as its reader would."""
    if form == "docx":
        return sum(p.style is not None and p.style.name == "Chronology Entry" for p in Document(io.BytesIO(data)).paragraphs)
    if form == "csv":
        return len(list(csv.DictReader(io.StringIO(data.decode(), newline=""))))
    if form == "timelinejs":
        return len(json.loads(data)["events"])
    if form == "json":
        return len(json.loads(data)["lines"])
    return data.decode().count(sample.lines()[1].fact.title.split(":")[0])


@pytest.mark.parametrize("form", FORMATS)
def test_each_format_is_written_whole_and_the_same_each_time(form: str, detente: Run, record: Asked, tmp_path: Path) -> None:
    first, second = tmp_path / "one", tmp_path / "two"
    for place in (first, second):
        ran = detente("export", "--to", form, "-o", str(place))
        assert (ran.code, ran.out) == (0, "")
        assert f"{len(sample.lines())} lines" in ran.err
    assert first.read_bytes() == second.read_bytes()
    assert size(first.read_bytes(), form) > 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "two", record.path.name]


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_what_the_chronology_writes_too_is_the_same(form: str, detente: Run, record: Asked, tmp_path: Path) -> None:
    for command in ("export", "chronology"):
        assert detente(command, "--to", form, "-o", str(tmp_path / command)).code == 0
    assert (tmp_path / "export").read_bytes() == (tmp_path / "chronology").read_bytes()


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "docx"])
def test_without_a_file_it_goes_to_stdout(form: str, detente: Run, record: Asked) -> None:
    ran = detente("export", "--to", form)
    assert ran.code == 0
    assert size(ran.out.encode(), form) > 0
    assert ran.err == ""


def test_every_filter_reaches_the_question(detente: Run, record: Asked) -> None:
    words = "--since 1995 --until 2023-09 --kind state_visit --status planned --person biden --place hanoi --party usa --top 5 --milestones"
    assert detente("export", "--to", "csv", *words.split()).code == 0
    asked = record.filters
    assert (asked.since, asked.until, asked.kinds, asked.top, asked.milestones) == ("1995", "2023-09", ("state_visit",), 5, True)
    assert (asked.statuses, asked.person, asked.place) == ((Status.PLANNED,), "biden", "hanoi")
    assert (asked.party or "").upper() == "USA"


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_choice_gives_a_file_of_the_format(
    form: str, detente: Run, record: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("detente.publish.chronicle.chronology", lambda *_: ())
    monkeypatch.setattr("detente.publish.chronicle.ladder", lambda *_: ())
    place = tmp_path / "none"
    assert detente("export", "--to", form, "-o", str(place)).code == 0
    assert place.stat().st_size > 0
    assert form in ("md", "html") or size(place.read_bytes(), form) == 0


def test_the_codebook_is_written_beside_the_csv(detente: Run, record: Asked, tmp_path: Path) -> None:
    assert detente("export", "--to", "csv", "-o", str(tmp_path / "e.csv"), "--codebook", str(tmp_path / "c.csv")).code == 0
    told = csv.DictReader(io.StringIO((tmp_path / "c.csv").read_bytes().decode(), newline=""))
    header = (tmp_path / "e.csv").read_bytes().decode().partition("\r\n")[0].split(",")
    assert [row["column"] for row in told if not row["value"]] == header


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--to", "docx"), "-o FILE.docx"),
        (("--to", "docx", "-o", "-"), "-o FILE.docx"),
        (("--to", "json", "--codebook", "c.csv"), "--to csv"),
        (("--to", "xlsx"), "xlsx"),
        ((), "--to"),
    ],
)
def test_what_cannot_be_done_is_said(words: tuple[str, ...], said: str, detente: Run, record: Asked) -> None:
    ran = detente("export", *words)
    assert ran.code == 2
    assert said in ran.err


@pytest.mark.parametrize("form", ["docx", "csv"])
def test_a_place_that_cannot_be_written_is_named_and_nothing_is_left(form: str, detente: Run, record: Asked, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for place in (tmp_path / "folder", tmp_path / "nowhere" / "a.file"):
        ran = detente("export", "--to", form, "-o", str(place))
        assert ran.code == 2
        assert str(place) in ran.err
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["folder", record.path.name]


def test_an_old_file_stays_whole_until_the_new_one_is(detente: Run, record: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "a.docx"
    place.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", str(place))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", full)
        assert detente("export", "--to", "docx", "-o", str(place)).code == 2
    assert place.read_bytes() == b"old"
    assert detente("export", "--to", "docx", "-o", str(place)).code == 0
    assert place.read_bytes()[:2] == b"PK"
    assert list(tmp_path.glob("*.part")) == []
