from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.ask.check.conftest import MARCH, press, wire
from tests.cli.conftest import Run
from tests.factory import keep

RIGHT = "In July 1995 President Bill Clinton announced the normalization of relations with Vietnam. It was a 30-year journey.\n"
WRONG = "Vietnam and the United States established their Comprehensive Partnership in 2011.\n"


@pytest.fixture
def kept(tmp_path: Path) -> str:
    return str(keep(tmp_path / "vn.detente", ("USA", "VNM"), (press(), MARCH), (wire(), MARCH)))


@pytest.fixture
def right(tmp_path: Path) -> str:
    place = tmp_path / "right.txt"
    place.write_text(RIGHT, encoding="utf-8")
    return str(place)


@pytest.fixture
def wrong(tmp_path: Path) -> str:
    place = tmp_path / "wrong.txt"
    place.write_text(WRONG, encoding="utf-8")
    return str(place)


def test_the_exit_code_says_whether_anything_is_contradicted(detente: Run, kept: str, right: str, wrong: str) -> None:
    ran = detente("check", right, "--record", kept)
    assert ran.code == 0
    assert "✓ supported: Bill Clinton (United States) → Vietnam: normalization announced" in ran.out
    ran = detente("check", wrong, "--record", kept)
    assert ran.code == 1
    assert "✗ contradicted" in ran.out


def test_every_form_goes_to_a_file_or_to_stdout(detente: Run, kept: str, right: str, tmp_path: Path) -> None:
    for form, begins in (("html", "<!doctype html>"), ("md", "# Checked: "), ("json", "{")):
        place = tmp_path / f"out.{form}"
        assert detente("check", right, "--record", kept, "--to", form, "-o", str(place)).code == 0
        assert place.read_text(encoding="utf-8").startswith(begins)
    told = json.loads(detente("check", right, "--record", kept, "--json").out)
    assert told["counts"]["contradicted"] == 0
    assert told["contradicted"] is False
    assert [f["number"] for f in told["findings"]] == list(range(1, len(told["findings"]) + 1))
    assert all(told["text"][f["span"]["start"] : f["span"]["end"]] == f["quote"] for f in told["findings"])


def test_what_cannot_be_run_says_why(detente: Run, kept: str, right: str, tmp_path: Path) -> None:
    assert detente("check", str(tmp_path / "none.txt"), "--record", kept).code == 2
    assert detente("check", right, "--record", kept, "-o", "x").code == 2
    assert detente("check", right, "--record", kept, "--known-on", "soon").code == 2
    assert "check one article at a time" in detente("check", str(tmp_path), "--record", kept).err or tmp_path.is_dir()
