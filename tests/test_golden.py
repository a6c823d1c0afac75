"""The whole way from the example's files to what is printed, compared with what a person has read and approved."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.make_golden import GOLDEN, QUESTIONS, answers


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the commands print now, under another hash seed than the files were written with."""
    return answers(tmp_path_factory.mktemp("golden"), seed="20250712")


@pytest.mark.parametrize("name", list(QUESTIONS))
def test_the_example_prints_what_was_approved(printed: dict[str, str], name: str) -> None:
    approved = (GOLDEN / name).read_text(encoding="utf-8")
    assert printed[name].splitlines() == approved.splitlines(), "if this is meant: make golden, and read the difference"


def test_no_approved_file_is_left_over(tmp_path: Path) -> None:
    assert {p.name for p in GOLDEN.iterdir()} == set(QUESTIONS)
