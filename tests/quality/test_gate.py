from __future__ import annotations

import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from quality.gate import LESS_IS_BETTER, MARGIN, Row, fingerprint, measure, raised, rows_of, table
from quality.suites import SUITES, Figures, Suite


def suite(figures: Figures) -> Suite:
    return Suite("Tidewater", "gold/tidewater", "tide.py", lambda data: figures)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "gold" / "tidewater").mkdir(parents=True)
    (tmp_path / "scorers").mkdir()
    (tmp_path / "gold" / "tidewater" / "a.txt").write_text("Ebb and flood.", encoding="utf-8")
    (tmp_path / "scorers" / "tide.py").write_text("print(1)", encoding="utf-8")
    return tmp_path


def test_a_figure_under_its_floor_fell() -> None:
    assert Row("s", "event F1", 70.0, 70.1, "").fell
    assert not Row("s", "event F1", 70.1, 70.1, "").fell
    assert not Row("s", "event F1", 1.0, None, "").fell


def test_a_figure_of_which_less_is_better_has_a_ceiling() -> None:
    assert Row("s", "extra statements", 16, 15, "").fell
    assert not Row("s", "extra statements", 14, 15, "").fell


def test_raising_lifts_and_never_lowers() -> None:
    assert raised({"event F1": 80.0}, {"event F1": 70.0}) == {"event F1": 80.0 - MARGIN}
    assert raised({"event F1": 60.0}, {"event F1": 70.0}) == {"event F1": 70.0}
    assert raised({"traps sprung": 9.0}, {"traps sprung": 15.0}) == {"traps sprung": 9.0 + MARGIN}
    assert raised({"traps sprung": 20.0}, {"traps sprung": 15.0}) == {"traps sprung": 15.0}


def test_a_promised_bound_stays_as_promised() -> None:
    assert raised({"extra statements": 2.0}, {}) == {"extra statements": 15.0}


def test_a_set_that_is_not_here_is_skipped_by_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert measure(suite({"F1": 1.0}), tmp_path, {}, lift=False) == []
    assert "skipped: Tidewater" in capsys.readouterr().err


def test_floors_hold_for_the_set_they_were_measured_on(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    low = suite({"F1": 1.0})
    pins: dict[str, Any] = {"Tidewater": {"fingerprint": fingerprint(data, low), "floors": {"F1": 50.0}}}
    assert [row.fell for row in measure(low, data, pins, lift=False)] == [True]
    (data / "gold" / "tidewater" / "a.txt").write_text("Another text.", encoding="utf-8")
    assert [row.fell for row in measure(low, data, pins, lift=False)] == [False]
    assert "floors skipped: Tidewater" in capsys.readouterr().err


def test_rivals_stand_beside_our_figure() -> None:
    rows = rows_of(suite({}), {"F1": 81.26}, {"rivals": {"F1": {"HeidelTime": 77.9}}, "floors": {"F1": 80.0}}, same=True)
    assert table(rows).splitlines()[1].split() == ["Tidewater", "F1", "81.3", "80.0", "HeidelTime", "77.9"]


def test_every_suite_is_pinned(root: Path) -> None:
    pins = yaml.safe_load((root / "quality" / "floors.yaml").read_text(encoding="utf-8"))
    assert set(pins) == {s.name for s in SUITES}


def floors_through_time(root: Path) -> Iterator[dict[str, Any]]:
    """The pinned floors, oldest version first, the working copy last."""
    log = ["git", "log", "--reverse", "--format=%H", "--", "quality/floors.yaml"]
    done = subprocess.run(log, cwd=root, capture_output=True, text=True, check=False)
    for commit in done.stdout.split():
        shown = subprocess.run(["git", "show", f"{commit}:quality/floors.yaml"], cwd=root, capture_output=True, text=True, check=True)
        yield yaml.safe_load(shown.stdout)
    yield yaml.safe_load((root / "quality" / "floors.yaml").read_text(encoding="utf-8"))


def lowered(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """The floors that came down from one version to the next although the labelled set stayed the same and no reason is given."""
    found = []
    for name, old in before.items():
        new = after.get(name, {})
        if "lowered" in new or new.get("fingerprint") != old.get("fingerprint"):
            continue
        for figure, floor in old.get("floors", {}).items():
            now = new.get("floors", {}).get(figure)
            if now is None or (now > floor if figure in LESS_IS_BETTER else now < floor):
                found.append(f"{name}: {figure}: {floor} to {now}")
    return found


def test_no_floor_was_ever_lowered_in_silence(root: Path) -> None:
    versions = list(floors_through_time(root))
    assert [low for before, after in pairwise(versions) for low in lowered(before, after)] == []


def test_the_search_for_lowered_floors_can_find_one() -> None:
    before = {"press": {"fingerprint": "a", "floors": {"event F1": 60.0, "extra statements": 5}}}
    assert lowered(before, {"press": {"fingerprint": "a", "floors": {"event F1": 59.0, "extra statements": 6}}}) == [
        "press: event F1: 60.0 to 59.0",
        "press: extra statements: 5 to 6",
    ]
    assert lowered(before, {"press": {"fingerprint": "b", "floors": {"event F1": 10.0}}}) == []
    assert lowered(before, {"press": {"fingerprint": "a", "lowered": "the scorer errs", "floors": {"event F1": 59.0}}}) == []
