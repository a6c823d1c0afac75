from __future__ import annotations

from pathlib import Path

import pytest

from detente.cli.console import note, print_json, write


def test_messages_go_to_stderr_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    note("refused a\nb\x1b[31m.txt")
    assert capsys.readouterr() == ("", "refused a b\N{REPLACEMENT CHARACTER}[31m.txt\n")


def test_json_in_a_pipe_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"a": ["Tô Lâm"]})
    assert capsys.readouterr().out == '{"a": ["Tô Lâm"]}\n'


def test_a_file_is_replaced_in_one_step(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "page.html"
    place.write_text("old", encoding="utf-8")
    write("new\n", str(place))
    assert place.read_text(encoding="utf-8") == "new\n"
    assert list(tmp_path.iterdir()) == [place]
    assert capsys.readouterr() == ("", f"wrote {place}\n")


@pytest.mark.parametrize("place", [None, "-"])
def test_without_a_file_it_goes_to_stdout(place: str | None, capsys: pytest.CaptureFixture[str]) -> None:
    write("text", place)
    write("line\n", place)
    assert capsys.readouterr().out == "text\nline\n"


def test_a_link_is_written_through(tmp_path: Path) -> None:
    place, link = tmp_path / "page.html", tmp_path / "latest.html"
    place.write_text("old", encoding="utf-8")
    link.symlink_to(place)
    write("new\n", str(link))
    assert link.is_symlink()
    assert place.read_text(encoding="utf-8") == "new\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_device_is_written_to_and_never_replaced() -> None:
    with pytest.raises(OSError, match="No space left"):
        write("text", "/dev/full")
    assert Path("/dev/full").is_char_device()
