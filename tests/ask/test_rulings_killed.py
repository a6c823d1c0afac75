"""A thousand rulings by reviewers who are killed, and two reviewers at once: nothing that was reported as done is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


def run(root: Path, *arguments: str) -> str:
    command = [sys.executable, "-W", "error", "-m", "tests.ask.reviewers", *arguments]
    done = subprocess.run(command, cwd=root, env=os.environ | {"PYTHONPATH": str(root)}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that share their beginning")
def test_a_thousand_rulings_kills_and_rebuilds_lose_nothing(root: Path, tmp_path: Path) -> None:
    rulings, _, kills, _ = run(root, "killed", str(tmp_path / "r.detente"), "11", "1000").split()
    assert int(rulings) >= 1000
    assert int(kills) > 10


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that share their beginning")
def test_two_reviewers_at_once_lose_nothing(root: Path, tmp_path: Path) -> None:
    assert int(run(root, "together", str(tmp_path / "r.detente"), "5", "60").split()[0]) >= 120
