"""Every way of naming files, and every kind of bad input by its reason."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from detente.model.errors import ReadError
from detente.read.sources import Source, expand, read

TEXT = "The presidents of Ethiopia and Eritrea met in Asmara on 9 July 2018.\n"


def reason(path: Path | Source) -> str:
    with pytest.raises(ReadError) as caught:
        read(path)
    assert caught.value.path == str(path)
    assert caught.value.advice.endswith((".", "?)."))
    return caught.value.reason


def names(paths: list[str | Path]) -> list[str]:
    return [Path(source.path).name for source in expand(paths)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("c.txt", "a.txt", "b/z.txt", ".hidden.txt", ".git/config.txt", "~$lock.docx"):
        (tmp_path / name).write_text(TEXT)
    return tmp_path


def test_a_folder_gives_its_files_in_order_without_hidden_ones(folder: Path) -> None:
    assert names([folder]) == ["a.txt", "z.txt", "c.txt"]


def test_a_glob_gives_its_matches_in_order(folder: Path) -> None:
    assert names([str(folder / "*.txt")]) == ["a.txt", "c.txt"]
    assert names([str(folder / "**" / "*.txt")]) == ["a.txt", "z.txt", "c.txt"]


def test_a_file_named_twice_is_given_once(folder: Path) -> None:
    assert names([folder / "a.txt", str(folder), folder / "b" / ".." / "a.txt"]) == ["a.txt", "z.txt", "c.txt", "a.txt"]
    assert names([folder / "a.txt", folder / "a.txt"]) == ["a.txt"]


def test_a_hidden_file_is_read_when_it_is_named(folder: Path) -> None:
    assert names([folder / ".hidden.txt"]) == [".hidden.txt"]


def test_a_loop_of_links_is_named_and_the_rest_is_read(folder: Path) -> None:
    (folder / "b" / "up").symlink_to(folder)
    found = list(expand([folder]))
    assert [Path(s.path).name for s in found if s.reason is None] == ["a.txt", "z.txt", "c.txt"]
    assert [s.reason for s in found if s.reason] == ["link_loop"]
    assert reason(next(s for s in found if s.reason)) == "link_loop"


def test_links_between_folders_do_not_multiply(tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / f"d{number}").mkdir()
        (tmp_path / f"d{number}" / "x.txt").write_text(TEXT)
    for left in range(6):
        for right in range(6):
            (tmp_path / f"d{left}" / f"to{right}").symlink_to(tmp_path / f"d{right}")
    assert sum(s.reason is None for s in expand([tmp_path])) == 6


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    assert [s.reason for s in expand([tmp_path])] == ["empty_folder"]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert [s.reason for s in expand([tmp_path / "none.txt"])] == ["missing"]
    assert reason(tmp_path / "none.txt") == "missing"


def test_a_dangling_link_is_named(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    assert [reason(source) for source in expand([tmp_path])] == ["missing"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    (tmp_path / "shut.txt").write_text(TEXT)
    (tmp_path / "shut.txt").chmod(0)
    assert reason(tmp_path / "shut.txt") == "unreadable"


def test_a_refused_permission_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shut.txt").write_text(TEXT)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert reason(tmp_path / "shut.txt") == "unreadable"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert reason(tmp_path / "pipe.txt") == "not_a_file"


@pytest.mark.parametrize(
    ("name", "raw", "expected"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \r\n\t\n", "empty"),
        ("bom.txt", b"\xef\xbb\xbf", "empty"),
        ("binary.txt", bytes(range(256)) * 8, "binary"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + b"\x00" * 64, "unsupported"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 64, "unsupported"),
        ("locked.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        ("cut.docx", b"PK\x03\x04\x14\x00\x06\x00", "damaged"),
        ("other.docx", b"hello", "damaged"),
        ("cut.pdf", b"%PDF-1.7\n1 0 obj\n<<", "damaged"),
        ("data.json", b'{"a": 1}', "unsupported"),
        ("page.html", b"<html><body><script>x()</script></body></html>", "empty"),
    ],
)
def test_bad_input_is_named_by_its_reason(tmp_path: Path, name: str, raw: bytes, expected: str) -> None:
    (tmp_path / name).write_bytes(raw)
    assert reason(tmp_path / name) == expected


def test_a_text_of_200_megabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    place = tmp_path / "huge.txt"
    with place.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    code = (
        "import resource, sys\n"
        "from detente.model.errors import ReadError\n"
        "from detente.read.sources import read\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "try:\n    read(sys.argv[1])\nexcept ReadError as error:\n    print(error.reason)\n"
        "grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before\n"
        "sys.exit(grown > 20 * 1024)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(place)], capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("too_large\n", 0), done.stderr


def test_the_limit_can_be_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "long.txt").write_text(TEXT * 20_000)
    monkeypatch.setenv("DETENTE_MAX_MB", "1")
    assert reason(tmp_path / "long.txt") == "too_large"
    monkeypatch.setenv("DETENTE_MAX_MB", "2")
    assert len(read(tmp_path / "long.txt")) == 1


def test_a_document_carries_the_sum_of_its_bytes_and_its_own_text(tmp_path: Path) -> None:
    raw = "Tổng Bí thư Tô Lâm met 🇺🇸 officials.\r\nThe so\u00adcalled\ttalks went on.\r\n".encode()
    (tmp_path / "note.txt").write_bytes(raw)
    (document,) = read(tmp_path / "note.txt")
    assert document.sha256 == hashlib.sha256(raw).hexdigest()
    assert document.text == raw.decode()
    assert document.path == str(tmp_path / "note.txt")
    assert document.blocks == ()


def test_the_same_bytes_give_the_same_document(inputs: Path) -> None:
    for source in expand([inputs]):
        assert read(source) == read(source)


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes on Linux alone")
def test_a_name_that_cannot_be_stored_is_refused(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(TEXT)
    (source,) = expand([tmp_path])
    assert (Path(source.path).name, source.reason) == ("caf\ufffd.txt", "bad_name")


def test_a_link_to_itself_is_named(tmp_path: Path) -> None:
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    assert [reason(source) for source in expand([tmp_path])] == ["unreadable"]


def test_standard_input_is_read_by_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    class Input:
        buffer = io.BytesIO(TEXT.encode())

    monkeypatch.setattr(sys, "stdin", Input())
    (source,) = expand(["-"])
    (document,) = read(source)
    assert (document.path, document.text) == ("-", TEXT)


def test_naming_the_command_loads_no_format_library() -> None:
    code = (
        "import sys, detente.read.sources, detente.segment.layout\n"
        "print([m for m in ('trafilatura', 'pypdfium2', 'docx', 'lxml', 'py3langid', 'nupunkt', 'charset_normalizer') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
