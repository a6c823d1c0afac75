from __future__ import annotations

import os
from pathlib import Path

import pytest

from detente.model.errors import UsageError
from detente.web.site.folder import MARKER, written


def write(target: Path, *names: str, force: bool = False) -> None:
    with written(target, force) as folder:
        for name in names:
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(name, encoding="utf-8")


def names(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_a_second_run_takes_away_what_is_gone_and_keeps_what_is_not_ours(tmp_path: Path) -> None:
    target = tmp_path / "site"
    write(target, "index.html", "event/1.html", "event/2.html")
    (target / "CNAME").write_text("example.org", encoding="utf-8")
    (target / ".git").mkdir()
    (target / ".git" / "HEAD").write_text("ref", encoding="utf-8")
    write(target, "index.html", "event/2.html")
    assert names(target) == {MARKER, "index.html", "event/2.html", "CNAME", ".git/HEAD"}
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_is_not_ours_is_refused_and_with_force_nothing_in_it_is_lost(tmp_path: Path) -> None:
    target = tmp_path / "papers"
    target.mkdir()
    (target / "thesis.txt").write_text("ten years", encoding="utf-8")
    with pytest.raises(UsageError, match="--force"):
        write(target, "index.html")
    assert names(target) == {"thesis.txt"}
    write(target, "index.html", force=True)
    assert names(target) == {MARKER, "index.html", "thesis.txt"}
    write(target, "index.html")
    assert (target / "thesis.txt").read_text(encoding="utf-8") == "ten years"


def test_a_file_is_refused_even_with_force(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("not a folder", encoding="utf-8")
    with pytest.raises(UsageError):
        write(tmp_path / "site", "index.html", force=True)


def test_an_empty_folder_and_one_in_folders_not_there_yet_are_taken(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    write(tmp_path / "empty", "index.html")
    write(tmp_path / "a" / "b" / "site", "index.html")
    assert (tmp_path / "a" / "b" / "site" / "index.html").is_file()


def test_an_error_changes_nothing(tmp_path: Path) -> None:
    target = tmp_path / "site"
    write(target, "index.html")
    with pytest.raises(ZeroDivisionError), written(target) as folder:
        (folder / "index.html").write_text(str(1 / 0), encoding="utf-8")
    assert names(target) == {MARKER, "index.html"}
    assert list(tmp_path.iterdir()) == [target]


def test_what_a_killed_run_left_is_put_right(tmp_path: Path) -> None:
    target = tmp_path / "site"
    write(target, "index.html")
    target.rename(tmp_path / ".site.old-4194999")
    half = tmp_path / ".site.new-4194999"
    half.mkdir()
    (half / MARKER).write_text("{}", encoding="utf-8")
    (tmp_path / ".site.new-mine").mkdir()
    with pytest.raises(ZeroDivisionError), written(target):
        _ = 1 / 0
    assert names(target) == {MARKER, "index.html"}
    assert {path.name for path in tmp_path.iterdir()} == {"site", ".site.new-mine"}


def test_what_is_not_ours_comes_over_even_where_the_run_was_killed_on_the_way(tmp_path: Path) -> None:
    target, aside = tmp_path / "site", tmp_path / ".site.old-4194999"
    write(target, "index.html")
    (target / "CNAME").write_text("example.org", encoding="utf-8")
    target.rename(aside)
    (tmp_path / "site").mkdir()
    (target / MARKER).write_text('{"holds": ["index.html"]}', encoding="utf-8")
    write(target, "index.html")
    assert names(target) == {MARKER, "index.html", "CNAME"}
    assert list(tmp_path.iterdir()) == [target]


def test_a_run_that_goes_on_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / f".site.new-{os.getppid()}"
    other.mkdir()
    (other / MARKER).write_text("{}", encoding="utf-8")
    write(tmp_path / "site", "index.html")
    assert (other / MARKER).is_file()


def test_the_folder_can_be_read_by_whoever_may_read_its_neighbours(tmp_path: Path) -> None:
    write(tmp_path / "site", "index.html")
    (tmp_path / "plain").mkdir()
    assert (tmp_path / "site").stat().st_mode == (tmp_path / "plain").stat().st_mode
