from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import detente.pipeline.building as building
from detente.pipeline.building import BuildReport, Progress
from detente.store.base import FileEntry, Outcome
from tests.cli.conftest import Run

REFUSED = FileEntry("letters/broken.docx", None, "c", Outcome.REFUSED, "truncated", "fetch it again")


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the command asked of the build, which is made up; ``refused`` and ``error`` in it steer the answer."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DETENTE_RECORD", raising=False)
    asked: dict[str, Any] = {"refused": (), "error": None}

    def build(paths: Any, **options: Any) -> BuildReport:
        asked.update(options, paths=paths)
        options["progress"](Progress("read", 1, 2, "a.txt"))
        if asked["error"] is not None:
            raise asked["error"]
        return BuildReport(options["record"], ("USA", "VNM"), 3, 3 - len(asked["refused"]), 1, asked["refused"], (), 4, 212, 62, 6, 5)

    monkeypatch.setattr(building, "build", build)
    return asked


def test_a_build_is_summed_up(detente: Run, asked: dict[str, Any]) -> None:
    ran = detente("build", "letters", "--between", "Vietnam", "USA", "--record", "vn-us.detente", "--workers", "2", "--at", "2026-01-05")
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "United States – Vietnam: 62 facts and 1 discrepancy (and 5 that explain themselves) from 4 documents (212 statements)",
        "3 files: 3 used, 1 of them unchanged",
        "record: vn-us.detente",
    ]
    assert ran.err == ""
    assert asked["between"] == ("Vietnam", "USA")
    assert (asked["workers"], asked["at"], asked["record"]) == (2, "2026-01-05", Path("vn-us.detente"))


def test_a_refused_file_is_named_and_the_exit_code_says_so(detente: Run, asked: dict[str, Any]) -> None:
    asked["refused"] = (REFUSED,)
    ran = detente("build", "letters", "--record", "vn-us.detente")
    assert ran.code == 1
    assert ran.err == "refused letters/broken.docx: truncated: fetch it again\n"
    assert "3 files: 2 used, 1 of them unchanged, 1 refused" in ran.out


def test_an_interrupt_says_how_to_go_on(detente: Run, asked: dict[str, Any]) -> None:
    asked["error"] = KeyboardInterrupt()
    ran = detente("build", "letters", "--record", "vn-us.detente")
    assert ran.code == 130
    assert "what was read so far is kept; run the same command again to go on" in ran.err


def test_the_record_is_found_as_for_other_commands(
    detente: Run, asked: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = detente("build", "letters")
    assert (ran.code, ran.out) == (2, "")
    assert "--record FILE" in ran.err
    (tmp_path / "only.detente").touch()
    assert detente("build", "letters").code == 0
    assert asked["record"] == Path("only.detente")
    monkeypatch.setenv("DETENTE_RECORD", "new.detente")
    assert detente("build", "letters").code == 0
    assert asked["record"] == Path("new.detente")


def test_json(detente: Run, asked: dict[str, Any]) -> None:
    asked["refused"] = (REFUSED,)
    told = json.loads(detente("build", "letters", "--record", "vn-us.detente", "--json").out)
    assert (told["facts"], told["refused"][0]["reason"]) == (62, "truncated")
