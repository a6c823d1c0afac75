from __future__ import annotations

import json
from importlib import metadata
from pathlib import Path

import pytest

from detente.cli import doctor
from detente.model.errors import DataError
from tests.cli.conftest import Asked, Run


@pytest.fixture(autouse=True)
def without_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Loading the model takes seconds; its own tests load it."""
    monkeypatch.setattr(doctor, "_model", lambda: "English 3.8.0")


def test_a_good_installation_is_well(detente: Run, record: Asked) -> None:
    ran = detente("doctor")
    assert ran.code == 0
    assert [line.split()[0] for line in ran.out.splitlines()] == ["ok"] * 8
    assert "SQLite" in ran.out
    assert "vn-us.detente: 0 documents, 0 facts" in ran.out


def test_what_is_wrong_comes_with_what_to_do(detente: Run, record: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> str:
        raise DataError("data/vocabulary/units.yaml: line 3: no unit")

    monkeypatch.setattr(doctor, "_data_files", broken)
    ran = detente("doctor")
    assert ran.code == 1
    (wrong,) = [line for line in ran.out.splitlines() if line.startswith("WRONG")]
    assert "units.yaml: line 3: no unit: install detente again" in wrong


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        metadata, "requires", lambda _: ["click>=8.1", "no-such-package>=1 ; python_version > '3'", "pytest ; extra == 'dev'"]
    )
    with pytest.raises(RuntimeError, match=r"^not installed: no-such-package$"):
        doctor._packages()


def test_a_record_that_is_named_must_be_there(detente: Run, record: Asked) -> None:
    ran = detente("doctor", "--record", "gone.detente", "--json")
    assert ran.code == 1
    told = json.loads(ran.out)
    assert told["ok"] is False
    assert [check["name"] for check in told["checks"] if not check["ok"]] == ["record"]


def test_no_record_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DETENTE_RECORD", raising=False)
    assert doctor._record_check(None).ok


def test_every_set_of_data_files_is_loaded() -> None:
    names = [loader.__name__ for loader in doctor.loaders()]
    assert {"codebook", "unit_rules", "time_grammar", "layout_rules"} <= set(names)
