from __future__ import annotations

from pathlib import Path

import pytest

from detente.cli.options import choose_record, date, worker_count
from detente.model.errors import RecordError, UsageError


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder and no record in the environment."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DETENTE_RECORD", raising=False)
    return tmp_path


def test_the_only_record_here_is_taken(here: Path) -> None:
    (here / "vn-us.detente").touch()
    assert choose_record(None) == Path("vn-us.detente")


def test_the_environment_comes_before_what_lies_here_and_an_option_before_both(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.detente", "b.detente", "c.detente"):
        (here / name).touch()
    monkeypatch.setenv("DETENTE_RECORD", str(here / "b.detente"))
    assert choose_record(None) == here / "b.detente"
    assert choose_record("c.detente") == Path("c.detente")


def test_no_record_says_how_to_make_one() -> None:
    with pytest.raises(RecordError, match=r"make one with: detente build FOLDER --between A B --record FILE"):
        choose_record(None)


def test_several_records_are_named(here: Path) -> None:
    for name in ("b.detente", "a.detente"):
        (here / name).touch()
    with pytest.raises(RecordError, match=r"2 records here \(a.detente, b.detente\); say which"):
        choose_record(None)


def test_a_missing_record_is_named_with_its_origin(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(RecordError, match=r"there is no record gone.detente; make one"):
        choose_record("gone.detente")
    monkeypatch.setenv("DETENTE_RECORD", "gone.detente")
    with pytest.raises(RecordError, match=r"\(named by DETENTE_RECORD\)"):
        choose_record(None)


def test_dates_may_be_coarse() -> None:
    assert str(date("1995-07", "--since")) == "1995-07"
    assert date(None, "--since") is None
    with pytest.raises(UsageError, match=r"--since yesterday: not a date; write 2023, 2023-09 or 2023-09-10"):
        date("yesterday", "--since")


def test_workers_are_as_told_or_as_many_as_there_are_cores() -> None:
    assert worker_count(3) == 3
    assert worker_count(None) >= 1
