"""Shipped data files are found by name, and what is wrong with one is said with its name."""

from __future__ import annotations

import pytest

from detente.model.errors import DataError
from detente.rules import files


def test_a_missing_file_is_named() -> None:
    with pytest.raises(DataError, match=r"data/patterns/en/none\.yaml is missing"):
        files.read_text("patterns/en/none.yaml")


def test_a_broken_file_is_named_with_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "read_text", lambda name: "a: [1\nb: 2\n")
    with pytest.raises(DataError, match=r"(?s)data/broken\.yaml: .*line 2"):
        files.read_yaml("broken.yaml")


def test_remarks_are_no_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "read_text", lambda name: "# who\ncode,name\n# west\nPER,Peru\nCHL,Chile\n")
    assert list(files.read_csv("some.csv")) == [{"code": "PER", "name": "Peru"}, {"code": "CHL", "name": "Chile"}]


def test_names_are_sorted_and_of_one_suffix() -> None:
    found = files.names_in("vocabulary/kinds", ".yaml")
    assert found == sorted(found)
    assert "vocabulary/kinds/04_agreements.yaml" in found
    assert files.names_in("vocabulary/kinds", ".csv") == []
