from __future__ import annotations

from pathlib import Path

from tests.ask.conftest import JANUARY, history
from tests.cli.conftest import Run
from tests.factory import keep


def made(folder: Path) -> str:
    return str(keep(folder / "r.detente", ("ERI", "ETH"), (history(), JANUARY)))


def test_the_site_is_written_and_said_where_it_begins(detente: Run, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    ran = detente("site", str(folder), "--record", made(tmp_path), "--licence", "CC BY 4.0", "--quote-limit", "25")
    assert (ran.code, ran.out) == (0, "")
    assert "marked as unreviewed" in ran.err
    assert str(folder / "index.html") in ran.err
    assert "CC BY 4.0" in (folder / "index.html").read_text(encoding="utf-8")


def test_a_folder_with_something_else_in_it_is_refused(detente: Run, tmp_path: Path) -> None:
    record = made(tmp_path)
    ran = detente("site", str(tmp_path), "--record", record)
    assert ran.code == 2
    assert "--force" in ran.err
    assert not (tmp_path / "index.html").exists()


def test_with_only_reviewed_nothing_unreviewed_is_there(detente: Run, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    assert detente("site", str(folder), "--record", made(tmp_path), "--only-reviewed").code == 0
    assert not (folder / "event").exists()
    assert (folder / "index.html").is_file()
